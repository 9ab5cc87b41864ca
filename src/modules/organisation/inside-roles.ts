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

/** Those who may see how the organisation is built: which units it has, and which bodies are in them. */
export const unitReaders = [...insideRoles, 'member'] as const satisfies readonly [Role, ...Role[]]
