import type { LoaderFunctionArgs } from 'react-router'
import { accountPagesOf } from '#web/account/account-pages.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { readCalendar } from '../../operations/privacy/read-calendar.ts'
import { organisationOfLink } from '../../store/privacy/link-token.ts'

/** The calendar that somebody's own program fetches: no session, the address is the permission. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const token = (params['file'] ?? '').replace(/\.ics$/, '')
  const organisationId = organisationOfLink(token)
  if (!organisationId) return new Response(null, { status: 404 })
  const call = accountPagesOf({ context }).callIn(visitOf({ context }), organisationId)
  const file = await orProblemPage(call(readCalendar, { token }))
  return new Response(file, {
    headers: { 'content-type': file.type, 'cache-control': 'private, max-age=3600' },
  })
}
