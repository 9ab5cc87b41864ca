import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportRefusedRows } from '../../operations/imports/export-refused-rows.ts'

/** The rows that were not read in, as a file with the reasons. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  return fileAnswer(await orProblemPage(visit.call(exportRefusedRows, { runId: params['run'] ?? '' })))
}
