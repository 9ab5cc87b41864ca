import { daysAfter, daysBetween, laterDay } from '../days.ts'
import type { MembershipKind, Standing } from '../membership.ts'
import type { SeededRandom } from './seeded-random.ts'

export type InventedMembership = {
  unitId: string
  kind: MembershipKind
  status: Standing
  from: string
  to: string | null
  paidUntil: string | null
  reason: string
}

/** How it stands today, and in how many of a hundred. */
const standingToday = [
  [76, 'active'],
  [9, 'lapsed'],
  [11, 'left'],
  [3.5, 'applied'],
  [0.5, 'excluded'],
] as const satisfies readonly (readonly [number, Standing])[]

export type MembershipPlace = {
  /** `YYYY-MM-DD` */
  today: string
  /** No row begins before this day. */
  since: string
  birthDate: string
  homeUnitId: string
  /** Units that somebody may have moved from. */
  homes: readonly string[]
  /** Interest and trade associations. */
  extras: readonly string[]
}

/** A person's memberships from the first day until now, one row a standing, the newest last. */
export function inventedMemberships(random: SeededRandom, place: MembershipPlace): InventedMembership[] {
  const { today, since, homeUnitId } = place
  const earliest = laterDay(since, daysAfter(place.birthDate, 15 * 366))
  const span = Math.max(1, daysBetween(earliest, today))
  const status = random.weighted(standingToday)
  if (status === 'applied') {
    const from = daysAfter(today, -random.whole(0, Math.min(60, span)))
    return [row(homeUnitId, 'applied', from, null)]
  }
  // More have come of late than long ago.
  const joined = daysAfter(today, -Math.ceil(random.next() ** 1.5 * (span - 1)) - 1)
  const rows = homeRows(random, place, joined)
  const last = rows.at(-1)!
  const thisYear = today.slice(0, 4)
  if (status === 'active') last.paidUntil = `${thisYear}-12-31`
  else endActive(random, rows, status, today)
  const extras = place.extras.length > 0 && random.chance(0.12) ? random.whole(1, 2) : 0
  if (status !== 'left' && status !== 'excluded') rows.push(...extraRows(random, place, joined, extras))
  return rows
}

function homeRows(random: SeededRandom, place: MembershipPlace, joined: string): InventedMembership[] {
  const days = daysBetween(joined, place.today)
  const before = place.homes.filter((unit) => unit !== place.homeUnitId)
  if (days < 200 || before.length === 0 || !random.chance(0.16)) {
    return [row(place.homeUnitId, 'active', joined, null)]
  }
  const moved = daysAfter(joined, random.whole(90, days - 60))
  return [
    row(random.pick(before), 'active', joined, daysAfter(moved, -1)),
    row(place.homeUnitId, 'active', moved, null),
  ]
}

/** Somebody who did not pay, went or was made to go: the active row ends and another begins. */
function endActive(
  random: SeededRandom,
  rows: InventedMembership[],
  status: Exclude<Standing, 'applied' | 'active'>,
  today: string,
): void {
  const last = rows.at(-1)!
  const days = daysBetween(last.from, today)
  if (days < 2) return
  const ended = daysAfter(last.from, random.whole(1, days))
  last.to = daysAfter(ended, -1)
  last.paidUntil = `${Number(ended.slice(0, 4)) - (status === 'lapsed' ? 1 : 0)}-12-31`
  rows.push({ ...row(last.unitId, status, ended, null), paidUntil: last.paidUntil })
}

function extraRows(
  random: SeededRandom,
  { extras, today }: MembershipPlace,
  joined: string,
  count: number,
): InventedMembership[] {
  const chosen = new Set(Array.from({ length: count }, () => random.pick(extras)))
  return [...chosen].map((unitId) => ({
    ...row(unitId, 'active', daysAfter(joined, random.whole(0, daysBetween(joined, today))), null),
    kind: 'extra' as const,
    paidUntil: `${today.slice(0, 4)}-12-31`,
  }))
}

function row(unitId: string, status: Standing, from: string, to: string | null): InventedMembership {
  return { unitId, kind: 'home', status, from, to, paidUntil: null, reason: '' }
}
