import { dayLength, daysBetween } from '../days.ts'

/** Somebody who joined: when, and how long each step took. Days as `YYYY-MM-DD`, moments as milliseconds. */
export type Joined = {
  day: string
  appliedAt: number
  decidedAt: number
  /** When the new member was first met; null while nobody has. */
  contactedAt: number | null
}

export type Step = {
  /** A day, or a month as `YYYY-MM`. */
  period: string
  joined: number
  /** So many since the first day. */
  total: number
  /** So many there should have been by then; null without a target. */
  target: number | null
}

/**
 * How many joined in each period, and altogether, beside a target that is reached in even steps.
 * @param days every day of the time, in order
 * @param target how many on the last of the days; null without one
 */
export function stepsOf(
  days: readonly string[],
  joined: ReadonlyMap<string, number>,
  target: number | null,
  by: 'day' | 'month',
): Step[] {
  const steps: Step[] = []
  let total = 0
  for (const [at, day] of days.entries()) {
    const period = by === 'day' ? day : day.slice(0, 7)
    const count = joined.get(day) ?? 0
    total += count
    const due = target === null ? null : Math.round((target * (at + 1)) / days.length)
    const last = steps.at(-1)
    if (last?.period === period) Object.assign(last, { joined: last.joined + count, total, target: due })
    else steps.push({ period, joined: count, total, target: due })
  }
  return steps
}

/** The middle one of some durations; of an even number of them halfway between the two in the middle. Null of none. */
export function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((one, other) => one - other)
  const upper = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[upper]! : (sorted[upper - 1]! + sorted[upper]!) / 2
}

/** The middle of some durations in days with one decimal. */
function middleDays(values: readonly number[]): number | null {
  const length = middle(values)
  return length === null ? null : Math.round((length / dayLength) * 10) / 10
}

/** Days in the middle from application to approval, and from approval to the first contact, with one decimal. */
export function journeyOf(joined: readonly Joined[]): {
  toApproval: number | null
  toContact: number | null
} {
  return {
    toApproval: middleDays(joined.map((each) => each.decidedAt - each.appliedAt)),
    toContact: middleDays(
      joined.flatMap((each) => (each.contactedAt === null ? [] : [each.contactedAt - each.decidedAt])),
    ),
  }
}

/** What is needed each day from now on to be so many members in time; null without a target or when its day has been. */
export function growthNeeded(
  members: number,
  target: number | null,
  targetDay: string | null,
  day: string,
): { missing: number; perWeek: number } | null {
  if (target === null || targetDay === null || targetDay <= day) return null
  const missing = Math.max(0, target - members)
  const weeks = daysBetween(day, targetDay) / 7
  return { missing, perWeek: Math.ceil((missing / weeks) * 10) / 10 }
}

export type Welcomed = { madeOn: string; dueOn: string; contactedOn: string | null; closed: boolean }

/**
 * How large a share of the welcomes that should have been made by now were made in time. Those whose time has not run out count
 * only once they are done. Null when there is none to judge.
 */
export function shareInTime(welcomes: readonly Welcomed[], day: string): number | null {
  const judged = welcomes.filter(
    ({ dueOn, contactedOn, closed }) => contactedOn !== null || (!closed && dueOn < day),
  )
  if (judged.length === 0) return null
  const inTime = judged.filter(({ dueOn, contactedOn }) => contactedOn !== null && contactedOn <= dueOn)
  return inTime.length / judged.length
}
