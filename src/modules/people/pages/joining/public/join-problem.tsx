import { isRouteErrorResponse, useParams, useRouteError } from 'react-router'
import { ProblemPage } from '#web/shell/problem-page.tsx'
import { PublicShell } from '#web/shell/public-shell.tsx'

/** What a visitor of a join page is told when it cannot be shown. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { organisation = '' } = useParams()
  const problem = isRouteErrorResponse(error) ? error : null
  return (
    <PublicShell home={organisation ? `/public/${organisation}` : '/public'}>
      <ProblemPage status={problem?.status ?? 500} body={problem?.data} />
    </PublicShell>
  )
}
