import { amount, round, type Amount } from '../../amount.ts'
import type { Cell, Column, Row, RowKind, Table, TableKind, Unit } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { printFigure } from '../compiling/derived-cell.ts'

/** One row as a test writes it: what it is called and means, and an exact figure for each column (null for nothing). */
export type RowOf = {
  label: string
  role: Role | null
  kind?: RowKind
  section?: string | null
  ofWhichComplete?: boolean | null
  unit?: Unit
  figures: readonly (Amount | null)[]
}

export type TableOf = {
  key: string
  title?: string
  kind: TableKind
  body?: string | null
  columns: readonly Column[]
  decimals: number
  rows: readonly RowOf[]
}

/** A table as it would be printed from exact figures: each one rounded by itself, with a source line. */
export function tableOf({ key, title = key, kind, body = null, columns, decimals, rows }: TableOf): Table {
  return {
    key,
    title,
    kind,
    chapter: null,
    body,
    unit: 'mnkr',
    source: `${key}.csv`,
    columns: [...columns],
    rows: rows.map((row, at): Row => {
      const unit = row.unit ?? 'mnkr'
      const rowKind = row.kind ?? 'line'
      return {
        key: `${at}-${row.label}`,
        label: row.label,
        section: row.section ?? null,
        level: rowKind === 'sum' ? 0 : rowKind === 'ofWhich' ? 2 : 1,
        kind: rowKind,
        ofWhichComplete: row.ofWhichComplete ?? null,
        role: row.role,
        roleOrigin: 'recognised',
        unit,
        sourceLine: at + 2,
        cells: row.figures.map((figure, column) =>
          printedCell(figure, columns[column], unit, decimals, at + 2),
        ),
      }
    }),
  }
}

/** Per cent are printed with one decimal, whatever the table prints. */
function printedCell(
  figure: Amount | null,
  column: Column | undefined,
  rowUnit: Unit,
  decimals: number,
  line: number,
): Cell | null {
  if (figure === null) return null
  const unit = column?.kind === 'change' ? 'percent' : rowUnit
  const digits = unit === 'percent' ? 1 : decimals
  const value = round(figure, digits)
  return {
    value,
    printed: printFigure(value, digits, unit),
    decimals: digits,
    unit,
    sourceLine: line,
    origin: 'outside',
  }
}

export function yearColumn(kind: 'outcome' | 'budget' | 'forecast' | 'plan', year: number): Column {
  return { key: `${kind}-${year}`, label: `${kind} ${year}`, kind, year, compares: null, shift: null }
}

export function changeColumn(from: Column, to: Column): Column {
  return {
    key: `change-${from.key}-${to.key}`,
    label: 'change',
    kind: 'change',
    year: null,
    compares: { from: from.key, to: to.key },
    shift: null,
  }
}

export function shiftColumn(percent: number): Column {
  return {
    key: `shift${percent}`,
    label: `${percent} %`,
    kind: 'scenario',
    year: null,
    compares: null,
    shift: amount(percent).div(100),
  }
}
