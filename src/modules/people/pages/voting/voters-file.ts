import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportVoters } from '../../operations/voting/export-voters.ts'

/** The voting register as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const asked = {
    unitId: query.get('unit') ?? '',
    ...(query.get('asOf') ? { asOf: query.get('asOf')! } : {}),
  }
  return fileAnswer(await orProblemPage(visitOf({ context }).call(exportVoters, asked)))
}
