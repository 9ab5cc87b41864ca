import { Decimal } from 'decimal.js'
import { amount, lastDigit, round, type Amount } from '../amount.ts'
import type { CheckContext } from './context.ts'
import type { Judged, Term } from './judge.ts'
import { stateOf } from './state.ts'
import type { Outcome, Sentence } from './report.ts'
import type { Rule } from './rule.ts'
import { decimalsAt, halfAt, printedAt, scaledAt, type RowView } from './view.ts'

/** What a quotient of two printed figures can be, given that each may be half a unit of its last digit off. */
export type Range = { low: Amount; high: Amount; exact: Amount }

/** A figure and how far rounding can reach, in whole (or half) numbers. */
export type Rounded = { value: number; half: number }

/** The sum of cells as one rounded figure. */
export function rounded(terms: readonly Term[]): Rounded {
  let [value, half] = [0, 0]
  for (const { row, column, factor } of terms) {
    value += factor * scaledAt(row, column)
    half += Math.abs(factor) * halfAt(row, column)
  }
  return { value, half }
}

/** `over / under` as a range; null when what it is divided by may be 0. */
export function quotient(over: Rounded, under: Rounded): Range | null {
  if (Math.abs(under.value) <= under.half) return null
  const corners = [over.value - over.half, over.value + over.half].flatMap((one) =>
    [under.value - under.half, under.value + under.half].map((other) => new Decimal(one).div(other)),
  )
  return {
    low: Decimal.min(...corners),
    high: Decimal.max(...corners),
    exact: new Decimal(over.value).div(under.value),
  }
}

/** A quotient of rounded figures in per cent: `100 · (over / under + plus)`. */
export type Percentage = { over: Rounded; under: Rounded; plus: 0 | -1 }

/** What a percentage can be; null when what it is divided by may be 0. */
export function percentRange({ over, under, plus }: Percentage): Range | null {
  const range = quotient(over, under)
  if (!range) return null
  const scale = (value: Amount): Amount => value.plus(plus).times(100)
  return { low: scale(range.low), high: scale(range.high), exact: scale(range.exact) }
}

/** Whether the printed percentage is the exact one rounded; null where whole numbers do not reach to tell. */
function isRounded(printed: Amount, decimals: number, { over, under, plus }: Percentage): boolean | null {
  const digits = 10 ** decimals
  const exact = 100 * digits * (over.value + plus * under.value)
  const shown = Math.round(printed.toNumber() * digits) * under.value
  if (!Number.isSafeInteger(exact) || !Number.isSafeInteger(shown)) return null
  return Math.abs(exact - shown) < Math.abs(under.value) / 2
}

/** Half of what a percentage can differ by because its figures are rounded; for showing, so a double will do. */
function reach(decimals: number, { over, under }: Percentage): Amount {
  const { value, half } = under
  const spread =
    (100 * (Math.abs(over.value) * half + Math.abs(value) * over.half)) / (value * value - half * half)
  return amount((spread + 0.5 / 10 ** decimals).toFixed(decimals + 2))
}

/**
 * Holds a printed percentage against the range it can have, each figure being half a unit of its last digit off at
 * most. The terms are shown as the parts. Null where there is nothing to divide by.
 */
export function judgePercent(
  context: CheckContext,
  self: Rule,
  row: RowView,
  column: number,
  percentage: Percentage,
  terms: readonly Term[],
  explain: (range: Range) => Sentence,
): Judged | null {
  const printed = printedAt(row, column)
  const decimals = decimalsAt(row, column) ?? 1
  if (printed === null || Math.abs(percentage.under.value) <= percentage.under.half) return null
  const tolerance = reach(decimals, percentage)
  if (isRounded(printed, decimals, percentage) === true) {
    return stateOf(context, self, row, column, {
      outcome: 'holds',
      terms,
      computed: printed,
      tolerance,
      explain: unsaid,
    })
  }
  const range = percentRange(percentage)
  if (!range) return null
  return stateOf(context, self, row, column, {
    outcome: outcomeOf(printed, decimals, range),
    terms,
    computed: round(range.exact, decimals),
    tolerance,
    explain: () => explain(range),
  })
}

function unsaid(): Sentence {
  throw new Error('What holds is not explained.')
}

function outcomeOf(printed: Amount, decimals: number, { low, high, exact }: Range): Outcome {
  if (round(exact, decimals).equals(printed)) return 'holds'
  const half = lastDigit(decimals).div(2)
  return printed.minus(half).lte(high) && printed.plus(half).gte(low) ? 'rounding' : 'finding'
}
