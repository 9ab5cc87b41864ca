import type { LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportEverythingAbout } from '../../operations/privacy/export-everything-about.ts'
import { download } from './download.ts'

/** Everything about a person as a file to hand to them. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const personId = params['person'] ?? ''
  return download(await orProblemPage(visitOf({ context }).call(exportEverythingAbout, { personId })))
}
