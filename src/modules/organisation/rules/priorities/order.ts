import { dayAfter, dayBefore, holdsOn } from '../unit-records.ts'
import type { PriorityList, PriorityOn, PriorityRecord } from './priority-records.ts'

/** What a list is to say from a day on, in its order. */
export type WantedPriority = { id: string; title: string; why: string }

/** What happens to the rows of a list when it is to say something else: some end, some never held, some begin. */
export type OrderChange = {
  ends: { id: string; validTo: string }[]
  replaces: string[]
  begins: PriorityOn[]
}

/** Why a list cannot be otherwise from a day: the key of the sentence that says it. */
export type OrderFault = 'priority.changedLater' | 'priority.outsidePeriod' | 'priority.notYet'

/** The priorities of a list on a day, the first first. */
export function prioritiesOn(records: readonly PriorityRecord[], day: string): PriorityOn[] {
  return records
    .filter((record) => holdsOn(record, day))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ priorityId, rank, title, why }) => ({ id: priorityId, rank, title, why }))
}

/** The days from which a list said something else, the newest first. */
export function changedDays(records: readonly PriorityRecord[]): string[] {
  const days = records.flatMap(({ validFrom, validTo }) =>
    validTo ? [validFrom, dayAfter(validTo)] : [validFrom],
  )
  return [...new Set(days)].toSorted().toReversed()
}

/** The day on which a list is read when none is asked for: today, or the nearest day of its period. */
export function nearestDay(
  { validFrom, validTo }: Pick<PriorityList, 'validFrom' | 'validTo'>,
  today: string,
): string {
  if (today < validFrom) return validFrom
  return validTo !== null && validTo < today ? validTo : today
}

/**
 * Can a list be otherwise from a day on? The day lies in its period, and no change has been made that begins later. Of
 * what is to come, only the first day of a list that has not begun: what holds today is never decided ahead.
 */
export function orderFault(
  list: Pick<PriorityList, 'validFrom' | 'validTo'>,
  records: readonly PriorityRecord[],
  day: string,
  today: string,
): OrderFault | null {
  if (day < list.validFrom || (list.validTo !== null && day > list.validTo)) return 'priority.outsidePeriod'
  if (day > today && day !== list.validFrom) return 'priority.notYet'
  return records.some(
    (record) => record.validFrom > day || (record.validTo !== null && record.validTo >= day),
  )
    ? 'priority.changedLater'
    : null
}

/**
 * How a list comes to say what is wanted from a day on. Rows that say it already stay as they are; the days before
 * are left alone.
 * @param wanted in their order: the first gets place 1
 */
export function orderFrom(
  records: readonly PriorityRecord[],
  wanted: readonly WantedPriority[],
  day: string,
): OrderChange {
  const open = new Map(
    records.filter((record) => record.validTo === null).map((record) => [record.priorityId, record]),
  )
  const change: OrderChange = { ends: [], replaces: [], begins: [] }
  const leaves = (record: PriorityRecord) => {
    if (record.validFrom === day) change.replaces.push(record.id)
    else change.ends.push({ id: record.id, validTo: dayBefore(day) })
  }
  for (const [index, { id, title, why }] of wanted.entries()) {
    const before = open.get(id)
    open.delete(id)
    if (before?.rank === index + 1 && before.title === title && before.why === why) continue
    if (before) leaves(before)
    change.begins.push({ id, rank: index + 1, title, why })
  }
  for (const record of open.values()) leaves(record)
  return change
}

/**
 * The order when one goes a step up or down; null when it cannot go further.
 * @param ids in their order now
 */
export function movedBy(ids: readonly string[], id: string, steps: -1 | 1): string[] | null {
  const at = ids.indexOf(id)
  const other = ids[at + steps]
  if (at === -1 || other === undefined) return null
  return ids.map((each, index) => (index === at ? other : index === at + steps ? id : each))
}
