import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportOwnEverything } from '../../operations/privacy/export-own-everything.ts'

/** Everything about the member as a file to take along. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const personId = new URL(request.url).searchParams.get('person') ?? ''
  return fileAnswer(await orProblemPage(visitOf({ context }).call(exportOwnEverything, { personId })))
}
