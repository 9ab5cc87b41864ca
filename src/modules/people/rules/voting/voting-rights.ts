import { dayBefore, daysAfter } from '../days.ts'
import { membershipKinds, type MembershipKind, type Standing } from '../membership.ts'

/** Which members vote in a unit. Associations have no statute law: their own statutes say it, and this is where it is kept. */
export type VotingRule = {
  kinds: readonly MembershipKind[]
  /** For how many days one must have been a member on the day of the meeting. */
  leastDays: number
  /** Must the fee be paid on that day? */
  paid: boolean
  /** Do members of the units below vote too? */
  below: boolean
}

/** What holds where nobody has decided otherwise: every member of the unit votes from the first day, guests do not. */
export const usualVotingRule: VotingRule = {
  kinds: ['home', 'extra'],
  leastDays: 0,
  paid: false,
  below: false,
}

/** A membership in one of the units whose members may vote. Days as `YYYY-MM-DD`; `to` is null while it holds. */
export type VotingMembership = {
  kind: MembershipKind
  status: Standing
  from: string
  to: string | null
  paidUntil: string | null
}

export const reasonsNotToVote = ['kind', 'lapsed', 'notPaid', 'tooShort'] as const
export type ReasonNotToVote = (typeof reasonsNotToVote)[number]

export type VotingVerdict =
  | { votes: true; kind: MembershipKind; since: string }
  /** `from` is the first day on which they would vote, when only time is wanting. */
  | { votes: false; reason: ReasonNotToVote; from: string | null }

const holdsOn = ({ from, to }: VotingMembership, day: string) => from <= day && (to === null || to >= day)
const isMember = ({ status }: VotingMembership) => status === 'active' || status === 'lapsed'

/**
 * May somebody vote on a day, and if not, why? Somebody with several memberships votes once, by the one that comes first.
 * @param memberships all that one person has or has had in the units concerned, none that was replaced
 * @returns null for somebody who is no member that day: who never came, has only applied, or has left
 */
export function votingVerdict(
  rule: VotingRule,
  memberships: readonly VotingMembership[],
  day: string,
): VotingVerdict | null {
  const present = memberships.filter((each) => isMember(each) && holdsOn(each, day))
  if (present.length === 0) return null
  const active = present.filter(({ status }) => status === 'active')
  if (active.length === 0) return { votes: false, reason: 'lapsed', from: null }
  const ofKind = active.filter(({ kind }) => rule.kinds.includes(kind))
  if (ofKind.length === 0) return { votes: false, reason: 'kind', from: null }
  const paid = rule.paid ? ofKind.filter(({ paidUntil }) => paidUntil !== null && paidUntil >= day) : ofKind
  if (paid.length === 0) return { votes: false, reason: 'notPaid', from: null }
  const since = memberSince(
    memberships.filter(({ kind }) => rule.kinds.includes(kind)),
    day,
  )
  const from = daysAfter(since, rule.leastDays)
  if (from > day) return { votes: false, reason: 'tooShort', from }
  const kind = membershipKinds.find((each) => paid.some((row) => row.kind === each))!
  return { votes: true, kind, since }
}

/**
 * The first day of the unbroken membership that somebody has on a day. Not having paid for a while does not break it; having
 * left does, also for one day.
 */
function memberSince(memberships: readonly VotingMembership[], day: string): string {
  let since = day
  for (let reached: string | null = day; reached !== null;) {
    const here: string = reached
    const firsts = memberships.filter((each) => isMember(each) && holdsOn(each, here)).map(({ from }) => from)
    if (firsts.length === 0) break
    since = firsts.reduce((first, each) => (each < first ? each : first))
    reached = dayBefore(since)
  }
  return since
}
