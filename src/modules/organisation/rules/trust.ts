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
 * belong to the same grant: an owner of one association who organises in another gives no owners there. What is lent
 * gives nothing: trust goes one step, not two.
 */
export function mayGive(grants: readonly Grant[], role: Role, unitId: string): boolean {
  return grants.some(
    (grant) =>
      !grant.lent && grant.unitIds.includes(unitId) && (trustedToGive[grant.role] ?? []).includes(role),
  )
}

/** The roles that somebody with these grants may give anywhere, in the order of the list of roles. */
export function rolesToGive(grants: readonly Grant[]): Role[] {
  return roles.filter((role) =>
    grants.some((grant) => !grant.lent && (trustedToGive[grant.role] ?? []).includes(role)),
  )
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

/** For how many days at most a role is lent. */
export const longestLoan = 60

/**
 * What each role may be lent as: itself or a lesser one. Who answers for the system lends that to nobody. A caller is
 * the least of all: without a list somebody else hands out, the role reaches nothing.
 */
const lendableAs: Record<Role, readonly Role[]> = {
  owner: ['registrar', 'organiser', 'caller', 'secretary', 'auditor'],
  registrar: ['registrar', 'organiser', 'caller'],
  organiser: ['organiser', 'caller'],
  secretary: ['secretary', 'caller'],
  board: ['board', 'caller'],
  auditor: ['auditor', 'caller'],
  elected: ['elected', 'caller'],
  caller: ['caller'],
  member: [],
  applicant: [],
}

/** The roles that lend any at all. */
export const lendingRoles = [
  'owner',
  'registrar',
  'organiser',
  'secretary',
  'board',
  'auditor',
  'elected',
  'caller',
] as const satisfies readonly [Role, ...Role[]]

/** May somebody who holds one role lend it as another? */
export function mayLend(held: Role, as: Role): boolean {
  return lendableAs[held].includes(as)
}

/** The roles that somebody with these grants may lend somewhere, in the order of the list of roles. */
export function rolesToLend(grants: readonly Grant[]): Role[] {
  return roles.filter((role) => grants.some((grant) => !grant.lent && mayLend(grant.role, role)))
}
