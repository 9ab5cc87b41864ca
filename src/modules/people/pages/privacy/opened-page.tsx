import { redirect, useActionData, useLoaderData } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from 'react-router'
import { Moment } from '#web/account/moment.tsx'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import {
  Button,
  Card,
  EmptyState,
  Notice,
  PageHead,
  SelectField,
  Stack,
  Status,
  Table,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { closeOpenedRecord } from '../../operations/privacy/close-opened-record.ts'
import { listOpenedRecords } from '../../operations/privacy/list-opened-records.ts'
import { knownBy, openRecord } from '../../operations/privacy/open-record.ts'
import { officeTexts } from './office-texts.ts'
import { PrivacyTabs } from './privacy-tabs.tsx'
import styles from './privacy.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(officeTexts, 'opened', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { opened } = await orProblemPage(visit.call(listOpenedRecords, {}))
  return { opened, mayOpen: visit.may(openRecord), closed: new URL(request.url).searchParams.has('closed') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (field('change') === 'close') {
      await visit.call(closeOpenedRecord, { openedId: field('opened') })
      return redirect('/people/opened?closed')
    }
    const { openedId } = await visit.call(openRecord, {
      knownBy: knownBy.find((each) => each === field('knownBy')) ?? 'email',
      value: field('value'),
      reason: field('reason'),
    })
    return redirect(`/people/opened/${openedId}`)
  })
}

/** Records that were opened with a reason, for those who answer for them, and the way to open one. */
export default function OpenedPage() {
  const { opened, mayOpen, closed } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(officeTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('opened')}
        lead={t('openedLead')}
      />
      <PrivacyTabs current="opened" />
      {closed && !problem ? (
        <Notice tone="good" live>
          <p>{t('openedClosed')}</p>
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="bad" title={problem.code === 'notFound' ? t('openNobody') : problem.title} live>
          <p>{problem.code === 'notFound' ? t('openNobodyText') : problem.detail}</p>
        </Notice>
      ) : null}
      {opened.length === 0 ? (
        <EmptyState title={t('openedNone')}>{t('openedNoneText')}</EmptyState>
      ) : (
        <Card title={t('openedIn')}>
          <Table
            className={styles.stacking ?? ''}
            label={t('openedIn')}
            head={
              <tr>
                <th scope="col">{t('person')}</th>
                <th scope="col">{t('openedBy')}</th>
                <th scope="col">{t('reason')}</th>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('stands')}</th>
              </tr>
            }
          >
            <tbody>
              {opened.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    {each.name ?? t('protectedPerson')}
                    <br />
                    <small>{each.unitName}</small>
                  </th>
                  <td data-label={t('openedBy')}>{each.openedByName}</td>
                  <td data-label={t('reason')}>{each.reason}</td>
                  <td data-label={t('when')}>
                    <Moment at={each.openedAt} />
                  </td>
                  <td data-label={t('stands')}>
                    <Status tone={each.isOpen ? 'warn' : 'plain'}>
                      {t(each.isOpen ? 'isOpen' : 'isClosed')}
                    </Status>
                    {each.isOpen && mayOpen ? <CloseRecord openedId={each.id} /> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
      {mayOpen ? (
        <Card title={t('open')}>
          <form method="post" action="/people/opened">
            <Stack>
              <p>{t('openText')}</p>
              <SelectField
                label={t('knownBy')}
                name="knownBy"
                defaultValue={problem?.values['knownBy'] ?? 'email'}
                options={knownBy.map((each) => ({ value: each, label: t(`knownBy.${each}`) }))}
              />
              <TextField
                label={t('knownValue')}
                name="value"
                autoComplete="off"
                required
                maxLength={254}
                defaultValue={problem?.values['value']}
                error={problem?.fields['value']}
              />
              <TextArea
                label={t('reason')}
                hint={t('reasonHint')}
                name="reason"
                rows={3}
                minLength={10}
                maxLength={1000}
                required
                defaultValue={problem?.values['reason']}
                error={problem?.fields['reason']}
              />
              <p>
                <Button kind="danger" name="change" value="open">
                  {t('openButton')}
                </Button>
              </p>
            </Stack>
          </form>
        </Card>
      ) : null}
    </>
  )
}

/** Ends an opening before its hour is over. */
export function CloseRecord({ openedId }: { openedId: string }) {
  const t = useTexts(officeTexts)
  return (
    <form method="post" action="/people/opened">
      <input type="hidden" name="opened" value={openedId} />
      <Button small name="change" value="close">
        {t('close')}
      </Button>
    </form>
  )
}
