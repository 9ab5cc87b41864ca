import { daysSilent } from '../bodies/silence.ts'

/** What sort of document: what is called statutes, standing orders and so on is the reader's language's matter. */
export const documentKinds = ['statutes', 'standingOrders', 'workingMethods', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** How it stands with the next review of a document. */
export const reviewStates = ['overdue', 'soon', 'later', 'none', 'ended'] as const
export type ReviewState = (typeof reviewStates)[number]

export type Version = {
  number: number
  adoptedOn: string
  responsibleBodyId: string
  reviewDue: string | null
}
export type Review = { reviewedOn: string; reviewDue: string | null }

/** So many days before a review is due it is time to begin. */
export const soonDays = 60

/** The version that held on a day: the last one adopted by then; null before the first. */
export function versionOn<Each extends Version>(versions: readonly Each[], day: string): Each | null {
  return versions
    .filter(({ adoptedOn }) => adoptedOn <= day)
    .reduce<Each | null>((last, each) => (last && last.number > each.number ? last : each), null)
}

/**
 * When a document must be reviewed next, as it stood on a day: as the version that held says, or the last review of it.
 * Null when nobody has said.
 */
export function reviewDueOn(
  versions: readonly Version[],
  reviews: readonly Review[],
  day: string,
): string | null {
  const version = versionOn(versions, day)
  if (!version) return null
  const last = reviews
    .filter(({ reviewedOn }) => reviewedOn >= version.adoptedOn && reviewedOn <= day)
    .reduce<Review | null>(
      (latest, each) => (latest && latest.reviewedOn > each.reviewedOn ? latest : each),
      null,
    )
  return last ? last.reviewDue : version.reviewDue
}

/** Is it time? What has ended needs no review; on the day itself it is not yet too late. */
export function reviewState(
  { due, endedOn }: { due: string | null; endedOn: string | null },
  day: string,
): ReviewState {
  if (endedOn !== null && endedOn < day) return 'ended'
  if (due === null) return 'none'
  if (due < day) return 'overdue'
  return daysSilent(day, due) <= soonDays ? 'soon' : 'later'
}
