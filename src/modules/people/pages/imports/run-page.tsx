import {
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { z } from 'zod'
import { pageTitle } from '#web/account/page-title.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { formProblem, orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, Notice, PageHead } from '#web/ui/index.ts'
import { Problem } from '#platform/operations/problem.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { peopleTexts } from '../../messages/people.ts'
import { cancelPeopleImport } from '../../operations/imports/cancel-people-import.ts'
import { getPeopleImport } from '../../operations/imports/get-people-import.ts'
import { previewPeopleImport } from '../../operations/imports/preview-people-import.ts'
import { runPeopleImport } from '../../operations/imports/run-people-import.ts'
import { undoPeopleImport } from '../../operations/imports/undo-people-import.ts'
import { updatePeopleImport } from '../../operations/imports/update-people-import.ts'
import { runningStopWord } from '../../store/imports/running-imports.ts'
import { carryOn, takeFailure } from './carry-on.ts'
import { importTexts } from './import-texts.ts'
import { moment } from './moment.ts'
import { OutcomePart } from './outcome-part.tsx'
import { PreviewPart } from './preview-part.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(importTexts, 'runTitle', matches, { file: loaderData?.run.fileName ?? '' })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const runId = params['run'] ?? ''
  const found = await orProblemPage(visit.call(getPeopleImport, { runId }))
  if (found.share !== null) throw redirect(`/people/import/${runId}/progress`)
  const told = takeFailure(runId)
  let problem = told && formProblem(told, visit, peopleTexts, null)
  if (found.run.state !== 'prepared') return { ...found, preview: null, problem }
  try {
    const preview = await visit.call(previewPeopleImport, { runId, wait: false })
    if (preview.state === 'reading') throw redirect(`/people/import/${runId}/progress`)
    return { ...found, preview, problem }
  } catch (error) {
    // What is wrong with the file is said on its own page, where it can be put aside.
    if (!(error instanceof Problem) || error.code === 'signInRequired') throw error
    problem = formProblem(error, visit, peopleTexts, null)
    return { ...found, preview: null, problem }
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const runId = params['run'] ?? ''
  const form = await request.formData()
  const here = `/people/import/${runId}`
  return orFormProblem(visit, peopleTexts, form, async () => {
    switch (form.get('do')) {
      case 'columns':
        await visit.call(updatePeopleImport, said(runId, form))
        return redirect(`${here}?done=columns`)
      case 'run':
        return redirect(
          (await carryOn(runId, visit.call(runPeopleImport, { runId }))) ? here : progressOf(runId),
        )
      case 'undo':
        return redirect(
          (await carryOn(runId, visit.call(undoPeopleImport, { runId }))) ? here : progressOf(runId),
        )
      default: {
        const { outcome } = await visit.call(cancelPeopleImport, { runId })
        return redirect(outcome === 'stopped' ? `${here}?done=stopped` : '/people/import')
      }
    }
  })
}

/** Where to see how far it has come; with the word by which who began it may stop it when nothing else is answered. */
function progressOf(runId: string): string {
  const word = runningStopWord(runId)
  return `/people/import/${runId}/progress${word ? `?stop=${word}` : ''}`
}

/** What the form says of the columns: a field named `column:<place>` for each. */
function said(runId: string, form: FormData): z.input<typeof updatePeopleImport.input> {
  const columns: string[] = []
  for (const [name, value] of form) {
    const place = /^column:(\d{1,3})$/.exec(name)?.[1]
    if (place !== undefined) columns[Number(place)] = String(value)
  }
  return {
    runId,
    columns: Array.from(columns, (meaning) => meaning ?? 'ignore'),
    existing: String(form.get('existing')),
    standing: String(form.get('standing')),
  } as z.input<typeof updatePeopleImport.input>
}

/** One import: what it will do, or what came of it. */
export default function RunPage() {
  const { run, preview, problem: told, refused, kept, mayUndo } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem ?? told
  const [search] = useSearchParams()
  const t = useTexts(importTexts)
  const language = useLanguage()
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/people', label: t('register') },
          { href: '/people/import', label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={run.fileName}
        lead={t(`lead.${run.state}`, {
          who: run.createdBy,
          when: moment(run.createdAt, language),
          unit: run.unit,
        })}
      />
      <FormNotices problem={problem} sayFields={['columns']} />
      {search.get('done') === 'columns' && !problem ? (
        <Notice tone="good" live>
          <p>{t('done.columns')}</p>
        </Notice>
      ) : null}
      {search.get('done') === 'stopped' && !problem ? (
        <Notice live>
          <p>{t('done.stopped')}</p>
        </Notice>
      ) : null}
      {preview ? <PreviewPart preview={preview} /> : null}
      {run.counts ? <OutcomePart run={run} refused={refused} kept={kept} mayUndo={mayUndo} /> : null}
      {run.state === 'cancelled' ? (
        <Card>
          <p>
            {t('cancelled.text')} <a href="/people/import">{t('again')}</a>
          </p>
        </Card>
      ) : null}
      {run.state === 'prepared' && !preview ? (
        <Card>
          <p>
            <a href="/people/import">{t('again')}</a>
          </p>
        </Card>
      ) : null}
    </>
  )
}
