import type { LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportProcessingRecords } from '../../operations/privacy/export-processing-records.ts'
import { download } from './download.ts'

/** The register of processing as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const format = new URL(request.url).searchParams.get('format') === 'json' ? 'json' : 'csv'
  return download(await orProblemPage(visitOf({ context }).call(exportProcessingRecords, { format })))
}
