import type { Amount } from './amount.ts'
import type { Role } from './roles.ts'

/**
 * The values every budget rule works on. A `Book` holds what is printed in one budget document, or what
 * Kansli has compiled, in the same shape, so that the same rules check both.
 *
 * Nothing in this file (or in `rules/`) knows a database, a clock or a language.
 */
export type Book = {
  /** Whose money it is, as it is called: `Region Stockholm`. */
  jurisdiction: string
  /** The year that is decided; `planYears` follow it. */
  budgetYear: number
  planYears: number[]
  /** What an amount is counted in when a cell does not say otherwise. */
  unit: Unit
  /** Printed decimals when a table does not say otherwise. */
  decimals: number
  tables: Table[]
  assignments: BookAssignment[]
  /** Running text, for the rules that compare words with figures. */
  texts: BookText[]
}

/** What a figure counts. `mnkr` is a million kronor, `öre` 0.01 percentage points of municipal tax. */
export type Unit = (typeof units)[number]
export const units = [
  'kr',
  'tkr',
  'mnkr',
  'mdkr',
  'percent',
  'percentagePoints',
  'öre',
  'count',
  'other',
] as const

/** Which statement a table is; rules ask for tables by kind, never by title. */
export type TableKind = (typeof tableKinds)[number]
export const tableKinds = [
  'incomeStatement',
  'taxRevenue',
  'appropriations',
  'resultRequirements',
  'unitResult',
  'sensitivityAnalysis',
  'balanceSheet',
  'cashFlow',
  'financingBudget',
  /** Base proposal, our adjustments and sum per public board, then the way from base result to ours. */
  'adjustmentSummary',
  /** A chapter's own list of adjustments, per public board. */
  'chapterAdjustments',
  'other',
] as const

export type Table = {
  /** Stable within the book: what a finding and a source link point at. */
  key: string
  title: string
  kind: TableKind
  /** The chapter it stands in, for chapter tables. */
  chapter: string | null
  /** The public board or unit the whole table is about, as printed; null when rows say it themselves. */
  body: string | null
  unit: Unit
  /** Which file it came from; null for what Kansli compiled. */
  source: string | null
  columns: Column[]
  rows: Row[]
}

export type ColumnKind = (typeof columnKinds)[number]
export const columnKinds = [
  /** What became of a past year. */
  'outcome',
  'budget',
  /** An estimate of a year not yet closed. */
  'forecast',
  'plan',
  /** The difference between two other columns, in the unit of its cells. */
  'change',
  /** The budget year with one thing changed, as in a sensitivity analysis. */
  'scenario',
  /** Our addition to the base, printed beside the year it is part of. */
  'addition',
  'other',
] as const

export type Column = {
  key: string
  /** As printed: `Budget 2025`. */
  label: string
  kind: ColumnKind
  /** One year may have several columns (budget and forecast); null where no year is said. */
  year: number | null
  /** For a change column: the keys of the columns it goes from and to. */
  compares: { from: string; to: string } | null
  /** For a scenario column: the share the rows are moved by (0.03 for +3 %); null elsewhere. */
  shift: Amount | null
}

/**
 * What a row is in its table.
 * - `line`: stands for itself and is part of the next sum
 * - `sum`: adds up lines (or sums) before it, or says another computed figure (a result)
 * - `ofWhich`: part of the line before it, may or may not be complete (`ofWhichComplete`)
 * - `memo`: beside the arithmetic: a comparison, a ratio, a reminder
 */
export type RowKind = (typeof rowKinds)[number]
export const rowKinds = ['line', 'sum', 'ofWhich', 'memo'] as const

export type Row = {
  key: string
  label: string
  /** The heading it stands under, as printed; a public board in an adjustment summary. */
  section: string | null
  /** Indentation as printed: 0 sums, 1 lines, 2 of-which. */
  level: number
  kind: RowKind
  /** For the parts of one whole: do they claim to be all of it? null when nothing is known. */
  ofWhichComplete: boolean | null
  /** What the row means in Swedish public accounting; null when it is not known. */
  role: Role | null
  /** Was the role read from the label or said by a person? A person's word is never overwritten. */
  roleOrigin: 'recognised' | 'corrected'
  unit: Unit
  sourceLine: number | null
  /** One place a column of the table, in its order; null where nothing stands at all. */
  cells: (Cell | null)[]
}

/**
 * One figure. A blank cell (`value: null`, `printed: ''`), a `0` and a `−0` are three different things.
 */
export type Cell = {
  value: Amount | null
  /** Exactly as it stood; for compiled figures, as it will be printed. */
  printed: string
  /** Printed decimals, which say how far rounding can reach. */
  decimals: number
  unit: Unit
  sourceLine: number | null
  origin: CellOrigin
}

/**
 * - `outside`: printed by somebody else, kept as it was
 * - `own`: written in Kansli
 * - `derived`: computed by Kansli from other figures
 * - `override`: written by hand over a derived figure
 */
export type CellOrigin = (typeof cellOrigins)[number]
export const cellOrigins = ['outside', 'own', 'derived', 'override'] as const

/** Something a public board is told to do, in the words of the budget. */
export type BookAssignment = {
  key: string
  chapter: string | null
  publicBoards: string[]
  consulted: string[]
  /** What is asked: investigate, introduce, set aside … as printed. */
  kind: string
  text: string
  /** A few words that name it: `working time pilot`; null when none are printed. */
  theme: string | null
  /** Amounts as printed: `40 mnkr (2025); 100 mnkr (2026)`. */
  amounts: string
  dueYear: number | null
  sourceLine: number | null
}

/** Running text of one chapter, or of one adjustment's rationale. */
export type BookText = {
  key: string
  chapter: string | null
  publicBoard: string | null
  text: string
  sourceLine: number | null
}
