import type { Actor } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/roles.ts'
import { Problem } from '#platform/operations/problem.ts'
import { mayGive } from './rules/trust.ts'

/**
 * Lets pass who is trusted to give (and to end) this role in this unit; the person at the machine always is.
 * @throws {Problem} roleRequired, with a sentence about why
 */
export function requireTrustToGive(actor: Actor, role: Role, unitId: string): void {
  if (actor.kind === 'operator' || actor.kind === 'job') return
  if (actor.kind === 'person' && mayGive(actor.grants, role, unitId)) return
  throw new Problem('roleRequired', { detail: 'roleGrant.notTrusted', params: { role } })
}
