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
import { Button, Card, EmptyState, Notice, PageHead, SelectField, Stack } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { runMandateImport } from '../../operations/registers/run-mandate-import.ts'
import { previewMandateImport } from '../../operations/registers/preview-mandate-import.ts'
import { registrars } from '../../people-roles.ts'
import { reachedUnits } from '../persons/reached-units.ts'
import { FileForm } from './file-form.tsx'
import { FileRows } from './file-rows.tsx'
import { handedFile, rowsText } from './handed-file.ts'
import { outcomeAsked } from './outcome-asked.ts'
import { registersTexts } from './registers-texts.ts'
import styles from './registers.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(registersTexts, 'mandates', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const may = visit.may(runMandateImport)
  return { may, units: may ? await reachedUnits(visit, registrars) : [], outcome: outcomeAsked(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  return orFormProblem(visit, peopleTexts, form, async () => {
    const unitId = String(form.get('unitId') ?? '')
    // Each line that is asked about has a field of its own, `who 3`; `later` leaves it open.
    const choices = [...form].flatMap(([name, value]) => {
      const line = /^who (\d+)$/.exec(name)?.[1]
      return line === undefined || value === 'later'
        ? []
        : [{ line: Number(line), personId: String(value) as '' }]
    })
    const input = { file: handedFile(form), unitId, choices }
    if (form.get('step') === 'read') {
      const { created, changed, skipped } = await visit.call(runMandateImport, input)
      return redirect(
        `/organisation/registers/mandates?created=${created}&changed=${changed}&skipped=${skipped}`,
      )
    }
    const { cells, ...preview } = await visit.call(previewMandateImport, input)
    return { preview, rows: rowsText(cells), unitId }
  })
}

/** Reads public mandates in from a file: first a look, with questions about whom a name does not tell, then all or nothing. */
export default function MandateImportPage() {
  const { may, units, outcome } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(registersTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const looked = answer && 'preview' in answer ? answer : null
  const steps = looked ? looked.preview.created.length + looked.preview.ended.length : 0
  const asked = looked?.preview.asked ?? []
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/organisation', label: t('organisation') },
          { href: '/organisation/registers', label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('mandates')}
        lead={t('mandatesLead')}
      />
      <FormNotices done={outcome ? t('mandatesDone', outcome) : null} problem={problem} sayFields="any" />
      {may ? null : <EmptyState title={t('notYours')}>{t('notYoursText')}</EmptyState>}
      {looked ? (
        <>
          {steps === 0 && asked.length === 0 ? (
            <Notice title={t('nothingNew')}>
              <p>{t('nothingNewText')}</p>
            </Notice>
          ) : (
            <Card title={asked.length > 0 ? t('asked') : t('readIn')}>
              <p>{asked.length > 0 ? t('askedText') : t('allOrNothing')}</p>
              <form method="post">
                <Stack>
                  <input type="hidden" name="rows" value={looked.rows} />
                  <input type="hidden" name="unitId" value={looked.unitId} />
                  <div className={styles.narrow}>
                    <Stack>
                      {asked.map((row) => (
                        <SelectField
                          key={row.line}
                          label={t('who', { line: row.line, name: row.name })}
                          name={`who ${row.line}`}
                          // One namesake is no certainty, but the likely answer.
                          defaultValue={row.candidates.length === 1 ? row.candidates[0]!.personId : ''}
                          options={[
                            { value: '', label: t('leaveOut') },
                            ...row.candidates.map(({ personId, name, unit }) => ({
                              value: personId,
                              label: `${name}, ${unit}`,
                            })),
                          ]}
                        />
                      ))}
                    </Stack>
                  </div>
                  <p>
                    <Button kind="primary" name="step" value="read">
                      {t('readInMandates')}
                    </Button>
                  </p>
                </Stack>
              </form>
            </Card>
          )}
          <FileRows
            title={t('newBodies')}
            what={t('from')}
            rows={looked.preview.newBodies.map((body, index) => ({
              line: index + 1,
              name: [body.name, body.areaName].filter(Boolean).join(', '),
              said: body.from,
            }))}
          />
          <FileRows
            title={t('created')}
            what={t('mandate')}
            rows={looked.preview.created.map((row) => ({
              ...row,
              said: `${row.bodyName} · ${row.from}–${row.to ?? ''}`,
            }))}
          />
          <FileRows
            title={t('ended')}
            what={t('mandate')}
            rows={looked.preview.ended.map((row) => ({ ...row, said: `${row.bodyName} · ${row.to}` }))}
          />
          <FileRows
            title={t('skipped')}
            what={t('why')}
            rows={looked.preview.skipped.map((row) => ({ ...row, said: t(`mandateFault.${row.fault}`) }))}
          />
        </>
      ) : null}
      {may ? (
        <FileForm title={t('anotherFile')} columns={t('mandateColumns')} problem={problem}>
          <SelectField
            label={t('answers')}
            hint={t('answersHint')}
            name="unitId"
            defaultValue={problem?.values['unitId'] ?? looked?.unitId}
            options={units}
          />
        </FileForm>
      ) : null}
    </>
  )
}
