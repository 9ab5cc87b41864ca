import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, Choice, EmptyState, PageHead, Stack, TextField } from '#web/ui/index.ts'
import { exportEverything } from '../../operations/registers/export-everything.ts'
import { registersTexts } from './registers-texts.ts'
import styles from './registers.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(registersTexts, 'everything', matches)

export function loader({ context }: LoaderFunctionArgs) {
  return { may: visitOf({ context }).may(exportEverything) }
}

/** Everything the organisation has recorded, to take along: nobody is held here by their own data. */
export default function EverythingPage() {
  const { may } = useLoaderData<typeof loader>()
  const t = useTexts(registersTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/system', label: t('system') }]}
        crumbsLabel={t('crumbs')}
        title={t('everything')}
        lead={t('everythingLead')}
      />
      {may ? (
        <>
          <Card title={t('whatIsInIt')}>
            <ul>
              {(['inRegisters', 'inTables', 'inPopolo', 'notIn'] as const).map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
          </Card>
          <Card title={t('takeOut')}>
            <form method="post" action="/system/everything/file" className={styles.narrow}>
              <Stack>
                <TextField
                  label={t('purpose')}
                  hint={t('purposeHint')}
                  name="purpose"
                  required
                  minLength={5}
                  maxLength={200}
                />
                <Choice
                  label={t('withPersonalNumbers')}
                  hint={t('withPersonalNumbersHint')}
                  name="withPersonalNumbers"
                />
                <p>{t('keepSafe')}</p>
                <p>
                  <Button kind="primary">{t('takeOutButton')}</Button>
                </p>
              </Stack>
            </form>
          </Card>
        </>
      ) : (
        <EmptyState title={t('notYours')}>{t('everythingNotYours')}</EmptyState>
      )}
    </>
  )
}
