import { round, type Amount } from '../amount.ts'

const MINUS = '\u2212'
const NO_BREAK_SPACE = '\u00a0'

/**
 * An amount as Swedish public accounts print it: `70 669,0`, `−64,0`; no-break space between thousands,
 * comma before decimals, a real minus sign.
 * @param value in whatever unit the table counts in; rounded half away from zero
 * @param decimals printed decimals, 0 or more
 * @param options.signedZero print `−0` for a negative amount that rounds to nothing (default: `0`)
 */
export function printNumber(value: Amount, decimals: number, options: { signedZero?: boolean } = {}): string {
  const rounded = round(value, decimals)
  const [whole = '0', fraction] = rounded.abs().toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, NO_BREAK_SPACE)
  const negative = rounded.isNegative() && (!rounded.isZero() || options.signedZero === true)
  return `${negative ? MINUS : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}
