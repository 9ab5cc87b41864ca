import { dayAfter } from '../days.ts'
import { holdsOn, type Dated } from './holding.ts'

/** What somebody is paid for, as it counts for how many are paid. */
export type PaidRow = Dated & {
  id: string
  personId: string
  temporary: boolean
  degree: string | null
  reason: string
  endedReason: string
  purpose: string
}

/** A day on which something changed about who is paid. */
export type PaidStep = {
  day: string
  /** How many persons are paid from this day on, without those who are so for a time only. */
  paid: number
  /** How many have something for a time: a raise, or only that. */
  temporary: number
  /** Rows that begin on the day, and rows whose last day was the one before. `again`: the person is paid all the same. */
  began: { row: PaidRow; again: boolean }[]
  ended: { row: PaidRow; again: boolean }[]
}

/**
 * How many persons were paid, day by day where something changed, and why: "4, then 5, then 4". A person counts once however many
 * posts; a raise for a time is told, but makes nobody one of the paid.
 * @param from the first day to tell of, with how it was then as the first step
 */
export function paidSteps(rows: readonly PaidRow[], from: string, to: string): PaidStep[] {
  const days = new Set([from])
  for (const { validFrom, validTo } of rows) {
    if (validFrom > from && validFrom <= to) days.add(validFrom)
    if (validTo === null) continue
    const after = dayAfter(validTo)
    if (after > from && after <= to) days.add(after)
  }
  const persons = (day: string, temporary: boolean) =>
    new Set(rows.filter((row) => row.temporary === temporary && holdsOn(row, day)).map((row) => row.personId))
  let before: ReadonlySet<string> = new Set()
  return [...days].toSorted().map((day) => {
    const paid = persons(day, false)
    const first = day === from
    const began = rows.filter((row) => (first ? holdsOn(row, day) : row.validFrom === day))
    const ended = first ? [] : rows.filter((row) => row.validTo !== null && dayAfter(row.validTo) === day)
    const step = {
      day,
      paid: paid.size,
      temporary: persons(day, true).size,
      began: began.map((row) => ({ row, again: !row.temporary && before.has(row.personId) })),
      ended: ended.map((row) => ({ row, again: !row.temporary && paid.has(row.personId) })),
    }
    before = paid
    return step
  })
}

/** The numbers one after another, without repeating one that stayed: `4 → 5 → 4` is [4, 5, 4]. */
export function countsInTurn(steps: readonly Pick<PaidStep, 'paid'>[]): number[] {
  return steps.map(({ paid }) => paid).filter((paid, at, all) => at === 0 || all[at - 1] !== paid)
}
