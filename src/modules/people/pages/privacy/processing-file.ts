import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportProcessingRecords } from '../../operations/privacy/export-processing-records.ts'

/** The register of processing as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const format = new URL(request.url).searchParams.get('format') === 'json' ? 'json' : 'csv'
  return fileAnswer(await orProblemPage(visitOf({ context }).call(exportProcessingRecords, { format })))
}
