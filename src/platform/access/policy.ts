import type { Role } from './roles.ts'

/**
 * Who may use an operation. Every operation has exactly one; there is no default, so that forgetting it does not
 * compile. Which *rows* it then reaches is decided by the database (row-level security), from the same grants.
 */
export type Policy =
  /** Anybody, also without an account. The operation itself must only touch what is published. */
  | { allow: 'everyone' }
  /** Any person with an account, about the own account only. */
  | { allow: 'signedIn' }
  /**
   * People who hold one of these roles today. The operation reaches the units of those grants and all below.
   * `reach: 'organisation'`: it shows things of the whole organisation, wherever in it the role is held (the names
   * of units and bodies). `secondFactor`: the session must have been opened with two factors (registers of persons).
   * `heldIn: 'topUnit'`: it concerns the organisation as a whole, so only the role in its top unit counts.
   * `protectedIdentities`: it also sees persons whose identity is protected; nothing else does.
   */
  | {
      allow: 'roles'
      roles: readonly [Role, ...Role[]]
      reach?: 'organisation'
      heldIn?: 'topUnit'
      secondFactor?: true
      protectedIdentities?: true
    }
  /** Nobody from the network: the person at the machine, by the command line, and the system's own jobs. */
  | { allow: 'operator'; protectedIdentities?: true }

/** Does an operation with this policy see persons whose identity is protected? */
export function seesProtected(policy: Policy): boolean {
  return 'protectedIdentities' in policy && policy.protectedIdentities === true
}
