import type { RawCellContent } from 'hyperformula'
import type { Book, Unit } from '../../src/modules/budget/rules/book.ts'
import type { Place } from '../../src/modules/budget/rules/check/index.ts'

/** The sheet that all tables of a book stand in, one under the other. */
export const FIGURES = 'Figures'

/** Where a figure stands in the sheet, both from 0. */
export type Address = { row: number; column: number }

/** The figures of a book as a sheet, and where each of them is in it. */
export type FigureSheet = {
  cells: RawCellContent[][]
  addressOf(place: Place): Address | null
  /** For a column of scenarios: the share its rows are moved by. */
  shiftOf(place: Place): number | null
}

/** Puts every printed amount of a book into one sheet as a number; what is blank stays empty. */
export function figureSheet(book: Book): FigureSheet {
  const cells: RawCellContent[][] = []
  const rows = new Map<string, number>()
  const columns = new Map<string, { at: number; shift: number | null }>()
  for (const table of book.tables) {
    for (const [at, { key, shift }] of table.columns.entries()) {
      columns.set(`${table.key}\0${key}`, { at, shift: shift?.toNumber() ?? null })
    }
    for (const row of table.rows) {
      rows.set(`${table.key}\0${row.key}`, cells.length)
      cells.push(row.cells.map((cell) => cell?.value?.toNumber() ?? null))
    }
  }
  const columnOf = ({ table, column }: Place) => columns.get(`${table}\0${column}`)
  return {
    cells,
    addressOf(place) {
      const [row, column] = [rows.get(`${place.table}\0${place.row}`), columnOf(place)]
      return row === undefined || column === undefined ? null : { row, column: column.at }
    },
    shiftOf: (place) => columnOf(place)?.shift ?? null,
  }
}

/** `Figures!C7`, as formulas name a cell. */
export function reference({ row, column }: Address): string {
  return `${FIGURES}!${letters(column)}${row + 1}`
}

/** `Figures!C7:C9`: so many cells below one another. */
export function range(first: Address, count: number): string {
  return `${reference(first)}:${letters(first.column)}${first.row + count}`
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

const exponents: Partial<Record<Unit, number>> = { kr: 0, tkr: 3, mnkr: 6, mdkr: 9 }

/** How many of one unit another is: 0.001 for thousands of kronor among millions. */
export function unitFactor(of: Unit, among: Unit): number {
  return 10 ** ((exponents[of] ?? 0) - (exponents[among] ?? 0))
}
