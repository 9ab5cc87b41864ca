import type { Role } from '#platform/access/roles.ts'

/** Those who see a budget before it is published. */
export const budgetReaders = [
  'owner',
  'secretary',
  'board',
  'auditor',
  'elected',
] as const satisfies readonly [Role, ...Role[]]

/** Those who write it. */
export const budgetWriters = ['owner', 'secretary'] as const satisfies readonly [Role, ...Role[]]

/** Those who may say what a body decided about it. */
export const budgetSigners = ['owner', 'secretary', 'board'] as const satisfies readonly [Role, ...Role[]]
