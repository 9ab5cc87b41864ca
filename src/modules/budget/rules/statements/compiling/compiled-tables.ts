import type { Amount } from '../../amount.ts'
import type { Cell, Row, Table } from '../../book.ts'
import { computeIn, isFairPrint, unitOf, type ComputedFigure } from './computed-figure.ts'
import { computedFigures } from './computed-figures.ts'
import { computedCell, derivedCell } from './derived-cell.ts'
import type { PreparedBase } from '../prepare.ts'

/** A quantity's exact figure in a compiled year (in the book's unit), and whether it is another than in the table printed. */
export type FigureOf = (quantity: number, year: number) => { value: Amount; changed: boolean }

/**
 * The followed tables with other figures in their compiled columns, and with the figures that follow from them
 * (ratios, changes, comparisons, moved columns). Tables that are not followed are the same.
 */
export function compiledTables(base: PreparedBase, figure: FigureOf): Table[] {
  const { tables, settings } = base.structure
  return tables.map((table, at) => {
    const computed = computedFigures(table, columnsOf(base, at), settings.years)
    return withComputed(table, withQuantities(base, table, at, figure), computed)
  })
}

/** The places of the compiled years' columns in a followed table; none in others. */
export function columnsOf(base: PreparedBase, tableAt: number): readonly number[] {
  return base.structure.quantities.places.find((place) => place.table === tableAt)?.columns ?? []
}

/** The table with the given figure in every cell that prints a quantity. */
function withQuantities(base: PreparedBase, table: Table, tableAt: number, figure: FigureOf): Table {
  const columns = columnsOf(base, tableAt)
  if (columns.length === 0) return table
  const { quantities, settings } = base.structure
  const rows = table.rows.map((row, rowAt) => {
    const quantity = quantities.at(tableAt, rowAt)
    if (quantity === null) return row
    let cells: (Cell | null)[] | null = null
    for (const [year, column] of columns.entries()) {
      if (column < 0) continue
      const { value, changed } = figure(quantity, year)
      const cell = derivedCell(table, row, column, value, changed, settings.unit)
      if (cell === (row.cells[column] ?? null)) continue
      cells ??= [...row.cells]
      cells[column] = cell
    }
    return cells === null ? row : { ...row, cells }
  })
  return { ...table, rows }
}

/**
 * The table with its figures that are no sums. One that somebody printed stays as it was while what it is computed
 * from prints as it did, if it was a fair print of that; one that was computed follows every change.
 */
function withComputed(before: Table, now: Table, figures: readonly ComputedFigure[]): Table {
  const rows = [...now.rows]
  const inputChanged = (figure: ComputedFigure, exactly: boolean): boolean =>
    figure.from.some(({ row, column }) => {
      const was = before.rows[row]?.cells[column] ?? null
      const is = rows[row]?.cells[column] ?? null
      if (was === is || was === null || is === null) return was !== is
      return exactly
        ? was.value === null || is.value === null || !was.value.eq(is.value)
        : was.printed !== is.printed
    })
  const table = { ...now, rows }
  for (const figure of figures) {
    const row = rows[figure.row]
    const printed = before.rows[figure.row]?.cells[figure.column] ?? null
    if (
      row === undefined ||
      (printed !== null &&
        !inputChanged(figure, printed.origin === 'derived') &&
        isFairPrint(before, figure, printed))
    )
      continue
    const value = computeIn(table, figure)
    if (value === undefined) continue
    rows[figure.row] = withCell(
      row,
      figure.column,
      value === null
        ? blank(printed)
        : computedCell(now, row, figure.column, value, unitOf(row, figure.column)),
    )
  }
  return table
}

function withCell(row: Row, column: number, cell: Cell | null): Row {
  const cells = [...row.cells]
  cells[column] = cell
  return { ...row, cells }
}

/** A figure without meaning is printed as nothing. */
function blank(printed: Cell | null): Cell | null {
  return printed === null ? null : { ...printed, value: null, printed: '', origin: 'derived' }
}
