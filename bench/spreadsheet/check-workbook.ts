import type { RawCellContent } from 'hyperformula'
import type { Book } from '../../src/modules/budget/rules/book.ts'
import type { Check, CheckReport } from '../../src/modules/budget/rules/check/index.ts'
import { FIGURES, figureSheet, reference, type Address, type FigureSheet } from './cell-addresses.ts'
import { computedFormula } from './check-formula.ts'

export const CHECKS = 'Checks'

/** A budget kept as a spreadsheet that checks itself. */
export type CheckWorkbook = {
  sheets: Record<string, RawCellContent[][]>
  formulas: number
  /** The checks that are written as formulas, one a row of the sheet of checks. */
  checks: Check[]
  /** How many checks no formula computes: the spreadsheet is spared them. */
  spared: number
  /** A figure that a check counts on, for editing. */
  edited: Address
}

/** Rules that hold a figure against 0: what its sign must be. */
const signs: Readonly<Record<string, string>> = {
  'plausibility.negative': '>=0',
  'plausibility.costSign': '<=0',
  'law.incomeCoversCosts': '>=0',
}

/**
 * Writes a book and what its check computes as a workbook: the figures in one sheet, and in another, a row a check,
 * what the figure should be, how far off it is, and whether that holds, is rounding or is a finding.
 */
export function checkWorkbook(book: Book, { checks }: CheckReport): CheckWorkbook {
  const figures = figureSheet(book)
  const rows: RawCellContent[][] = []
  const written: Check[] = []
  let edited: Address | null = null
  for (const check of checks) {
    const row = rowOf(check, figures, rows.length + 1)
    if (!row) continue
    rows.push(row)
    written.push(check)
    if (check.rule === 'adjustments.boardSum') edited ??= figures.addressOf(check.parts[0]!.where)
  }
  if (!edited) throw new Error('The book has no adjustments to edit.')
  return {
    sheets: { [FIGURES]: figures.cells, [CHECKS]: rows },
    formulas: rows.reduce((count, row) => count + row.filter((cell) => cell !== null).length, 0),
    checks: written,
    spared: checks.length - written.length,
    edited,
  }
}

/** Computed, difference and outcome of a check. The tolerance is given as a number: counting it is spared as well. */
function rowOf(check: Check, figures: FigureSheet, line: number): RawCellContent[] | null {
  const own = figures.addressOf(check.where)
  if (!own) return null
  const sign = signs[check.rule]
  if (sign) return [null, null, `=IF(${reference(own)}${sign},"holds","finding")`]
  const computed = computedFormula(check, figures)
  if (computed === null) return null
  const off = `ROUND(ABS(B${line}),6)`
  const tolerance = check.tolerance?.toNumber() ?? 0
  return [
    `=${computed}`,
    `=${reference(own)}-A${line}`,
    `=IF(${off}=0,"holds",IF(${off}<=${tolerance},"rounding","finding"))`,
  ]
}
