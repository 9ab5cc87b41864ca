import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import type { z } from 'zod'
import { fileAnswer } from '#web/file-answer.ts'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { exportList } from '../../operations/lists/export-list.ts'

/** The form for taking a list out stands on the list's own page. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/people/lists/${params['list']}`)
}

/** Answers the form with the file; with the list's page and what was wrong when there is none. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const listId = params['list'] ?? ''
  const [format, purpose] = [String(form.get('format') ?? ''), String(form.get('purpose') ?? '')]
  const answer = await orFormProblem(visit, peopleTexts, form, async () =>
    fileAnswer(await visit.call(exportList, { listId, format, purpose } as z.input<typeof exportList.input>)),
  )
  if (answer instanceof Response) return answer
  const asked = new URLSearchParams({ refused: answer.data.problem.code, purpose: purpose.slice(0, 200) })
  return redirect(`/people/lists/${listId}?${asked}#export`)
}
