import type { Book } from '../../book.ts'
import { checkBook, type CheckOptions } from '../check.ts'
import { findingsOf, type Check } from '../report.ts'

function shown(check: Check): string {
  const { where, printed, computed, difference } = check
  const figures =
    difference === null ? `${printed ?? '–'}` : `${printed ?? '–'} / ${computed} = ${difference}`
  return `${where.rowLabel ?? where.tableLabel} | ${where.columnLabel ?? '–'} | ${figures} | ${check.explanation?.key.replace('check.explain.', '')}`
}

/** The findings of some rules as short lines: `row | column | printed / computed = difference | explanation`. */
export function told(book: Book, ...rules: string[]): string[] {
  return findings(book, ...rules)
    .map(shown)
    .sort()
}

/** The findings of all rules, each with its rule first. */
export function toldWithRule(book: Book, options?: CheckOptions): string[] {
  return findingsOf(checkBook(book, options))
    .map((check) => `${check.rule} | ${shown(check)}`)
    .sort()
}

/** The findings of some rules (of all when none is named). */
export function findings(book: Book, ...rules: string[]): Check[] {
  return findingsOf(checkBook(book, rules.length > 0 ? { rules } : {}))
}

/** The outcome of every check of a rule, as `row | column: outcome`. */
export function outcomes(book: Book, rule: string): string[] {
  return checkBook(book, { rules: [rule] }).checks.map(
    ({ where, outcome }) => `${where.rowLabel} | ${where.columnLabel}: ${outcome}`,
  )
}
