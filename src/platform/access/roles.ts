/**
 * The roles of trust in an organisation. A grant gives one of them to a person, in a unit and everything below
 * it, from a day to a day. What each may do is said by the operations' policies, nowhere else.
 */
export const roles = [
  /** Answers for the system: settings, roles, everything. */
  'owner',
  /** Keeps the member register. */
  'registrar',
  /** Organises members and activities in a unit. */
  'organiser',
  /** Political secretary: writes budgets, agreements, reports. */
  'secretary',
  /** Sits on the board: reads, and signs off for the body. */
  'board',
  /** Reads everything and the audit log, changes nothing. */
  'auditor',
  /** Elected representative: reads drafts of the own side. */
  'elected',
  /** Makes calls from the lists given. */
  'caller',
  'member',
  /** Has applied for membership; sees the own application. */
  'applicant',
] as const

export type Role = (typeof roles)[number]
