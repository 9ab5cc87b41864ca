import { daysBetween } from '../days.ts'

/** What is asked of a unit: what an association needs to have begun, and to be alive. */
export const healthChecks = [
  'highestMeeting',
  'board',
  'chair',
  'treasurer',
  'boardComplete',
  'contactAddress',
  'members',
  'activity',
  'documentsReviewed',
] as const
export type HealthCheck = (typeof healthChecks)[number]

export type UnitFacts = {
  hasHighest: boolean
  /** Null when there is no board. */
  board: { number: number; held: number; chair: boolean; treasurer: boolean; contactAddress: string } | null
  members: number
  /** The last day on which one of its bodies did something; null when none has been noted. */
  lastActive: string | null
  /** How many documents its bodies should have reviewed by now and have not. */
  documentsOverdue: number
}

/** For how long a unit may be without noted activity, in days: a meeting half-yearly. */
const quietDays = 180

/**
 * What holds of a unit on a day and what does not, in the order in which one begins.
 * @param leastMembers how few members are too few
 */
export function unitHealth(
  { hasHighest, board, members, lastActive, documentsOverdue }: UnitFacts,
  { day, leastMembers }: { day: string; leastMembers: number },
): Record<HealthCheck, boolean> {
  const since = lastActive === null ? null : daysBetween(lastActive, day)
  return {
    highestMeeting: hasHighest,
    board: board !== null,
    chair: board?.chair ?? false,
    treasurer: board?.treasurer ?? false,
    boardComplete: board !== null && board.number > 0 && board.held >= board.number,
    contactAddress: (board?.contactAddress ?? '') !== '',
    members: members >= leastMembers,
    activity: since !== null && since <= quietDays,
    documentsReviewed: documentsOverdue === 0,
  }
}
