import type { RecordPart } from '../visible-parts.ts'

const partOf: Record<string, RecordPart> = {
  // What a file changed may be ways to reach somebody.
  imported: 'contact',
  contactAdded: 'contact',
  contactEnded: 'contact',
  membershipChanged: 'memberships',
  paidUntilChanged: 'memberships',
  moved: 'memberships',
  consentGiven: 'consents',
  consentWithdrawn: 'consents',
  tagged: 'tags',
  untagged: 'tags',
  fieldSet: 'fields',
  noteAdded: 'notes',
  noteRemoved: 'notes',
  engagementChanged: 'engagement',
  affiliationTold: 'affiliations',
  affiliationForgotten: 'affiliations',
}
const partOfField: Record<string, RecordPart> = {
  birthDate: 'birthDate',
  personalNumber: 'personalNumber',
  accessibility: 'accessibility',
}

/**
 * The part of a record that an event in the timeline tells about, so that nobody reads there what is hidden elsewhere.
 * @returns null for what everybody may read who reads the timeline
 */
export function eventPart(kind: string, detail: Record<string, unknown>): RecordPart | null {
  if (kind === 'changed') return partOfField[String(detail['field'])] ?? null
  return partOf[kind] ?? null
}
