import { Decimal } from 'decimal.js'
import { round, type Amount } from '../amount.ts'
import type { Book, Cell, Column, Row, Table, Unit } from '../book.ts'
import type { Role } from '../roles.ts'
import { layoutOf, type ColumnLayout } from './columns.ts'
import type { Part, SourceLine } from './report.ts'
import type { OfWhichGroup } from './structure/of-which.ts'
import type { SumRelation } from './structure/sums.ts'

/**
 * A book as the rules read it: every amount once as a whole number of the book's smallest unit (the *quantum*),
 * so that sums are exact and fast, with half a unit of its last printed digit beside it. A blank counts 0 and
 * reaches 0 by rounding; `−0` counts 0 like `0`.
 */
export type TableView = {
  table: Table
  rows: RowView[]
  /** By place `row.offset + column`: quanta; 0 where the cell is no amount. Whole numbers below 2⁵³. */
  scaled: Float64Array
  /** By place: half a unit of the last printed digit, in quanta; 0 for blanks. */
  half: Float64Array
  /** By place: BLANK, MONEY or OTHER. */
  state: Uint8Array
  layout: ColumnLayout
  /** Places of amounts beyond `LARGEST`. */
  tooLarge: number[]
  /** Rows by their role, in printed order. */
  byRole: ReadonlyMap<Role, RowView[]>
  /** Filled on first use: which rows its sums add (`inferSums`). */
  sums: SumRelation[] | null
  /** Filled on first use: its of-which rows (`ofWhichGroups`). */
  ofWhich: OfWhichGroup[] | null
  /** Filled on first use: the public face of a cell. */
  parts: (Part | undefined)[]
  /** The same for cells that are taken away. */
  taken: Map<number, Part> | null
}

export type RowView = {
  view: TableView
  row: Row
  index: number
  /** Of its first cell among the places of the table. */
  offset: number
  /** Made on first use: the line it stands on, and `table/row/`, with which paths of its cells begin. */
  line: SourceLine | null
  path: string | null
}

/** Nothing stands in the cell. */
export const BLANK = 0
/** An amount of money. */
export const MONEY = 1
/** A figure that counts something else: per cent, öre, persons; or an amount beyond `LARGEST`. */
export const OTHER = 2

/** Figures from here on (in quanta) are no budget's: 1 000 000 000 million kronor counted in öre. Sums of them stay exact. */
export const LARGEST = 1e14

/** Powers of ten in a krona. */
const exponents: Partial<Record<Unit, number>> = { kr: 0, tkr: 3, mnkr: 6, mdkr: 9 }

/** The power of ten of the unit in kronor, or null for what is no money. */
export function exponentOf(unit: Unit): number | null {
  return exponents[unit] ?? null
}

/** Amounts are not counted finer than this power of ten kronor (1 öre). */
const finest = -2

/** The power of ten (in kronor) of the smallest digit printed in the book: what amounts are counted in. */
export function quantumOf(book: Book): number {
  let quantum = exponents[book.unit] ?? 0
  for (const table of book.tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        if (cell === null || cell.value === null) continue
        const exponent = exponents[cell.unit]
        if (exponent !== undefined && exponent - cell.decimals < quantum) quantum = exponent - cell.decimals
      }
    }
  }
  return Math.max(quantum, finest)
}

/** Reads a table into whole numbers of 10^`quantum` kronor. */
export function viewOf(table: Table, quantum: number): TableView {
  const width = table.columns.length
  const size = width * table.rows.length
  const byRole = new Map<Role, RowView[]>()
  const view: TableView = {
    table,
    rows: [],
    scaled: new Float64Array(size),
    half: new Float64Array(size),
    state: new Uint8Array(size),
    layout: layoutOf(table.columns),
    tooLarge: [],
    byRole,
    parts: Array.from<Part | undefined>({ length: size }),
    sums: null,
    ofWhich: null,
    taken: null,
  }
  for (const [index, row] of table.rows.entries()) {
    const rowView: RowView = { view, row, index, offset: index * width, line: null, path: null }
    view.rows.push(rowView)
    for (let column = 0; column < width; column++) {
      const cell = row.cells[column]
      if (cell !== null && cell !== undefined) count(view, rowView.offset + column, cell, quantum)
    }
    if (row.role === null) continue
    const same = byRole.get(row.role)
    if (same) same.push(rowView)
    else byRole.set(row.role, [rowView])
  }
  return view
}

const powers = Array.from({ length: 24 }, (_, exponent) => 10 ** exponent)

function power(exponent: number): number {
  return powers[exponent] ?? 10 ** exponent
}

/** The words of a decimal hold seven digits each. */
const wordBase = 1e7

/**
 * The double nearest to an amount, without the detour of `toNumber` over its text: the first three words of its
 * coefficient (`d`, with the exponent `e` and the sign `s`) are more digits than a double has.
 */
