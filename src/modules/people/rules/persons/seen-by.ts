import type { Actor } from '#platform/access/actor.ts'
import { roles, type Role } from '#platform/access/roles.ts'
import { visibleParts, type RecordPart } from '../visible-parts.ts'

/** The trust somebody has in any of these units; the person at the machine and the system's own jobs have all of it. */
export function rolesIn(actor: Actor, unitIds: readonly string[]): readonly Role[] {
  if (actor.kind === 'operator' || actor.kind === 'job') return roles
  if (actor.kind === 'anonymous') return []
  return actor.grants
    .filter((grant) => unitIds.some((unitId) => grant.unitIds.includes(unitId)))
    .map((grant) => grant.role)
}

/** The units in which somebody sees a part of the records there; `organisation` for all. */
export function unitsSeeing(actor: Actor, part: RecordPart): 'organisation' | string[] {
  if (actor.kind === 'operator' || actor.kind === 'job') return 'organisation'
  if (actor.kind === 'anonymous') return []
  const seeing = actor.grants.filter((grant) => visibleParts([grant.role]).has(part))
  return [...new Set(seeing.flatMap((grant) => grant.unitIds))]
}
