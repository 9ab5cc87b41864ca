import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, EmptyState, Notice, PageHead } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { runUnitImport } from '../../operations/registers/run-unit-import.ts'
import { previewUnitImport } from '../../operations/registers/preview-unit-import.ts'
import { FileForm } from './file-form.tsx'
import { FileRows } from './file-rows.tsx'
import { handedFile, rowsText } from './handed-file.ts'
import { outcomeAsked } from './outcome-asked.ts'
import { registersTexts } from './registers-texts.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(registersTexts, 'units', matches)

export function loader({ request, context }: LoaderFunctionArgs) {
  return { may: visitOf({ context }).may(runUnitImport), outcome: outcomeAsked(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  return orFormProblem(visit, peopleTexts, form, async () => {
    const file = handedFile(form)
    if (form.get('step') === 'read') {
      const { created, changed, skipped } = await visit.call(runUnitImport, { file })
      return redirect(
        `/organisation/registers/units?created=${created}&changed=${changed}&skipped=${skipped}`,
      )
    }
    const { cells, ...preview } = await visit.call(previewUnitImport, { file })
    return { preview, rows: rowsText(cells) }
  })
}

/** Reads units in from a file: first a look at what it would do, then all of it or nothing. */
export default function UnitImportPage() {
  const { may, outcome } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(registersTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const looked = answer && 'preview' in answer ? answer : null
  const steps = looked ? looked.preview.created.length + looked.preview.changed.length : 0
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/organisation', label: t('organisation') },
          { href: '/organisation/registers', label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('units')}
        lead={t('unitsLead')}
      />
      <FormNotices done={outcome ? t('unitsDone', outcome) : null} problem={problem} sayFields="any" />
      {may ? null : <EmptyState title={t('notYours')}>{t('notYoursText')}</EmptyState>}
      {looked ? (
        <>
          {steps === 0 ? (
            <Notice title={t('nothingNew')}>
              <p>{t('nothingNewText')}</p>
            </Notice>
          ) : (
            <Card title={t('readIn')}>
              <p>{t('allOrNothing')}</p>
              <form method="post">
                <input type="hidden" name="rows" value={looked.rows} />
                <p>
                  <Button kind="primary" name="step" value="read">
                    {t('readInUnits', { count: steps })}
                  </Button>
                </p>
              </form>
            </Card>
          )}
          <FileRows
            title={t('created')}
            what={t('from')}
            rows={looked.preview.created.map((row) => ({ ...row, said: row.from }))}
          />
          <FileRows
            title={t('changed')}
            what={t('what')}
            rows={looked.preview.changed.map((row) => ({
              ...row,
              said: [
                row.renamed ? t('renamed') : '',
                row.moved ? t('moved') : '',
                t('fromDay', { day: row.from }),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
          <FileRows
            title={t('skipped')}
            what={t('why')}
            rows={looked.preview.skipped.map((row) => ({ ...row, said: t(`unitFault.${row.fault}`) }))}
          />
        </>
      ) : null}
      {may ? <FileForm title={t('anotherFile')} columns={t('unitColumns')} problem={problem} /> : null}
    </>
  )
}
