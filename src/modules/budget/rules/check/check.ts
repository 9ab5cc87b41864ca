import type { Book } from '../book.ts'
import { catalogue } from './catalogue.ts'
import { tieCauses } from './causes.ts'
import { contextOf } from './context.ts'
import { explainFindings } from './explain/explain.ts'
import type { Check, CheckReport } from './report.ts'

export type CheckOptions = {
  /** Ids of the rules to run; all of the catalogue when left out. */
  rules?: readonly string[]
}

/**
 * Holds every figure of a printed budget against every other it has to agree with.
 * Pure: the same book gives the same report, and the book is not changed. Never throws for what a book may hold.
 * @returns every check made, findings first: errors before warnings, then by how large a share of the figure is off
 */
export function checkBook(book: Book, { rules }: CheckOptions = {}): CheckReport {
  const context = contextOf(book)
  const chosen = rules === undefined ? catalogue : catalogue.filter(({ id }) => rules.includes(id))
  const series = chosen.flatMap((rule) => rule.run(context))
  tieCauses(series, explainFindings(context, series))

  const findings: Check[] = []
  const roundings: Check[] = []
  const holding: Check[] = []
  for (const { judged } of series) {
    for (const { check } of judged) {
      if (check.outcome === 'finding') findings.push(check)
      else if (check.outcome === 'rounding') roundings.push(check)
      else holding.push(check)
    }
  }
  return {
    checks: [...byWeight(findings), ...roundings, ...holding],
    summary: {
      checks: findings.length + roundings.length + holding.length,
      holds: holding.length,
      rounding: roundings.length,
      findings: findings.length,
    },
  }
}

/** Errors first, then the largest share; equals stay in the catalogue's order. */
function byWeight(findings: readonly Check[]): Check[] {
  return findings
    .map((check) => ({ check, weight: weightOf(check) }))
    .sort((a, b) => rank(a.check) - rank(b.check) || b.weight - a.weight)
    .map(({ check }) => check)
}

function rank({ severity }: Check): number {
  return severity === 'error' ? 0 : 1
}

/** How much of the figure is off: 1 for all of it, or when something is missing. */
function weightOf({ printed, computed, difference }: Check): number {
  if (printed === null || computed === null || difference === null) return 1
  const largest = Math.max(Math.abs(printed.toNumber()), Math.abs(computed.toNumber()))
  return largest === 0 ? 0 : Math.min(1, Math.abs(difference.toNumber()) / largest)
}
