import type { CheckContext } from '../context.ts'
import { scaledAt, type RowView } from '../view.ts'
import { about, named, shown, tellingDigits, type Case, type Clue, type Finding } from './clue.ts'

type Cell = { row: RowView; column: number }

/** An amount with fewer telling digits stands somewhere by chance. */
const enoughDigits = 4

/** So many cells with the amount are kept; more than two are none. */
const kept = 8

/** Cells by their amount without sign. */
export type CellsByAmount = ReadonlyMap<number, readonly Cell[]>

/** Every cell of the book that prints one of the differences, where the difference says something. */
export function cellsPrinting({ views }: CheckContext, differences: Iterable<number>): CellsByAmount {
  const cells = new Map<number, Cell[]>()
  for (const difference of differences) {
    if (tellingDigits(difference) >= enoughDigits) cells.set(Math.abs(difference), [])
  }
  if (cells.size === 0) return cells
  for (const view of views) {
    for (const [place, value] of view.scaled.entries()) {
      const found = value === 0 ? undefined : cells.get(Math.abs(value))
      if (!found || found.length >= kept) continue
      const width = view.table.columns.length
      const row = view.rows[Math.floor(place / width)]
      if (row) found.push({ row, column: place % width })
    }
  }
  return cells
}

/** The difference is a figure printed elsewhere: a cell that does not belong there was counted in. */
export function strayCell(one: Case, finding: Finding): Clue | null {
  const amount = Math.abs(finding.difference)
  if (tellingDigits(amount) < enoughDigits) return null
  const cells = (one.others.cells.get(amount) ?? []).filter((cell) => !takesPart(finding, cell))
  const inTable = cells.filter((cell) => cell.row.view === finding.target.row.view)
  const found = inTable.length === 1 ? inTable : cells
  const [cell] = found
  if (!cell || found.length > 1) return null
  const { row, column, table } = named(cell.row, cell.column)
  const counted = Math.sign(finding.difference) === Math.sign(scaledAt(cell.row, cell.column))
  return {
    sentence: {
      key: counted ? 'check.explain.strayCell' : 'check.explain.strayCellTaken',
      params: { row, column, table, amount: shown(one, finding, amount) },
    },
    about: [about.cell(cell.row, cell.column)],
  }
}

function takesPart({ target, terms }: Finding, { row, column }: Cell): boolean {
  return [target, ...terms].some((term) => term.row === row && term.column === column)
}
