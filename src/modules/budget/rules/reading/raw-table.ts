import type { Amount } from '../amount.ts'
import type { Unit } from '../book.ts'

/**
 * A table as it lay in a file, before anything is understood: cells with what stood in them and where.
 * Every reader (CSV, pasted text, XLSX) makes these.
 */
export type RawTable = {
  /** The sheet's or file's name, or the title found above. */
  name: string
  file: string
  sheet: string | null
  rows: RawRow[]
}

export type RawRow = {
  /** The line in the file or the row in the sheet, from 1. */
  line: number
  hidden: boolean
  /** One place a column from the first; null where nothing stands. */
  cells: (RawCell | null)[]
}

export type RawCell = {
  /** What a person sees in the cell. */
  text: string
  /** Set when the file holds a number, not a text; decimals are the printed ones. */
  number: { value: Amount; decimals: number; unit: Unit | null } | null
  bold: boolean
  /** Indentation steps; leading spaces count as one step each two. */
  indent: number
  formula: string | null
  /** A spreadsheet error (`#REF!`) or a formula that was never computed: a figure should stand here. */
  error: boolean
  /** True for the cells a merged cell covers besides its first: they repeat it. */
  merged: boolean
}

/** A cell of plain text. */
export function textCell(text: string): RawCell {
  const leading = /^[\s\u00a0]*/u.exec(text)?.[0].length ?? 0
  return {
    text,
    number: null,
    bold: false,
    indent: Math.floor(leading / 2),
    formula: null,
    error: false,
    merged: false,
  }
}

/** Where something stands: row and column from 1 as in the file, and how a person would say it (`C12`, `rad 12`). */
export type Place = {
  file: string
  sheet: string | null
  row: number | null
  column: number | null
  address: string
}

/** The place of a cell; `A1` style for sheets, `12:3` (line and column) for text files. */
export function placeOf(
  table: { file: string; sheet: string | null },
  row: number | null,
  column: number | null,
): Place {
  const { file, sheet } = table
  if (row === null) return { file, sheet, row, column, address: '' }
  if (sheet !== null)
    return { file, sheet, row, column, address: `${column === null ? '' : columnLetters(column)}${row}` }
  return { file, sheet, row, column, address: column === null ? `${row}` : `${row}:${column}` }
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}
