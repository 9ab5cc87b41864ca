import { Decimal } from 'decimal.js'

/**
 * An exact decimal amount. Never a JavaScript number: 0.1 + 0.2 has to be 0.3 in a budget.
 * The sign of zero is kept, because a printed `−0` tells that something small was rounded away.
 */
export type Amount = Decimal

Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 60 })

/** 0, to start sums from. */
export const ZERO: Amount = new Decimal(0)

/**
 * Makes an amount of a plain decimal text (`-1003.5`) or a whole number.
 * For Swedish printed numbers use `readPrintedNumber`.
 */
export function amount(value: string | number | Decimal): Amount {
  return new Decimal(value)
}

/** The sum of the amounts, exact. An empty list gives 0. */
export function sum(amounts: Iterable<Amount>): Amount {
  let total = ZERO
  for (const each of amounts) total = total.plus(each)
  return total
}

/** One unit of the last printed digit: 1 for whole numbers, 0.1 for one decimal. */
export function lastDigit(decimals: number): Amount {
  return unitsOfLastDigit[decimals] ?? new Decimal(10).pow(-decimals)
}

const unitsOfLastDigit = Array.from({ length: 7 }, (_, decimals) => new Decimal(10).pow(-decimals))

/** Rounds half away from zero to the given decimals, as Swedish public accounts are printed. */
export function round(value: Amount, decimals: number): Amount {
  return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
}
