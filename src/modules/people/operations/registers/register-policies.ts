import type { Policy } from '#platform/access/policy.ts'

/** What reaches the whole tree of units is for those trusted with all of it. */
export const wholeTreePolicy = {
  allow: 'roles',
  roles: ['owner'],
  heldIn: 'topUnit',
} as const satisfies Policy

/** The same for what holds persons: with a second factor. */
export const wholeOrganisationPolicy = { ...wholeTreePolicy, secondFactor: true } as const satisfies Policy
