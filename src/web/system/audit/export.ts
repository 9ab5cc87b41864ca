import type { z } from 'zod'
import { exportAuditEntries } from '#platform/audit/index.ts'
import { orProblemPage } from '../../page-problem.ts'
import { visitOf } from '../../request-context.ts'
import { readAsked } from './query.ts'
import type { Route } from './+types/export'

/** What is found in the log, as a file to save. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf({ context })
  const input = readAsked(new URL(request.url)) as z.input<typeof exportAuditEntries.input>
  const file = await orProblemPage(visit.call(exportAuditEntries, input))
  return new Response(file, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  })
}
