import type { Row, Table } from '../book.ts'
import { compiledColumns, inBookUnit, type StatementSettings } from '../statements/columns.ts'
import type { Amounts } from './comparable.ts'
import { differences, type Difference } from './difference.ts'

/** A row of one statement beside the same row of another. */
export type RowComparison = {
  label: string
  first: Row | null
  second: Row | null
  years: Difference[]
}

/**
 * Two prints of one statement side by side (base and ours, ours and another party's): rows are paired by key and role
 * where both have them, else by role where only one row on each side has it, else by label. Rows of the second that
 * the first does not have come last.
 */
export function compareTables(first: Table, second: Table, settings: StatementSettings): RowComparison[] {
  const taken = new Set<Row>()
  const partnerOf = (row: Row): Row | null => {
    const free = second.rows.filter((each) => !taken.has(each))
    const found =
      free.find((each) => each.key === row.key && each.role === row.role) ??
      (row.role === null ? undefined : only(first, second, row)) ??
      free.find((each) => each.label === row.label && each.section === row.section)
    return found ?? null
  }
  const rows = first.rows.map((row): RowComparison => {
    const partner = partnerOf(row)
    if (partner !== null) taken.add(partner)
    return comparison(first, second, row, partner, settings)
  })
  const added = second.rows.filter((row) => !taken.has(row))
  return [...rows, ...added.map((row) => comparison(first, second, null, row, settings))]
}

/** The row with the same role, when there is only one on either side. */
function only(first: Table, second: Table, row: Row): Row | undefined {
  const same = (each: Row): boolean => each.role === row.role
  const others = second.rows.filter(same)
  return first.rows.filter(same).length === 1 && others.length === 1 ? others[0] : undefined
}

function comparison(
  first: Table,
  second: Table,
  one: Row | null,
  other: Row | null,
  settings: StatementSettings,
): RowComparison {
  const figures = (table: Table, row: Row | null): Amounts =>
    compiledColumns(table, settings.years).map((column) =>
      row === null || column < 0 ? null : inBookUnit(row.cells[column], settings.unit),
    )
  return {
    label: one?.label ?? other?.label ?? '',
    first: one,
    second: other,
    years: differences(settings.years, figures(first, one), figures(second, other)),
  }
}
