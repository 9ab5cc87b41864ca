import { mayReadBudgets } from '#modules/budget/pages/may-read-budgets.ts'
import { listUnits } from '#modules/organisation/index.ts'
import { mayReadRegister } from '#modules/people/pages/may-read-register.ts'
import { roles } from '#platform/access/roles.ts'
import type { Visit } from '../request-context.ts'
import type { ShellData } from './office-shell.tsx'

/** What the frame around a page shows for this visit. */
export function shellData(visit: Visit, url: URL): ShellData {
  const inside = visit.actor.kind === 'person' && visit.actor.grants.length > 0
  const entries = [
    { href: '/', key: 'home' as const },
    ...(mayReadBudgets(visit) ? [{ href: '/budget', key: 'budget' as const }] : []),
    ...(mayReadRegister(visit) ? [{ href: '/people', key: 'people' as const }] : []),
    ...(visit.may(listUnits) ? [{ href: '/organisation', key: 'organisation' as const }] : []),
    ...(inside ? [{ href: '/system', key: 'system' as const }] : []),
  ]
  return {
    organisationName: visit.organisation?.name ?? 'Kansli',
    person: visit.actor.kind === 'person' ? { name: visit.actor.name } : null,
    theme: visit.theme,
    path: `${url.pathname}${url.search}`,
    navigation: entries.map((entry) => ({
      ...entry,
      current: entry.href === '/' ? url.pathname === '/' : url.pathname.startsWith(entry.href),
    })),
    demo: visit.demo
      ? { roles, current: visit.actor.kind === 'person' ? (visit.actor.grants[0]?.role ?? null) : null }
      : null,
  }
}
