import { round, type Amount } from '../../amount.ts'
import type { Cell, Row, Table, Unit } from '../../book.ts'
import { powersBetween } from '../columns.ts'
import { printNumber } from '../../reading/print-number.ts'

const NO_BREAK_SPACE = '\u00a0'

/** A figure as it will be printed: rounded by itself, half away from zero; a percentage with its sign. */
export function printFigure(value: Amount, decimals: number, unit: Unit): string {
  const digits = printNumber(value, decimals, { signedZero: true })
  return unit === 'percent' ? `${digits}${NO_BREAK_SPACE}%` : digits
}

/**
 * The cell for a compiled figure. The cell keeps the exact value; only what is printed is rounded. A figure that is
 * the base's own stays the very cell it was.
 * @param value in the book's unit
 * @param changed whether the version changes it; a blank that is not changed stays blank
 */
export function derivedCell(
  table: Table,
  row: Row,
  column: number,
  value: Amount,
  changed: boolean,
  unit: Unit,
): Cell | null {
  const before = row.cells[column] ?? null
  const own = before?.unit ?? row.unit
  const powers = powersBetween(unit, own)
  const exact = powers === 0 ? value : value.times(`1e${powers}`)
  if (!changed && (before === null || before.value === null))
    return exact.isZero() ? before : computedCell(table, row, column, exact, own)
  if (!changed && before?.value?.eq(exact) === true) return before
  return computedCell(table, row, column, exact, own)
}

/** A cell computed by Kansli, in the unit it is printed in; its print stays when it shows the same figure as before. */
export function computedCell(table: Table, row: Row, column: number, exact: Amount, unit: Unit): Cell {
  const before = row.cells[column] ?? null
  const decimals =
    before === null || before.value === null ? usualDecimals(table, row, unit) : before.decimals
  const samePrint =
    before?.value !== null &&
    before?.value !== undefined &&
    before.unit === unit &&
    round(exact, decimals).eq(round(before.value, decimals))
  return {
    value: exact,
    printed: samePrint ? before.printed : printFigure(exact, decimals, unit),
    decimals,
    unit,
    sourceLine: before?.sourceLine ?? row.sourceLine,
    origin: 'derived',
  }
}

/** The decimals the row prints elsewhere, else its table, else none. */
function usualDecimals(table: Table, row: Row, unit: Unit): number {
  const printed = (each: Row): Cell | undefined =>
    each.cells.find((cell): cell is Cell => cell !== null && cell.value !== null && cell.unit === unit)
  const own = printed(row)
  if (own !== undefined) return own.decimals
  for (const other of table.rows) {
    const cell = printed(other)
    if (cell !== undefined) return cell.decimals
  }
  return 0
}
