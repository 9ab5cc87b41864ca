import type { z } from 'zod'
import { exportAuditEntries } from '#platform/audit/index.ts'
import { fileAnswer } from '../../file-answer.ts'
import { orProblemPage } from '../../page-problem.ts'
import { visitOf } from '../../request-context.ts'
import { readAsked } from './query.ts'
import type { Route } from './+types/export'

/** What is found in the log, as a file to save. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf({ context })
  const input = readAsked(new URL(request.url)) as z.input<typeof exportAuditEntries.input>
  return fileAnswer(await orProblemPage(visit.call(exportAuditEntries, input)))
}
