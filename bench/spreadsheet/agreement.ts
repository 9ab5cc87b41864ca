import type { HyperFormula } from 'hyperformula'
import type { Check } from '../../src/modules/budget/rules/check/index.ts'
import { CHECKS, type CheckWorkbook } from './check-workbook.ts'

/**
 * Sees to it that what is compared is the same work.
 * @returns how many checks come to the very same outcome in the spreadsheet; in the others a figure that is another one
 *   rounded holds in Kansli, and is rounding in the spreadsheet
 * @throws when one of them computes another figure, or is a finding in one of the two only
 */
export function agreeing(engine: HyperFormula, { checks }: CheckWorkbook): number {
  const rows = engine.getSheetValues(engine.getSheetId(CHECKS)!)
  let same = 0
  for (const [at, check] of checks.entries()) {
    const [computed, , outcome] = rows[at]!
    if (!isComputed(check, computed)) {
      throw new Error(
        `${check.id}: ${String(check.computed)} in Kansli, ${String(computed)} in the spreadsheet.`,
      )
    }
    if ((outcome === 'finding') !== (check.outcome === 'finding')) {
      throw new Error(`${check.id}: ${check.outcome} in Kansli, ${String(outcome)} in the spreadsheet.`)
    }
    if (outcome === check.outcome) same += 1
  }
  return same
}

/** The same figure, or within what rounding can reach: a percentage is shown with few decimals. A blank counts 0. */
function isComputed({ computed, tolerance, decimals }: Check, value: unknown): boolean {
  if (computed === null) return value === null
  const reach = Math.max(tolerance?.toNumber() ?? 0, 10 ** -decimals)
  const number = value ?? 0
  return typeof number === 'number' && Math.abs(number - computed.toNumber()) <= reach
}
