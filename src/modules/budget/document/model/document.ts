import type { CellOrigin, Unit } from '../../rules/book.ts'
import type { AdjustmentKind } from '../../rules/statements/version.ts'
import type { MoneyUnit } from '../references/reference.ts'
import type { Block } from '../text/blocks.ts'

export const DOCUMENT_FORMAT = 'kansli-document/1'

/**
 * A budget document as one value: everything that is printed, on paper, in a file or on a page, with every figure
 * already as it is read. All formats are made from this and nothing else, so that they cannot print different figures.
 * Plain JSON throughout: it is what a publication freezes.
 */
export type DocumentModel = {
  format: typeof DOCUMENT_FORMAT
  /** `Budget 2025–2027`. */
  title: string
  /** The version's name. */
  version: string
  jurisdiction: string
  organisation: string
  /** Who stands behind it, in their own words; empty when nobody has said. */
  party: string
  years: number[]
  /** `Budget 2025`, `Plan 2026` … */
  yearLabels: string[]
  unit: MoneyUnit
  decimals: number
  results: ResultYear[]
  /** Base, change and sum by public board. */
  overview: DocumentTable
  /** The way from the base's result to ours. */
  path: DocumentTable
  boards: DocumentBoard[]
  /** Every adjustment and tax step, in the version's order. */
  reforms: DocumentReform[]
  chapters: DocumentChapter[]
  statements: DocumentTable[]
  assignments: DocumentAssignment[]
  findings: DocumentFindings
  colophon: Colophon
}

/** A printed figure: `value` exact in `unit`, or a blank. */
export type Figure = {
  value: string | null
  printed: string
  decimals: number
  unit: Unit
  origin: CellOrigin
  source: Source | null
}

export type Source = { file: string | null; line: number }

export type ResultYear = {
  year: number
  base: Figure
  /** What our adjustments of appropriations cost, financing and changed requirements added. */
  appropriations: Figure
  financing: Figure
  requirements: Figure
  result: Figure
  /** What the result has to be at least; null when nobody has said. */
  required: Figure | null
  met: boolean | null
  /** How the balanced-budget rule judges the year (KL 11:5, 11:12). */
  balance: 'holds' | 'excused' | 'restored' | 'pending' | 'broken'
}

export type DocumentTable = {
  key: string
  /** Its part of an address; unique in the document. */
  slug: string
  title: string
  kind: string
  /** Whose it is, for a unit's own table. */
  body: string | null
  unit: Unit
  columns: { key: string; label: string; year: number | null; kind: string }[]
  rows: DocumentRow[]
}

export type DocumentRow = {
  key: string
  /** The row's place on its page. */
  anchor: string
  label: string
  kind: 'line' | 'sum' | 'ofWhich' | 'memo' | 'section'
  /** What the row is about, where it has a page of its own. */
  about: { of: 'reform' | 'board'; slug: string } | null
  cells: (Figure | null)[]
}

export type DocumentBoard = {
  slug: string
  name: string
  /** One a year; null for a body that has no appropriation. */
  base: Figure[] | null
  change: Figure[]
  sum: Figure[]
  /** Our share of all appropriations. */
  share: Figure[]
  /** Base, adjustments and sum; null for a body without any. */
  table: DocumentTable | null
  reforms: string[]
  assignments: string[]
}

export type DocumentReform = {
  id: string
  code: string
  /** Its part of an address: what it is called now, and the code that stays. */
  slug: string
  label: string
  kind: AdjustmentKind | 'tax'
  board: string | null
  chapter: string | null
  recurring: boolean
  rationale: string
  amounts: (Figure | null)[]
  ore: (Figure | null)[] | null
  links: { title: string; address: string }[]
  source: Source | null
}

export type DocumentChapter = {
  id: string
  slug: string
  number: string
  title: string
  board: string | null
  words: number
  text: Block<TextFigure, TextTable>[]
}

/** A figure in running text. A reference that points to nothing says so, where it stands. */
export type TextFigure =
  | { ok: true; printed: string; values: string[]; target: TextTarget | null }
  | { ok: false; printed: string }

/** Where the figure comes from, as something that has a page. */
export type TextTarget =
  | { to: 'reform' | 'board' | 'assignment'; slug: string }
  | { to: 'overview' | 'results' }
  | { to: 'table'; slug: string; anchor: string }

export type TextTable =
  | { of: 'table'; table: DocumentTable }
  | { of: 'assignments'; assignments: string[] }
  | { of: 'fault'; printed: string }

export type DocumentAssignment = {
  id: string
  code: string
  slug: string
  /** Its number among the assignments of the first body that answers for it. */
  number: number
  /** The body and the number: `Trafiknämnden 7`. */
  label: string
  kind: string
  theme: string
  text: string
  amounts: string
  dueYear: number | null
  condition: string
  chapter: string | null
  responsible: { name: string; slug: string }[]
  consulted: { name: string; slug: string | null }[]
  /** What it is numbered in the document it was read from. */
  sourceKey: string
  source: Source | null
}

export type DocumentFindings = {
  checks: number
  holds: number
  rounding: number
  /** Findings somebody has looked at and explained, and those nobody has. */
  accepted: DocumentFinding[]
  open: DocumentFinding[]
}

export type DocumentFinding = {
  rule: string
  /** What the rule is called, and what it says about these figures. */
  name: string
  says: string
  where: string
  severity: 'error' | 'warning'
  note: string | null
}

export type Colophon = {
  /** 0 for a draft that is not published. */
  edition: number
  /** The day it was made, `YYYY-MM-DD`. */
  date: string
  state: 'draft' | 'ready' | 'adopted' | 'archived'
  /** The files its figures were read from. */
  sources: string[]
  /** The bodies that have approved it, as it is. */
  signOffs: { body: string; decidedOn: string; reference: string }[]
  /** The program that made it. */
  program: string
}
