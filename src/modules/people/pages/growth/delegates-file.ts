import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportDelegateSeats } from '../../operations/growth/export-delegate-seats.ts'
import { delegatesAsked, questionOf } from './delegates-asked.ts'

/** How many delegates each unit sends, as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const question = questionOf(params['body'] ?? '', delegatesAsked(request))
  return fileAnswer(await orProblemPage(visitOf({ context }).call(exportDelegateSeats, question)))
}
