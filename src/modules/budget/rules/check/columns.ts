import type { Column, ColumnKind } from '../book.ts'
import type { TableView } from './view.ts'

/** Where a table's years stand. Many tables of a book are laid out alike. */
export type ColumnLayout = {
  /** The places of the year columns. */
  years: readonly number[]
  /** The place of a year in one sense, and of a decided year in any; by `keyOf`. */
  places: ReadonlyMap<number, number>
}

/** What a year column can be, the surest first: what became of the year, what is expected, what was decided. */
const yearKinds: readonly ColumnKind[] = ['outcome', 'forecast', 'budget', 'plan', 'other']

/** A budget document may call the years it decides budget or plan. */
const decided = yearKinds.indexOf('budget')
const anyDecided = yearKinds.length

function keyOf(year: number, sense: number): number {
  return year * (yearKinds.length + 1) + sense
}

/** Reads how the columns of a table are laid out. */
export function layoutOf(columns: readonly Column[]): ColumnLayout {
  const years: number[] = []
  const places = new Map<number, number>()
  const put = (key: number, at: number): void => {
    if (!places.has(key)) places.set(key, at)
  }
  for (const [at, column] of columns.entries()) {
    const sense = yearKinds.indexOf(column.kind)
    if (column.year === null || sense < 0) continue
    years.push(at)
    put(keyOf(column.year, sense), at)
    if (sense >= decided) put(keyOf(column.year, anyDecided), at)
  }
  return { years, places }
}

/** Columns that stand for a year as it was or is to be: no changes, scenarios or additions. */
export function isYearColumn({ year, kind }: Column): boolean {
  return year !== null && yearKinds.includes(kind)
}

/** The places of the year columns of a table. */
export function yearColumns(view: TableView): readonly number[] {
  return view.layout.years
}

/**
 * The column of `view` that stands for the same year in the same sense as `column`: the same kind, or a budget
 * for a plan and the other way round. −1 when there is none.
 */
export function sameColumn(view: TableView, { year, kind }: Column): number {
  const sense = yearKinds.indexOf(kind)
  if (year === null || sense < 0) return -1
  const { places } = view.layout
  return (
    places.get(keyOf(year, sense)) ?? (sense >= decided ? (places.get(keyOf(year, anyDecided)) ?? -1) : -1)
  )
}

/**
 * The columns of `view` that may be the year before `column`, the best first: what became of it, then what is
 * expected, then what was decided. A roll-forward starts from one of them.
 */
export function columnsBefore(view: TableView, column: Column): number[] {
  const { year } = column
  if (year === null || !isYearColumn(column)) return []
  const { places } = view.layout
  return yearKinds.flatMap((_, sense) => places.get(keyOf(year - 1, sense)) ?? [])
}
