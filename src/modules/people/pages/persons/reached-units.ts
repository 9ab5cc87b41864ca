import { listUnits } from '#modules/organisation/index.ts'
import type { Role } from '#platform/access/roles.ts'
import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'

export type UnitChoice = { value: string; label: string }

/** The units of today in which the visitor holds one of these roles, those below one another indented. */
export async function reachedUnits(visit: Visit, roles: readonly Role[]): Promise<UnitChoice[]> {
  const { units } = await orProblemPage(visit.call(listUnits, {}))
  const grants = visit.actor.kind === 'person' ? visit.actor.grants : []
  const reached = new Set(
    grants.filter((grant) => roles.includes(grant.role)).flatMap((grant) => grant.unitIds),
  )
  return units
    .filter((unit) => reached.has(unit.id) && unit.validTo === null)
    .map((unit) => ({ value: unit.id, label: `${'\u2003'.repeat(unit.depth)}${unit.name}` }))
}
