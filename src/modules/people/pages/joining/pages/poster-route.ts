import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { getJoinPoster } from '../../../operations/joining/get-join-poster.ts'

/** The poster as a file to print. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return fileAnswer(
    await orProblemPage(visitOf({ context }).call(getJoinPoster, { pageId: params['page'] ?? '' })),
  )
}
