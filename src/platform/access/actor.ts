import type { Role } from './roles.ts'

/** One role a person holds today, and the units it covers (the unit of the grant and everything below). */
export type Grant = {
  role: Role
  unitIds: readonly string[]
  /** Is it held in the organisation's top unit? */
  top?: boolean
  /** Was it lent by somebody for a time? What is lent gives and lends no roles. */
  lent?: boolean
}

/** Who asks. Made at the edge (session, token, command line, job) and never changed on the way. */
export type Actor =
  | { kind: 'anonymous' }
  | {
      kind: 'person'
      userId: string
      name: string
      grants: readonly Grant[]
      via: 'session' | 'token'
      /** For tokens: what it may do, as `budget:read`; sessions may do what the person may. */
      tokenScopes: readonly string[] | null
      secondFactor: boolean
    }
  /** The person at the machine. */
  | { kind: 'operator' }
  | { kind: 'job'; name: string }

export const anonymous: Actor = { kind: 'anonymous' }
export const operator: Actor = { kind: 'operator' }
