import type { Check, Part } from '../../src/modules/budget/rules/check/index.ts'
import { range, reference, unitFactor, type Address, type FigureSheet } from './cell-addresses.ts'

/** The formula of what a check computes, as somebody who keeps the budget in a spreadsheet would write it. */
type Formula = (check: Check, sheet: FigureSheet) => string | null

/** Rules that compute something else than a sum. */
const formulas: Readonly<Record<string, Formula>> = {
  'change.column': change,
  'change.previousYear': change,
  'change.placeholder': change,
  'balanceSheet.equityRatio': (check, sheet) => {
    const [over, under] = [
      sumOf(check, check.parts.slice(0, -1), sheet),
      sumOf(check, check.parts.slice(-1), sheet),
    ]
    return over && under && `ROUND(100*(${over})/(${under}),${check.decimals})`
  },
  'sensitivity.linear': (check, sheet) => {
    const [base, shift] = [sumOf(check, check.parts, sheet), sheet.shiftOf(check.where)]
    return base && shift !== null ? `${shift}*(${base})` : null
  },
  'ofWhich.part': (check, sheet) => {
    const [part, whole] = [sheet.addressOf(check.where), sumOf(check, check.parts, sheet)]
    return part && whole && `IF(ABS(${reference(part)})>ABS(${whole}),${whole},${reference(part)})`
  },
}

/**
 * What a check computes as the text of a formula, without `=`; null for what no formula computes (whether somebody is
 * missing, what words say).
 */
export function computedFormula(check: Check, sheet: FigureSheet): string | null {
  if (check.computed === null || check.parts.length === 0) return null
  return (formulas[check.rule] ?? total)(check, sheet)
}

/** A sum; some rows are printed with the sign of the other side. */
function total(check: Check, sheet: FigureSheet): string | null {
  const sum = sumOf(check, check.parts, sheet)
  if (sum === null) return null
  const value = check.parts.reduce(
    (so, { factor, value: part, unit }) =>
      so + factor * unitFactor(unit, check.unit) * (part?.toNumber() ?? 0),
    0,
  )
  const computed = check.computed?.toNumber() ?? 0
  if (Math.abs(value - computed) < 1e-6) return sum
  return Math.abs(value + computed) < 1e-6 ? `-(${sum})` : null
}

/** From one column to another: in per cent of the first, or as an amount. */
function change(check: Check, sheet: FigureSheet): string | null {
  const [to, from, ...more] = check.parts.map(({ where }) => sheet.addressOf(where))
  if (!to || !from || more.length > 0) return null
  const [after, before] = [reference(to), reference(from)]
  const isShare = check.unit === 'percent' && check.parts[0]?.unit !== 'percent'
  return isShare ? `ROUND(100*(${after}-${before})/${before},${check.decimals})` : `${after}-${before}`
}

/** The terms as a sum, in which figures below one another are written as a range. Null when one stands nowhere. */
function sumOf(check: Check, parts: readonly Part[], sheet: FigureSheet): string | null {
  const runs: { factor: number; first: Address; count: number }[] = []
  for (const { where, factor: counted, unit } of parts) {
    const address = sheet.addressOf(where)
    if (!address) return null
    const factor = counted * unitFactor(unit, check.unit)
    const last = runs.at(-1)
    const follows =
      last?.factor === factor &&
      last.first.column === address.column &&
      last.first.row + last.count === address.row
    if (follows) last.count += 1
    else runs.push({ factor, first: address, count: 1 })
  }
  const sum = runs.map(({ factor, first, count }) => signed(factor) + cells(first, count)).join('')
  return sum.startsWith('+') ? sum.slice(1) : sum
}

function cells(first: Address, count: number): string {
  return count === 1 ? reference(first) : `SUM(${range(first, count)})`
}

function signed(factor: number): string {
  const sign = factor < 0 ? '-' : '+'
  return Math.abs(factor) === 1 ? sign : `${sign}${Math.abs(factor)}*`
}
