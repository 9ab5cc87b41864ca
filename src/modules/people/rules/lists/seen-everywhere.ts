import type { Grant } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/roles.ts'
import { recordParts, visibleParts, type RecordPart } from '../visible-parts.ts'

/** What somebody sees of every person a list may hold: lists mix people of all units that the caller answers for. */
export type Sight = { parts: ReadonlySet<RecordPart>; sees(roles: readonly Role[]): boolean }

/** Sees every part of every record: the system itself. */
export const wholeSight: Sight = { parts: new Set(recordParts), sees: () => true }

/**
 * What a person with these grants sees in every unit they reach. Where they hold more trust in one unit than in
 * another, the lesser counts: a list made for both would show in one what only the other allows.
 * @param roles those that the operation is for; others reach nothing by it
 */
export function sightOf(grants: readonly Grant[], roles: readonly Role[]): Sight {
  const held = new Map<string, Set<Role>>()
  for (const { role, unitIds } of grants) {
    if (!roles.includes(role)) continue
    for (const unitId of unitIds) held.set(unitId, (held.get(unitId) ?? new Set()).add(role))
  }
  const perUnit = [...held.values()].map((each) => [...each])
  const parts = recordParts.filter((part) => perUnit.every((each) => visibleParts(each).has(part)))
  return {
    parts: new Set(perUnit.length === 0 ? [] : parts),
    sees: (wanted) =>
      perUnit.length > 0 && perUnit.every((each) => each.some((role) => wanted.includes(role))),
  }
}