function nearest({ d: words, e: exponent, s: sign }: Amount): number {
  const [first, second = 0, third = 0] = words ?? [NaN]
  const whole = (first ?? 0) + (second + third / wordBase) / wordBase
  const position = Math.floor(exponent / 7)
  return position === 0 ? sign * whole : sign * whole * wordBase ** position
}

function count(view: TableView, place: number, cell: Cell, quantum: number): void {
  if (cell.value === null) return
  const exponent = exponents[cell.unit]
  if (exponent === undefined) {
    view.state[place] = OTHER
    return
  }
  // What is printed is the value rounded to its printed decimals; compiled figures carry more behind it.
  const digits = Math.min(cell.decimals, exponent - quantum)
  const isExact = cell.origin === 'outside' && digits === cell.decimals
  const shown = isExact || cell.value.decimalPlaces() <= digits ? cell.value : round(cell.value, digits)
  // At most 15 digits: the product is off by far less than a half, so rounding gives the exact whole number.
  const scaled = Math.round(nearest(shown) * power(exponent - quantum))
  if (Math.abs(scaled) >= LARGEST) {
    view.state[place] = OTHER
    view.tooLarge.push(place)
    return
  }
  view.scaled[place] = scaled === 0 ? 0 : scaled
  view.half[place] = power(exponent - quantum - digits) / 2
  view.state[place] = MONEY
}

/**
 * Makes an amount in `unit` of a whole (or half) number of quanta. Exact: below 10¹⁵ the nearest double to the
 * quotient is printed as the very decimal it is, and decimals are made of what is printed.
 */
export function amountOf(scaled: number, quantum: number, unit: Unit): Amount {
  const shift = (exponents[unit] ?? quantum) - quantum
  return new Decimal(shift === 0 ? scaled : shift > 0 ? scaled / 10 ** shift : scaled * 10 ** -shift)
}

/** The printed cell, or null where nothing stands. */
export function cellAt(row: RowView, column: number): Cell | null {
  return row.row.cells[column] ?? null
}

/** The printed decimals, or null where nothing stands. */
export function decimalsAt(row: RowView, column: number): number | null {
  return cellAt(row, column)?.decimals ?? null
}

/** The amount as printed: what was compiled may be more exact than it is shown. Null where none stands. */
export function printedAt(row: RowView, column: number): Amount | null {
  const cell = cellAt(row, column)
  if (!cell?.value) return null
  return cell.value.decimalPlaces() > cell.decimals ? round(cell.value, cell.decimals) : cell.value
}

export function columnAt(row: RowView, column: number): Column {
  const found = row.view.table.columns[column]
  if (!found) throw new RangeError(`The table ${row.view.table.key} has no column ${column}.`)
  return found
}

/** Whether an amount stands there. */
export function isMoney(row: RowView, column: number): boolean {
  return row.view.state[row.offset + column] === MONEY
}

/** The amount in quanta; 0 where none stands. */
export function scaledAt(row: RowView, column: number): number {
  return row.view.scaled[row.offset + column] ?? 0
}

/** Half a unit of the last printed digit, in quanta; 0 where nothing stands. */
export function halfAt(row: RowView, column: number): number {
  return row.view.half[row.offset + column] ?? 0
}

/** The cell as a part of a computation, counted once; made on first use and shared after that. */
export function partAt(row: RowView, column: number): Part {
  const { view } = row
  const place = row.offset + column
  const known = view.parts[place]
  if (known) return known
  const cell = cellAt(row, column)
  const printedIn = columnAt(row, column)
  const part: Part = {
    where: {
      table: view.table.key,
      row: row.row.key,
      column: printedIn.key,
      tableLabel: view.table.title,
      sectionLabel: row.row.section,
      rowLabel: row.row.label,
      columnLabel: printedIn.label,
    },
    printed: cell?.printed ?? '',
    value: cell?.value ?? null,
    unit: cell?.unit ?? row.row.unit,
    factor: 1,
    sourceLine: sourceLineOf(row, cell),
  }
  view.parts[place] = part
  return part
}

/** The keys of the cell, `table/row/column`. */
export function pathAt(row: RowView, column: number): string {
  row.path ??= [row.view.table.key, row.row.key, ''].join('/')
  return row.path + columnAt(row, column).key
}

/** The cell taken away, made once as well; any other factor is rare. */
export function partTimes(row: RowView, column: number, factor: number): Part {
  if (factor === 1) return partAt(row, column)
  if (factor !== -1) return { ...partAt(row, column), factor }
  const taken = (row.view.taken ??= new Map())
  const place = row.offset + column
  const part = taken.get(place) ?? { ...partAt(row, column), factor }
  taken.set(place, part)
  return part
}

/** Most cells stand on their row's line, which is then one value for all of them. */
function sourceLineOf(row: RowView, cell: Cell | null): SourceLine | null {
  const own = row.row.sourceLine
  const line = cell?.sourceLine ?? own
  if (line === null) return null
  if (line !== own) return { source: row.view.table.source, line }
  row.line ??= { source: row.view.table.source, line }
  return row.line
}
