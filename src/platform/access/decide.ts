import type { Actor, Grant } from './actor.ts'
import type { Policy } from './policy.ts'

/** The rows an allowed operation may reach: the whole organisation, or these units. */
export type Scope = 'organisation' | readonly string[]

export type Decision =
  | { allowed: true; scope: Scope }
  | { allowed: false; because: 'signInRequired' | 'secondFactorRequired' | 'roleRequired' | 'scopeRequired' }

/** What a token must be allowed to do for an operation: `budget:read`, `budget:write` or `budget:export`. */
export type TokenScope = `${string}:${'read' | 'write' | 'export'}`

/**
 * May this actor use an operation with this policy, and on which rows? Pure: the same answer decides the request
 * and whether a button is shown.
 */
export function decide(actor: Actor, policy: Policy, needs: TokenScope): Decision {
  if (actor.kind === 'operator' || actor.kind === 'job') return { allowed: true, scope: 'organisation' }
  if (policy.allow === 'operator') return { allowed: false, because: 'roleRequired' }
  if (policy.allow === 'everyone') return { allowed: true, scope: [] }
  if (actor.kind === 'anonymous') return { allowed: false, because: 'signInRequired' }
  if (actor.tokenScopes && !actor.tokenScopes.includes(needs)) {
    return { allowed: false, because: 'scopeRequired' }
  }
  if (policy.allow === 'signedIn') return { allowed: true, scope: [] }
  const grants = actor.grants.filter((grant) => isMeant(grant, policy))
  if (grants.length === 0) return { allowed: false, because: 'roleRequired' }
  if (policy.secondFactor && !actor.secondFactor) return { allowed: false, because: 'secondFactorRequired' }
  return { allowed: true, scope: [...new Set(grants.flatMap((grant) => grant.unitIds))] }
}

/** Is a grant one of those a policy asks for? */
function isMeant(grant: Grant, policy: Extract<Policy, { allow: 'roles' }>): boolean {
  return policy.roles.includes(grant.role) && (policy.heldIn !== 'topUnit' || grant.top === true)
}
