import { amount, round, type Amount } from '../../rules/amount.ts'
import { printNumber } from '../../rules/reading/print-number.ts'
import type { MoneyUnit, Show } from './reference.ts'

const NO_BREAK_SPACE = '\u00a0'
const powers: Record<MoneyUnit, number> = { kr: 0, tkr: 3, mnkr: 6, mdkr: 9 }

/** How many decimals a sum that has been moved to a larger unit is read with, when nobody says. */
const decimalsInLargerUnit = 1

/**
 * An amount as running text says it: `75 mnkr`, `12,5 mnkr`, `+3,1 mdkr`. Decimals that say nothing are left out; in
 * tables they stand, so that the columns line up.
 * @param value in the budget's unit
 */
export function printMoney(
  value: Amount,
  show: Show,
  { unit, decimals }: { unit: MoneyUnit; decimals: number },
): string {
  const target = show.unit ?? unit
  const moved = value.times(amount(10).pow(powers[unit] - powers[target]))
  const larger = powers[target] > powers[unit]
  const most = show.decimals ?? (larger ? Math.max(decimalsInLargerUnit, 0) : decimals)
  const digits = withSign(moved, most, show)
  return show.as === 'number' ? digits : `${digits}${NO_BREAK_SPACE}${target}`
}

/** A number that counts something else (öre, per cent) with its unit's word. */
export function printCount(value: Amount, show: Show, decimals: number, word: string): string {
  const digits = withSign(value, show.decimals ?? decimals, show)
  return show.as === 'number' || word === '' ? digits : `${digits}${NO_BREAK_SPACE}${word}`
}

function withSign(value: Amount, most: number, show: Show): string {
  const rounded = round(show.as === 'absolute' ? value.abs() : value, most)
  const decimals = show.decimals ?? Math.min(most, rounded.decimalPlaces())
  const digits = printNumber(rounded, decimals)
  return show.as === 'signed' && rounded.gt(0) ? `+${digits}` : digits
}

/** Several things in a row, as Swedish joins them: `a, b och c`. */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} och ${last}`
}
