import type { Amount } from '../amount.ts'
import type { Unit } from '../book.ts'

/**
 * What kind of claim a rule makes.
 * - `identity`: arithmetic that must hold
 * - `bridge`: two statements that usually meet, but whose definitions may part
 * - `completeness`: somebody or something that stands in one place has to stand in another
 * - `plausibility`: figures that can hardly be what was meant
 * - `text`: an amount written in words against the row it speaks of
 */
export type CheckClass = 'identity' | 'bridge' | 'completeness' | 'plausibility' | 'text'

/**
 * - `holds`: exactly, or one figure is the other rounded
 * - `rounding`: within half a unit of the last printed digit of every figure that takes part
 * - `finding`: neither
 */
export type Outcome = 'holds' | 'rounding' | 'finding'

export type Severity = 'error' | 'warning'

/** Where in the book: keys to point with, labels to read. Null for the row or column when the whole table is meant. */
export type Place = {
  table: string
  row: string | null
  column: string | null
  tableLabel: string
  /** The heading or public board the row stands under. */
  sectionLabel: string | null
  rowLabel: string | null
  columnLabel: string | null
}

/** A line in the file a figure was read from. */
export type SourceLine = { source: string | null; line: number }

/** One cell that went into a computation. */
export type Part = {
  where: Place
  printed: string
  value: Amount | null
  unit: Unit
  /** How it was counted: 1 added, −1 taken away. */
  factor: number
  sourceLine: SourceLine | null
}

/** A sentence for people: the text of `key` lives in the module's messages. Amounts are formatted where they are shown. */
export type Sentence = { key: string; params: Record<string, string | number | Amount> }

/** One figure held against what it should be, or one thing that should be there. */
export type Check = {
  /** The rule and where, independent of order: an acceptance is tied to it. */
  id: string
  /** The figures as printed and computed: when they change, an acceptance lapses. */
  fingerprint: string
  rule: string
  class: CheckClass
  outcome: Outcome
  severity: Severity
  where: Place
  sourceLines: SourceLine[]
  /** In `unit`; null where something is missing, and for rules that compute no figure. */
  printed: Amount | null
  computed: Amount | null
  /** Printed less computed. */
  difference: Amount | null
  /** How far rounding can reach. */
  tolerance: Amount | null
  unit: Unit
  decimals: number
  /** The cells `computed` was made of. */
  parts: Part[]
  /** Said of findings only. */
  explanation: Sentence | null
  /** Findings with the same cause tell of one thing; null for what is no finding. */
  cause: string | null
}

export type CheckSummary = { checks: number; holds: number; rounding: number; findings: number }

/** Every check made. Findings stand first: errors before warnings, then the largest relative weight. */
export type CheckReport = { checks: Check[]; summary: CheckSummary }

/**
 * What a sentence's text is filled in with.
 * @param show writes an amount as the reader is used to see it, in the unit and decimals of the check
 */
export function paramsOf(
  { params }: Sentence,
  show: (amount: Amount) => string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? show(value) : value]),
  )
}

/** The findings of a report, in their order. */
export function findingsOf(report: CheckReport): Check[] {
  return report.checks.slice(0, report.summary.findings)
}
