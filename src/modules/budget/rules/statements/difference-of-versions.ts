import type { Amount } from '../amount.ts'
import type { Adjustment, AmountByYear, Version } from './version.ts'

/** One place in a version that can be changed by itself: what two people must not change in different ways. */
export type VersionPlace =
  | { of: 'adjustment'; id: string; field: AdjustmentField | 'exists' }
  | { of: 'adjustmentAmount'; id: string; year: number }
  | { of: 'taxBase'; year: number }
  | { of: 'taxStep'; id: string; field: 'label' | 'exists' }
  | { of: 'taxStepÖre'; id: string; year: number }
  | { of: 'cashPolicy' }
  | { of: 'override'; table: string; row: string; column: string; field: 'value' | 'note' | 'exists' }
  | { of: 'order' }

export type AdjustmentField =
  | 'publicBoard'
  | 'label'
  | 'kind'
  | 'recurring'
  | 'part'
  | 'statementRole'
  | 'chapter'

export const adjustmentFields: readonly AdjustmentField[] = [
  'publicBoard',
  'label',
  'kind',
  'recurring',
  'part',
  'statementRole',
  'chapter',
]

/** What stands in a place: an amount, a word, a whole adjustment; undefined for nothing at all. */
export type PlaceValue = Amount | string | boolean | null | undefined

export type VersionChange = { place: VersionPlace; before: PlaceValue; after: PlaceValue }

/** Two values of one place: amounts are the same when they are equal and of the same sign (0 and −0 are not). */
export function sameValue(a: PlaceValue, b: PlaceValue): boolean {
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    return a.eq(b) && a.isNegative() === b.isNegative()
  }
  return a === b
}

/** A key that is the same for the same place. */
export function placeKey(place: VersionPlace): string {
  return JSON.stringify(Object.entries(place).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Everything in which two versions differ, place by place, from the first to the second; names and parents of the
 * versions themselves apart. An adjustment that only one of them has is one change (`exists`).
 */
export function differenceOfVersions(before: Version, after: Version): VersionChange[] {
  const changes: VersionChange[] = []
  const put = (place: VersionPlace, from: PlaceValue, to: PlaceValue): void => {
    if (!sameValue(from, to)) changes.push({ place, before: from, after: to })
  }
  pairs(
    before.adjustments,
    after.adjustments,
    (each) => each.id,
    (id, one, other) => {
      if (one === undefined || other === undefined)
        put({ of: 'adjustment', id, field: 'exists' }, one !== undefined, other !== undefined)
      else adjustmentChanges(id, one, other, put)
    },
  )
  byYear(before.tax.base, after.tax.base, (year, from, to) => put({ of: 'taxBase', year }, from, to))
  pairs(
    before.tax.steps,
    after.tax.steps,
    (each) => each.id,
    (id, one, other) => {
      if (one === undefined || other === undefined) {
        put({ of: 'taxStep', id, field: 'exists' }, one !== undefined, other !== undefined)
        return
      }
      put({ of: 'taxStep', id, field: 'label' }, one.label, other.label)
      byYear(one.öre, other.öre, (year, from, to) => put({ of: 'taxStepÖre', id, year }, from, to))
    },
  )
  put({ of: 'cashPolicy' }, before.cashPolicy, after.cashPolicy)
  pairs(before.overrides, after.overrides, overrideKey, (_, one, other) => {
    const { table, row, column } = one ?? other ?? { table: '', row: '', column: '' }
    const place = { of: 'override' as const, table, row, column }
    if (one === undefined || other === undefined) {
      put({ ...place, field: 'exists' }, one !== undefined, other !== undefined)
      return
    }
    put({ ...place, field: 'value' }, one.value, other.value)
    put({ ...place, field: 'note' }, one.note, other.note)
  })
  put({ of: 'order' }, orderOf(before, after), orderOf(after, before))
  return changes
}

function adjustmentChanges(
  id: string,
  one: Adjustment,
  other: Adjustment,
  put: (place: VersionPlace, from: PlaceValue, to: PlaceValue) => void,
): void {
  for (const field of adjustmentFields) put({ of: 'adjustment', id, field }, one[field], other[field])
  byYear(one.amounts, other.amounts, (year, from, to) => put({ of: 'adjustmentAmount', id, year }, from, to))
}

function overrideKey(each: { table: string; row: string; column: string }): string {
  return JSON.stringify([each.table, each.row, each.column])
}

/** The order of the adjustments both have, as one word. */
function orderOf(of: Version, other: Version): string {
  const both = new Set(other.adjustments.map((each) => each.id))
  return JSON.stringify(of.adjustments.flatMap((each) => (both.has(each.id) ? [each.id] : [])))
}

function byYear(
  one: AmountByYear,
  other: AmountByYear,
  each: (year: number, from: PlaceValue, to: PlaceValue) => void,
): void {
  const years = new Set([...Object.keys(one), ...Object.keys(other)].map(Number))
  for (const year of [...years].sort((a, b) => a - b)) each(year, one[year], other[year])
}

function pairs<Item>(
  one: readonly Item[],
  other: readonly Item[],
  key: (item: Item) => string,
  each: (key: string, one: Item | undefined, other: Item | undefined) => void,
): void {
  const first = new Map(one.map((item) => [key(item), item]))
  const second = new Map(other.map((item) => [key(item), item]))
  for (const known of new Set([...first.keys(), ...second.keys()]))
    each(known, first.get(known), second.get(known))
}
