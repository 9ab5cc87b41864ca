import type { Grant } from '#platform/access/actor.ts'
import { roles, type Role } from '#platform/access/roles.ts'

/**
 * Which roles each role is trusted to give and to end, in the units it covers. The owner answers for the system
 * and gives all; who keeps the register lets people into it; who organises picks the callers.
 */
const trustedToGive: Partial<Record<Role, readonly Role[]>> = {
  owner: roles,
  registrar: ['caller', 'member', 'applicant'],
  organiser: ['caller'],
}

/** The roles that give any role at all: who may use the operations that do. */
export const givingRoles = ['owner', 'registrar', 'organiser'] as const satisfies readonly Role[]

/**
 * Is somebody with these grants trusted to give (or end) this role in this unit? The trust and the unit must
 * belong to the same grant: an owner of one association who organises in another gives no owners there.
 */
export function mayGive(grants: readonly Grant[], role: Role, unitId: string): boolean {
  return grants.some(
    (grant) => grant.unitIds.includes(unitId) && (trustedToGive[grant.role] ?? []).includes(role),
  )
}

/** The roles that somebody with these grants may give anywhere, in the order of the list of roles. */
export function rolesToGive(grants: readonly Grant[]): Role[] {
  return roles.filter((role) => grants.some((grant) => (trustedToGive[grant.role] ?? []).includes(role)))
}

/** One owner's grant in the organisation's top unit. */
export type OwnerGrant = { id: string; validFrom: string; validTo: string | null; ended: boolean }

/**
 * Would the organisation still have an owner if this grant ended? Another one must hold the trust today and have
 * no last day.
 */
export function keepsAnOwner(owners: readonly OwnerGrant[], endingId: string, today: string): boolean {
  return owners.some(
    (owner) => owner.id !== endingId && !owner.ended && owner.validTo === null && owner.validFrom <= today,
  )
}
