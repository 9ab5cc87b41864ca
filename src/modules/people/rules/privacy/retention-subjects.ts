/** What may be let go of after some time, and how. */
export type RetentionSubject = {
  key: RetentionKey
  /** `erase`: the person is erased from everything; `remove`: the row goes, the person stays. */
  action: 'erase' | 'remove'
  /** After how many months, as a proposal that a Swedish association can stand for. */
  months: number
}

export const retentionKeys = [
  'leftMembers',
  'applications',
  'timeline',
  'notes',
  'contacts',
  'accountInvitations',
] as const
export type RetentionKey = (typeof retentionKeys)[number]

/** Proposals; nothing is switched on by itself. */
export const retentionSubjects: readonly RetentionSubject[] = [
  // One annual meeting and its minutes after the membership ended.
  { key: 'leftMembers', action: 'erase', months: 24 },
  // Refused, withdrawn, or never confirmed.
  { key: 'applications', action: 'remove', months: 6 },
  { key: 'timeline', action: 'remove', months: 60 },
  { key: 'notes', action: 'remove', months: 24 },
  // Addresses and numbers that no longer lead to anybody.
  { key: 'contacts', action: 'remove', months: 12 },
  { key: 'accountInvitations', action: 'remove', months: 3 },
]
