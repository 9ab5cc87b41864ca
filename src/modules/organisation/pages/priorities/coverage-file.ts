import type { LoaderFunctionArgs } from 'react-router'
import { dayAsked } from '#web/as-of/as-of.ts'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportPriorityCoverage } from '../../operations/priorities/export-priority-coverage.ts'

/** The coverage report as a file to save. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const asked = dayAsked(request)
  const about = { listId: params['list'] ?? '', ...(asked ? { asOf: asked } : {}) }
  return fileAnswer(await orProblemPage(visitOf({ context }).call(exportPriorityCoverage, about)))
}
