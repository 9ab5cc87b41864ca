import type { Amount } from '../amount.ts'
import type { Cell, Column, Row, Table, Unit } from '../book.ts'

/** Which years are compiled: the budget year and the plan years after it, and what amounts are counted in. */
export type StatementSettings = {
  years: readonly number[]
  unit: Unit
}

/**
 * Where a table prints the compiled years: for each year the place of its budget or plan column, −1 where the table
 * has none. A year's budget column goes before its plan column; history, changes and scenarios are never compiled.
 */
export function compiledColumns(table: Table, years: readonly number[]): number[] {
  return years.map((year) => {
    const budget = table.columns.findIndex((column) => column.year === year && column.kind === 'budget')
    return budget >= 0
      ? budget
      : table.columns.findIndex((column) => column.year === year && column.kind === 'plan')
  })
}

/**
 * The place of the column the first compiled year follows on from: the year before, forecast before budget before
 * outcome (the forecast is the latest word about it); −1 if the table has none.
 */
export function openingColumn(table: Table, years: readonly number[]): number {
  const before = (years[0] ?? 0) - 1
  for (const kind of ['forecast', 'outcome', 'budget'] as const) {
    const at = table.columns.findIndex((column) => column.year === before && column.kind === kind)
    if (at >= 0) return at
  }
  return -1
}

/** Does the column print amounts of a year (and not a change or a scenario)? */
export function isYearColumn(column: Column): boolean {
  return column.year !== null && ['outcome', 'budget', 'forecast', 'plan'].includes(column.kind)
}

/** Pairs of columns of two tables that speak of the same year in the same way, as places in each. */
export function commonColumns(a: Table, b: Table): [number, number][] {
  const pairs: [number, number][] = []
  for (const [at, column] of a.columns.entries()) {
    if (!isYearColumn(column)) continue
    const other = b.columns.findIndex((each) => each.year === column.year && each.kind === column.kind)
    if (other >= 0) pairs.push([at, other])
  }
  return pairs
}

const powers: Partial<Record<Unit, number>> = { kr: 0, tkr: 3, mnkr: 6, mdkr: 9 }

/** How many powers of ten a figure is moved by from one unit of kronor to another; 0 between other units. */
export function powersBetween(from: Unit, to: Unit): number {
  return (powers[from] ?? 0) - (powers[to] ?? 0) || 0
}

/** Is it an amount of kronor, in any unit? */
export function isMoney(unit: Unit): boolean {
  return powers[unit] !== undefined
}

/** A figure in the book's unit, whatever unit its table prints; null for a blank or anything but kronor. */
export function inBookUnit(cell: Cell | null | undefined, unit: Unit): Amount | null {
  if (cell === null || cell === undefined || cell.value === null) return null
  if (cell.unit === unit) return cell.value
  if (!isMoney(cell.unit) || !isMoney(unit)) return null
  return cell.value.times(`1e${powersBetween(cell.unit, unit)}`)
}

/** Do the row's own figures say amounts of kronor? Percentages, counts and tax rates never take part in sums. */
export function isMoneyRow(row: Row): boolean {
  return (
    isMoney(row.unit) &&
    row.cells.every(
      (cell) => cell === null || cell.value === null || isMoney(cell.unit) || cell.unit === 'percent',
    )
  )
}
