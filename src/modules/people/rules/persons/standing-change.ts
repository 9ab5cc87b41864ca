import { dayBefore } from '../days.ts'
import { belonging, mayBecome, type MembershipKind, type Standing } from '../membership.ts'

/** A membership as it stands, until something else is written. */
export type OpenMembership = {
  id: string
  unitId: string
  kind: MembershipKind
  status: Standing
  /** `YYYY-MM-DD`. */
  validFrom: string
  paidUntil: string | null
}

/** Why a membership cannot change so: the key of the sentence that says it. */
export type MembershipFault =
  | 'membership.notYet'
  | 'membership.changedLater'
  | 'membership.mayNotBecome'
  | 'membership.homeElsewhere'
  | 'membership.notThere'
  | 'membership.moveInstead'
  | 'membership.sameUnit'
  | 'membership.notHome'
  | 'membership.isThere'

/** What a new row from a day on does to the one that holds: it has its last day, or held no day at all. */
export type Ending = { id: string; validTo: string } | { id: string; replaced: true }

/**
 * How the row that holds makes place for one from a day on.
 * @returns the fault when it began after that day
 */
export function endingOf(
  open: Pick<OpenMembership, 'id' | 'validFrom'>,
  day: string,
): Ending | MembershipFault {
  if (open.validFrom > day) return 'membership.changedLater'
  if (open.validFrom === day) return { id: open.id, replaced: true }
  return { id: open.id, validTo: dayBefore(day) }
}

/**
 * May somebody come to stand so in a unit from a day?
 * @param open all memberships of the person that hold
 * @param today no change is written before its day: what holds today decides who sees whom
 */
export function standingFault(
  open: readonly OpenMembership[],
  change: { unitId: string; kind: MembershipKind; to: Standing; day: string },
  today: string,
): MembershipFault | null {
  if (change.day > today) return 'membership.notYet'
  const there = open.find((each) => each.unitId === change.unitId)
  if (!there && !belonging.includes(change.to)) return 'membership.notThere'
  if (there && !mayBecome(there.status, change.to)) return 'membership.mayNotBecome'
  if (there && there.validFrom > change.day) return 'membership.changedLater'
  const otherHome = open.some(
    (each) => each.kind === 'home' && each.unitId !== change.unitId && belonging.includes(each.status),
  )
  return change.kind === 'home' && belonging.includes(change.to) && otherHome
    ? 'membership.homeElsewhere'
    : null
}
