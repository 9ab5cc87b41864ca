import { Decimal } from 'decimal.js'

/** A figure as it was printed, and what it was read as; null where nothing was printed, which is not 0. */
export type PrintedCount = { printed: string; value: number | null }
/** A share as an exact decimal text, as `11.6`. */
export type PrintedPercent = { printed: string; value: string | null }

/** What stands in a table where there is no figure. */
const nothing = /^(|[-–—.…]+|x|saknas|uppgift saknas)$/i

/** Spaces and apostrophes between thousands, of whatever width. */
const between = /[\s'’]/g

/**
 * Reads a whole number as Swedish tables print it: `123 456`, with any kind of space or a point between thousands.
 * @returns null when it is no such number
 */
export function readCount(text: string): PrintedCount | null {
  const printed = text.trim()
  if (nothing.test(printed)) return { printed, value: null }
  const tight = printed.replaceAll(between, '')
  const digits = /^\d{1,3}(\.\d{3})+$/.test(tight) ? tight.replaceAll('.', '') : tight
  if (!/^\d{1,12}$/.test(digits)) return null
  return { printed, value: Number(digits) }
}

/**
 * Reads a share in per cent: `11,6`, `11,60 %`, `11.6`.
 * @returns null when it is none, or more than 100
 */
export function readPercent(text: string): PrintedPercent | null {
  const printed = text.trim()
  const bare = printed.replace(/(%|procent|per cent)$/i, '').trim()
  if (nothing.test(bare)) return { printed, value: null }
  const tight = bare.replaceAll(between, '').replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(tight)) return null
  const value = new Decimal(tight)
  return value.greaterThan(100) ? null : { printed, value: value.toString() }
}

/** How many decimals a share was printed with. */
export function decimalsOf(printed: string): number {
  return /[.,](\d+)/.exec(printed)?.[1]?.length ?? 0
}
