import type { Role } from '#platform/access/roles.ts'

/** Everybody who works inside the organisation: all roles but those of ordinary members and applicants. */
export const insideRoles = [
  'owner',
  'registrar',
  'organiser',
  'secretary',
  'board',
  'auditor',
  'elected',
  'caller',
] as const satisfies readonly [Role, ...Role[]]
