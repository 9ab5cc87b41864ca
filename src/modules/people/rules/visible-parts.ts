import type { Role } from '#platform/access/roles.ts'

export const recordParts = [
  'contact',
  'birthDate',
  'personalNumber',
  'memberships',
  'consents',
  'tags',
  'fields',
  'notes',
  'engagement',
  'affiliations',
  'accessibility',
  'timeline',
] as const
/** A part of a person's record, beside the name, that is seen or not as a whole. */
export type RecordPart = (typeof recordParts)[number]

const everything: readonly RecordPart[] = recordParts
const seenBy: Partial<Record<Role, readonly RecordPart[]>> = {
  owner: everything,
  registrar: everything,
  // An auditor sees that the register is well kept, not what was said in confidence.
  auditor: ['memberships', 'consents', 'timeline'],
  organiser: [
    'contact',
    'birthDate',
    'memberships',
    'consents',
    'tags',
    'fields',
    'notes',
    'engagement',
    'affiliations',
    'accessibility',
    'timeline',
  ],
  board: ['contact', 'memberships'],
}

/** The parts of a record that somebody with these roles sees: as little as each trust needs (GDPR art. 5.1 c). */
export function visibleParts(roles: readonly Role[]): ReadonlySet<RecordPart> {
  return new Set(roles.flatMap((role) => seenBy[role] ?? []))
}
