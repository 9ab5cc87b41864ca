import type { Amount } from '../../rules/amount.ts'
import type { Table } from '../../rules/book.ts'
import type { MoneyUnit } from './reference.ts'

/** One figure a year of the budget; null for a blank. */
export type YearFigures = readonly (Amount | null)[]

/** Everything a chapter's text can refer to. */
export type ReferenceData = {
  unit: MoneyUnit
  decimals: number
  years: readonly number[]
  /** Adjustments and tax steps, as rows with amounts in the budget's unit. */
  rows: readonly ReferableRow[]
  /** Rows that are no longer there, so that a text that speaks of one can be told which it was. */
  removedRows: readonly { id: string; label: string }[]
  boards: readonly { slug: string; name: string; base: YearFigures; change: YearFigures; sum: YearFigures }[]
  total: { base: YearFigures; change: YearFigures; sum: YearFigures }
  result: YearFigures
  baseResult: YearFigures
  requirement: YearFigures
  tax: YearFigures
  /** The compiled tables, with whose they are where they are one unit's. */
  tables: readonly Table[]
  units: readonly { slug: string; name: string; table: string }[]
  chapters: readonly string[]
  /** The addresses of all who have money or an assignment. */
  bodies: readonly string[]
  assignments: readonly { id: string; label: string }[]
  removedAssignments: readonly { id: string; label: string }[]
}

export type ReferableRow = {
  id: string
  /** The row of the version this one was branched from: a text that was branched with it still speaks of that. */
  originId: string | null
  label: string
  amounts: YearFigures
  /** For a tax step. */
  ore: YearFigures | null
}

/**
 * The short code a text knows a row by. It is the end of the row's id, so that it stays the same whatever the row is
 * called, and is short enough to write.
 */
export function codeOf(id: string): string {
  return id.replaceAll('-', '').slice(-8)
}

/** Is this the code (or the whole id) of the thing with this id? */
export function isCodeOf(written: string, id: string): boolean {
  return written.toLowerCase() === id || codeOf(id) === written.toLowerCase()
}
