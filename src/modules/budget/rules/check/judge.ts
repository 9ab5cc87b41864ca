import { ZERO, type Amount } from '../amount.ts'
import type { Unit } from '../book.ts'
import type { CheckContext } from './context.ts'
import type { Check, Outcome, Part, Place, Sentence, Severity, SourceLine } from './report.ts'
import type { Rule } from './rule.ts'
import {
  amountOf,
  decimalsAt,
  halfAt,
  partAt,
  partTimes,
  pathAt,
  printedAt,
  scaledAt,
  type RowView,
} from './view.ts'

/** A cell in a computation and how it counts: 1 added, −1 taken away, other whole numbers multiplied. */
export type Term = { row: RowView; column: number; factor: number }

/** A check with the arithmetic behind it, for those who look for the cause. */
export type Judged = {
  check: Check
  /** The figure that is held against the terms; null for checks that compute nothing. */
  target: Term | null
  /** Of findings only. */
  terms: readonly Term[]
  /** Printed less computed, in quanta of the context. */
  difference: number
  tolerance: number
}

export type JudgeOptions = {
  /** Sets two checks of one rule at one place apart. */
  suffix?: string
  severity?: Severity
  explanation?: Sentence
}

/** The term a row is in a column. */
export function term(row: RowView, column: number, factor = 1): Term {
  return { row, column, factor }
}

/**
 * Holds a printed figure against a sum: `factor · target = Σ factor · term`. Rounding may reach half a unit of the
 * last printed digit of every figure that takes part; blanks count nothing and reach nothing. Where one figure is
 * held against one other, it also holds when it is the other rounded.
 */
export function judge(
  context: CheckContext,
  rule: Rule,
  target: Term,
  terms: Term[],
  options: JudgeOptions = {},
): Judged {
  let computed = 0
  let tolerance = halfAt(target.row, target.column)
  for (const each of terms) {
    computed += each.factor * scaledAt(each.row, each.column)
    tolerance += Math.abs(each.factor) * halfAt(each.row, each.column)
  }
  computed /= target.factor
  const printed = scaledAt(target.row, target.column)
  const difference = printed - computed
  const outcome = outcomeOf(difference, tolerance, target, terms)
  return {
    check: checkOf(context, rule, outcome, target, terms, { difference, tolerance }, options),
    target,
    // What holds needs no cause, and a book has many thousands of it.
    terms: outcome === 'finding' ? terms : none,
    difference,
    tolerance,
  }
}

/** Of checks that have no terms to look into. */
export const none: Term[] = []

function outcomeOf(difference: number, tolerance: number, target: Term, terms: readonly Term[]): Outcome {
  if (difference === 0) return 'holds'
  if (Math.abs(difference) > tolerance) return 'finding'
  const [only] = terms
  if (terms.length !== 1 || only === undefined || Math.abs(only.factor) !== 1) return 'rounding'
  const [a, b] = [halfAt(target.row, target.column), halfAt(only.row, only.column)]
  // The coarser of the two is the finer one rounded (half away from zero) to its own last digit.
  const coarse = a >= b ? scaledAt(target.row, target.column) : scaledAt(only.row, only.column)
  const fine = a >= b ? scaledAt(only.row, only.column) : scaledAt(target.row, target.column)
  const step = 2 * Math.max(a, b)
  return Math.round(Math.abs(fine) / step) * step === Math.abs(coarse) ? 'holds' : 'rounding'
}

function checkOf(
  context: CheckContext,
  rule: Rule,
  outcome: Outcome,
  target: Term,
  terms: readonly Term[],
  { difference, tolerance }: { difference: number; tolerance: number },
  options: JudgeOptions,
): Check {
  const own = partAt(target.row, target.column)
  const { unit } = own
  const printed = printedAt(target.row, target.column)
  const computed =
    difference === 0 && printed !== null
      ? printed
      : amountOf(scaledAt(target.row, target.column) - difference, context.quantum, unit)
  // Mapped, not pushed: an array that grows keeps room for more.
  const parts = terms.map(partOf)
  return {
    id: idAt(rule, target.row, target.column, options.suffix),
    fingerprint: fingerprintOf(own.printed, printed, computed),
    rule: rule.id,
    class: rule.class,
    outcome,
    severity: options.severity ?? rule.severity,
    where: own.where,
    sourceLines: linesOf(own.sourceLine, parts),
    printed,
    computed,
    difference: difference === 0 ? ZERO : amountOf(difference, context.quantum, unit),
    tolerance: toleranceOf(context, tolerance, unit),
    unit,
    decimals: decimalsAt(target.row, target.column) ?? context.book.decimals,
    parts,
    explanation: outcome === 'finding' ? (options.explanation ?? null) : null,
    cause: null,
  }
}

/** A tolerance in quanta as an amount; they are few and come again and again. */
export function toleranceOf(context: CheckContext, tolerance: number, unit: Unit): Amount {
  const known = context.tolerances.get(unit)?.get(tolerance)
  if (known) return known
  const made = amountOf(tolerance, context.quantum, unit)
  const ofUnit = context.tolerances.get(unit)
  if (ofUnit) ofUnit.set(tolerance, made)
  else context.tolerances.set(unit, new Map([[tolerance, made]]))
  return made
}

/** What is printed and, where it is another figure, what is computed. */
export function fingerprintOf(shown: string, printed: Amount | null, computed: Amount | null): string {
  return computed === null || computed === printed ? shown : `${shown}|${computed.toString()}`
}

/** A term as it is shown. */
export function partOf({ row, column, factor }: Term): Part {
  return partTimes(row, column, factor)
}

export function idAt(rule: Rule, row: RowView, column: number, suffix?: string): string {
  const id = `${rule.id}/${pathAt(row, column)}`
  return suffix === undefined ? id : `${id}/${suffix}`
}

export function idOf(rule: Rule, { table, row, column }: Place, suffix?: string): string {
  const id = `${rule.id}/${table}/${row ?? ''}/${column ?? ''}`
  return suffix === undefined ? id : `${id}/${suffix}`
}

/** From so many parts on lines are looked up instead of searched. */
const many = 40

/** The line of the figure and of its parts in their order, each once. */
export function linesOf(own: SourceLine | null, parts: readonly Part[]): SourceLine[] {
  const lines: SourceLine[] = own === null ? [] : [own]
  const seen = parts.length > many ? new Set(lines.map(lineKey)) : null
  for (const { sourceLine } of parts) {
    if (sourceLine === null) continue
    if (seen) {
      const key = lineKey(sourceLine)
      if (seen.has(key)) continue
      seen.add(key)
      lines.push(sourceLine)
    } else if (!holdsLine(lines, sourceLine)) lines.push(sourceLine)
  }
  return lines.slice()
}

function lineKey({ source, line }: SourceLine): string {
  return `${line} ${source}`
}

function holdsLine(lines: readonly SourceLine[], { source, line }: SourceLine): boolean {
  for (const other of lines) if (other.line === line && other.source === source) return true
  return false
}
