import { listUnits } from '#modules/organisation/index.ts'
import type { Role } from '#platform/access/roles.ts'
import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'

export type UnitChoice = { value: string; label: string }

/** Units to choose among, those below one another indented. */
export function unitChoices(units: readonly { id: string; name: string; depth: number }[]): UnitChoice[] {
  return units.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))
}

/** The ids of the units in which the visitor holds one of these roles. */
export function reachedIds({ actor }: Pick<Visit, 'actor'>, roles: readonly Role[]): Set<string> {
  const grants = actor.kind === 'person' ? actor.grants : []
  return new Set(grants.filter(({ role }) => roles.includes(role)).flatMap(({ unitIds }) => unitIds))
}

/** The units of today in which the visitor holds one of these roles. */
export async function reachedUnits(visit: Visit, roles: readonly Role[]): Promise<UnitChoice[]> {
  const { units } = await orProblemPage(visit.call(listUnits, {}))
  const reached = reachedIds(visit, roles)
  return unitChoices(units.filter((unit) => reached.has(unit.id) && unit.validTo === null))
}
