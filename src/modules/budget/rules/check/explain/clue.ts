import type { CheckContext } from '../context.ts'
import type { Judged, Term } from '../judge.ts'
import type { Sentence } from '../report.ts'
import type { CellsByAmount } from './stray-cell.ts'
import type { Wish } from './suspect.ts'
import type { Series } from '../rule.ts'
import { amountOf, columnAt, partAt, type RowView } from '../view.ts'
import type { Amount } from '../../amount.ts'

/** A finding whose arithmetic can be looked into. */
export type Finding = Judged & { target: Term }

/** What the arithmetic shows about a finding, and what ties it to others with the same cause. */
export type Clue = { sentence: Sentence; about?: string[] }

/** A series with findings, and what may be asked about it and the others. */
export type Case = {
  context: CheckContext
  series: Series
  findings: Finding[]
  others: CaseIndex
  /** What was seen of the whole series, for its next finding. */
  seen: Map<symbol, unknown>
}

/** What `look` sees of the whole series, looked for once. */
export function seen<Value>(one: Case, key: symbol, look: () => Value): Value {
  if (!one.seen.has(key)) one.seen.set(key, look())
  return one.seen.get(key) as Value
}

/** All cases, by what explanations look for. */
export type CaseIndex = {
  byRule: Map<string, Case[]>
  /** By year and size of the difference. */
  byAmount: Map<string, Finding[]>
  /** Cells that print a finding's difference. */
  cells: CellsByAmount
  /** The figure that is probably wrong, where several claims point to it. */
  suspects: ReadonlyMap<Finding, Wish>
  /** What each figure of a finding would have to be. */
  wishes: ReadonlyMap<Finding, readonly Wish[]>
}

/** The key of `byRule`: rows that mirror each other stand in one table. */
export function ruleKey({ check }: Finding): string {
  return `${check.rule}/${check.where.table}`
}

/** The key of `byAmount`. */
export function amountKey({ target, difference }: Finding): string {
  return `${columnAt(target.row, target.column).year}:${Math.abs(difference)}`
}

/** The findings of a series that hold a figure against others. */
export function findingsIn(series: Series): Finding[] {
  return series.judged.filter((one): one is Finding => one.check.outcome === 'finding' && one.target !== null)
}

/** How many digits of an amount say something: those before the zeros at its end. 2 037,0 has four, 10,0 has one. */
export function tellingDigits(scaled: number): number {
  const digits = String(Math.abs(scaled)).replace('.', '').replace(/0+$/u, '')
  return digits.length
}

/** Whether two amounts are the same within rounding. */
export function near(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance
}

/** An amount of quanta in the unit of the figure the sentence speaks of. */
export function shown({ context }: Case, { target }: Finding, scaled: number): Amount {
  return amountOf(scaled, context.quantum, partAt(target.row, target.column).unit)
}

/** The labels of a cell, for a sentence. */
export function named(row: RowView, column: number): { row: string; column: string; table: string } {
  return { row: nameOf(row), column: columnAt(row, column).label, table: row.view.table.title }
}

/** A row by its label, with its public board where the label alone says little (`Summa`). */
export function nameOf({ row }: RowView): string {
  return row.section !== null && row.kind === 'sum' ? `${row.section}: ${row.label}` : row.label
}

/** The words by which findings are tied together. */
export const about = {
  row: (row: RowView): string => `row:${row.view.table.key}/${row.row.key}`,
  cell: (row: RowView, column: number): string =>
    `cell:${row.view.table.key}/${row.row.key}/${columnAt(row, column).key}`,
}
