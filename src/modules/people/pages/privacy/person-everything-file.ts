import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportEverythingAbout } from '../../operations/privacy/export-everything-about.ts'

/** Everything about a person as a file to hand to them. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const personId = params['person'] ?? ''
  return fileAnswer(await orProblemPage(visitOf({ context }).call(exportEverythingAbout, { personId })))
}
