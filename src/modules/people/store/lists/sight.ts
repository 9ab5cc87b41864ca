import type { Actor } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/roles.ts'
import { sightOf, wholeSight, type Sight } from '../../rules/lists/seen-everywhere.ts'

/** What the caller of an operation for these roles sees of everybody a list may hold. */
export function sightFor(actor: Actor, roles: readonly Role[]): Sight {
  if (actor.kind === 'operator' || actor.kind === 'job') return wholeSight
  return sightOf(actor.kind === 'person' ? actor.grants : [], roles)
}
