import type { RecordPart } from '../visible-parts.ts'

/** What a list may show of each person, and the part of a record it belongs to; null for what everybody sees. */
export const listColumns = [
  { key: 'name', part: null },
  { key: 'givenName', part: null },
  { key: 'familyName', part: null },
  { key: 'homeUnit', part: null },
  { key: 'birthDate', part: 'birthDate' },
  { key: 'age', part: 'birthDate' },
  { key: 'email', part: 'contact' },
  { key: 'phone', part: 'contact' },
  { key: 'street', part: 'contact' },
  { key: 'postalCode', part: 'contact' },
  { key: 'city', part: 'contact' },
  { key: 'standing', part: 'memberships' },
  { key: 'memberSince', part: 'memberships' },
  { key: 'paidUntil', part: 'memberships' },
  { key: 'otherUnits', part: 'memberships' },
  { key: 'tags', part: 'tags' },
  { key: 'language', part: null },
  { key: 'languages', part: null },
  { key: 'accessibility', part: 'accessibility' },
  { key: 'source', part: 'timeline' },
] as const satisfies readonly { key: string; part: RecordPart | null }[]

export type ListColumn = (typeof listColumns)[number]['key']
/** A column of the register's own, or `field.<id>` for a field of the organisation's. */
export type ColumnKey = ListColumn | `field.${string}`

/** Is it the key of a column, as far as can be told without knowing the organisation's fields? */
export function isColumnKey(key: string): key is ColumnKey {
  return listColumns.some((column) => column.key === key) || fieldIdOf(key) !== null
}

/** The field that a column shows; null when it is one of the register's own. */
export function fieldIdOf(key: string): string | null {
  return /^field\.([0-9a-f-]{36})$/.exec(key)?.[1] ?? null
}

/** What people may be sorted by. */
export const sortings = [
  'name',
  'givenName',
  'homeUnit',
  'birthDate',
  'memberSince',
  'postalCode',
  'city',
] as const
export type Sorting = (typeof sortings)[number]

/** The part of a record that a sorting tells of: an order tells what it is made by. */
export function partOfSorting(sorting: Sorting): RecordPart | null {
  return listColumns.find(({ key }) => key === sorting)?.part ?? null
}

/** Shown when nothing else has been chosen. */
export const firstColumns: readonly ColumnKey[] = ['name', 'homeUnit', 'phone', 'email']
/** As many columns as fit into anything. */
export const mostColumns = 30
