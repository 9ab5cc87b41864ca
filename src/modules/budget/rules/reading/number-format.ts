import { amount, type Amount } from '../amount.ts'
import type { Unit } from '../book.ts'
import { printNumber } from './print-number.ts'
import { unitOf } from './units.ts'

export type FormattedNumber = { text: string; value: Amount; decimals: number; unit: Unit | null }

/** A spreadsheet keeps 15 digits; what stands behind them is noise of the machine. */
const digitsKept = 15
/** `General` shows no more than this in a cell. */
const digitsShown = 10

/**
 * A spreadsheet's number as its number format shows it, in Swedish print: 0.059 with `0.0%` is 5.9 per cent,
 * `5,9 %`; 1234567 with `#,##0,` is 1 235 (the comma at the end counts in thousands). The value stays exact,
 * only the text is rounded.
 */
export function printByFormat(number: number, format: string | undefined): FormattedNumber {
  const exact = amount(number.toPrecision(digitsKept))
  const sections = (format ?? '').split(';')
  const shown = describe(sections[number < 0 && sections[1] ? 1 : 0] ?? '')
  if (shown === null) {
    const shortened = amount(number.toPrecision(digitsShown))
    const value =
      shortened.isInteger() || exact.decimalPlaces() <= shortened.decimalPlaces() ? exact : shortened
    const decimals = Math.min(value.decimalPlaces(), digitsShown)
    return { text: printNumber(value, decimals, { signedZero: true }), value: exact, decimals, unit: null }
  }
  const scaled = shown.percent ? exact.times(100) : exact
  const value = shown.thousands === 0 ? scaled : scaled.div(amount(1000).pow(shown.thousands))
  const decimals = Math.max(shown.least, Math.min(shown.most, value.decimalPlaces()))
  const zero = number === 0 && sections[2] !== undefined ? literalOf(sections[2]) : null
  const unit = shown.percent ? 'percent' : unitOf(shown.literal)
  const after = shown.percent ? '\u00a0%' : unit === null ? '' : `\u00a0${shown.literal}`
  const text =
    zero !== null && describe(sections[2] ?? '') === null
      ? zero
      : `${printNumber(value, decimals, { signedZero: true })}${after}`
  return { text, value, decimals, unit }
}

type Shown = { least: number; most: number; percent: boolean; thousands: number; literal: string }

/** A workbook has few formats and many numbers. */
const described = new Map<string, Shown | null>()
const mostDescribed = 1000

function describe(section: string): Shown | null {
  const known = described.get(section)
  if (known !== undefined) return known
  if (described.size >= mostDescribed) described.clear()
  const shown = readSection(section)
  described.set(section, shown)
  return shown
}

/** What a format says of decimals, per cent, thousands and the word after; null for `General` and texts. */
function readSection(section: string): Shown | null {
  const plain = section.replace(/\[[^\]]*\]/gu, '').replace(/"[^"]*"|\\.|_.|\*./gu, '')
  const digits = /[0#?][0#?,. ]*/u.exec(plain)?.[0]
  if (digits === undefined || /^\s*general\s*$/iu.test(plain)) return null
  const after = /\.([0#?]*)/u.exec(digits)?.[1] ?? ''
  return {
    least: after.replace(/[^0]/gu, '').length,
    most: after.length,
    percent: plain.includes('%'),
    thousands: /[0#?.](,+)\s*$/u.exec(digits.trimEnd())?.[1]?.length ?? 0,
    literal: literalOf(section),
  }
}

function literalOf(section: string): string {
  return [
    ...section.replace(/\[[^\]]*\]/gu, '').matchAll(/"([^"]*)"|\\(.)|(?<![\p{L}\d_*\\])([-–])(?=\s*$)/gu),
  ]
    .map(([, quoted, escaped, dash]) => quoted ?? escaped ?? dash ?? '')
    .join('')
    .trim()
}
