import { amount, type Amount } from '../amount.ts'
import type { Unit } from '../book.ts'
import { message, type Message } from './message.ts'
import { printNumber } from './print-number.ts'
import { unitOf } from './units.ts'

/** What was read out of one printed cell. A blank is an answer (`value: null`), not a failure. */
export type PrintedNumber =
  | { ok: true; value: Amount; decimals: number; unit: Unit | null; printed: string }
  | { ok: true; value: null; decimals: 0; unit: null; printed: string }
  | { ok: false; problem: Message; printed: string }

/** What a full stop and a comma mean where a figure is printed, when other figures there have decided it. */
export type NumberMarks = { dot: 'decimal' | 'thousands' | null; comma: 'decimal' | 'thousands' | null }

export const SWEDISH_MARKS: NumberMarks = { dot: null, comma: 'decimal' }

/** Printed for "nothing to report": two dots is the statistics offices' sign, a dash the economists'. */
const missing = new Set([
  '',
  '-',
  '..',
  '.',
  '…',
  '*',
  'x',
  'n/a',
  'na',
  'i.u.',
  'iu',
  'u.s.',
  'e.t.',
  'ej tillämpligt',
  'saknas',
  'uppgift saknas',
])

/** What most cells hold; read without a closer look. */
const plainest = /^-?\d+(?:,\d+)?$/u

const spaces = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/gu
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu
const footnote = /(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=\s)\d\))$/u
const shape =
  /^(\()?\s*([+-])?\s*(?:(sek|kr)\s)?(\d(?:[\d .,'’]*\d)?|[.,]\d+)\s*(-(?![\p{L}\d]))?\s*(\))?\s*([^\d]*)$/iu

/**
 * Reads one printed figure the way Swedish accounts print them: `93 031`, `70 669,0`, `- 45`, `−64,0`, `(45)`,
 * `2 229milj.`, `5,9%`, `12,38 kr/skkr`, `−0`. Nothing is scaled: `2 229 mnkr` gives 2229 and the unit.
 * `1.234` alone may be 1234 or 1,234 and is refused as ambiguous, unless `marks` (see `marksOf`) decides it.
 * @returns the exact value, how many decimals were printed, the unit if one stood there; or null for a blank
 * (`..`, `–`, `-`, nothing); or the problem with what was read. Never throws.
 */
export function readPrintedNumber(text: string, marks: NumberMarks = SWEDISH_MARKS): PrintedNumber {
  if (marks.comma !== 'thousands' && plainest.test(text)) {
    const value = amount(text.replace(',', '.'))
    return {
      ok: true,
      value,
      decimals: text.includes(',') ? text.length - text.indexOf(',') - 1 : 0,
      unit: null,
      printed: text,
    }
  }
  const plain = text.replace(spaces, ' ').trim().replace(dashes, '-')
  if (missing.has(plain.toLowerCase()))
    return { ok: true, value: null, decimals: 0, unit: null, printed: text }
  const refused = (key: Message['key'], params: Message['params'] = {}): PrintedNumber => ({
    ok: false,
    problem: message(key, { read: text.trim(), ...params }),
    printed: text,
  })

  const found = shape.exec(plain.replace(footnote, '').trim())
  if (!found) return refused('reading.number.notANumber')
  const [, open, sign, prefix, digits = '', trailing, close, suffix = ''] = found
  if ((open === undefined) !== (close === undefined)) return refused('reading.number.notANumber')
  if ([open, sign, trailing].filter((each) => each !== undefined && each !== '+').length > 1) {
    return refused('reading.number.severalSigns')
  }
  const unitWord = suffix.trim() === '' ? prefix : suffix
  const unit = unitWord === undefined ? null : unitOf(unitWord)
  if (unitWord !== undefined && unit === null) return refused('reading.number.notANumber')

  const parts = separate(digits, marks)
  if (parts === 'ambiguous') {
    const [whole = '', end = ''] = digits.split(/[.,]/u)
    return refused('reading.number.ambiguous', {
      thousands: printNumber(amount(whole + end), 0),
      decimals: `${whole},${end}`,
    })
  }
  const whole = ungrouped(parts.whole, parts.groupMark)
  if (whole === null || !/^\d*$/u.test(parts.fraction)) return refused('reading.number.groups')
  const negative = sign === '-' || open !== undefined || trailing !== undefined
  const value = amount(
    `${negative ? '-' : ''}${whole === '' ? '0' : whole}${parts.fraction === '' ? '' : `.${parts.fraction}`}`,
  )
  return { ok: true, value, decimals: parts.fraction.length, unit, printed: text }
}

type Parts = { whole: string; fraction: string; groupMark: '.' | ',' | null }

/** Tells the decimals from the thousands. The rightmost of two kinds of marks comes before the decimals. */
function separate(digits: string, marks: NumberMarks): Parts | 'ambiguous' {
  const dots = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  const cut = (mark: '.' | ',', groupMark: Parts['groupMark']): Parts => {
    const at = digits.lastIndexOf(mark)
    return { whole: digits.slice(0, at), fraction: digits.slice(at + 1), groupMark }
  }
  if (dots > 0 && commas > 0) {
    return digits.lastIndexOf(',') > digits.lastIndexOf('.') ? cut(',', '.') : cut('.', ',')
  }
  if (dots > 1) return { whole: digits, fraction: '', groupMark: '.' }
  if (commas > 1) return { whole: digits, fraction: '', groupMark: ',' }
  if (commas === 1) {
    const grouped = marks.comma === 'thousands' && looksGrouped(digits, ',')
    return grouped ? { whole: digits, fraction: '', groupMark: ',' } : cut(',', null)
  }
  if (dots === 1) {
    if (!looksGrouped(digits, '.')) return cut('.', null)
    if (marks.dot === null) return 'ambiguous'
    return marks.dot === 'thousands' ? { whole: digits, fraction: '', groupMark: '.' } : cut('.', null)
  }
  return { whole: digits, fraction: '', groupMark: null }
}

/** `1.234` and `12.345` could be thousands; `0.123`, `1234.567` and `1.23` could not. */
function looksGrouped(digits: string, mark: '.' | ','): boolean {
  return (mark === '.' ? /^[1-9]\d{0,2}\.\d{3}$/u : /^[1-9]\d{0,2},\d{3}$/u).test(digits)
}

/** The whole part without separators; null when the groups are not 1–3 digits followed by threes. */
function ungrouped(whole: string, groupMark: Parts['groupMark']): string | null {
  if (/^\d*$/u.test(whole)) return whole
  const mark = groupMark === null ? /[ '’]/u : groupMark === '.' ? /\./u : /,/u
  const groups = whole.split(mark)
  const right = groups.every((group, at) => (at === 0 ? /^\d{1,3}$/u : /^\d{3}$/u).test(group))
  return right ? groups.join('') : null
}

/**
 * What full stop and comma mean in a column, told by the figures that leave no doubt (`12.5`, `1.234,5`,
 * `1,234,567`). Where figures contradict one another or none decides, the mark stays as Swedish print has it:
 * comma before decimals, full stop unknown.
 */
export function marksOf(texts: Iterable<string>): NumberMarks {
  const seen = { dotDecimal: false, dotThousands: false, commaDecimal: false, commaThousands: false }
  for (const text of texts) {
    const digits = /\d[\d .,'’]*\d/u.exec(text.replace(spaces, ' '))?.[0]
    if (digits === undefined) continue
    const dots = digits.split('.').length - 1
    const commas = digits.split(',').length - 1
    if (dots === 0 && commas === 0) continue
    const commaLast = digits.lastIndexOf(',') > digits.lastIndexOf('.')
    if (dots > 0 && commas > 0) {
      if (commaLast) seen.commaDecimal = seen.dotThousands = true
      else seen.dotDecimal = seen.commaThousands = true
    } else if (dots > 1) seen.dotThousands = true
    else if (commas > 1) seen.commaThousands = true
    else if (dots === 1 && !looksGrouped(digits, '.')) seen.dotDecimal = true
    else if (commas === 1 && !looksGrouped(digits, ',')) seen.commaDecimal = true
  }
  if (seen.commaThousands && !seen.commaDecimal)
    return { dot: seen.dotThousands ? null : 'decimal', comma: 'thousands' }
  const dotThousands = seen.dotThousands || seen.commaDecimal
  if (seen.dotDecimal !== dotThousands)
    return { dot: seen.dotDecimal ? 'decimal' : 'thousands', comma: 'decimal' }
  return SWEDISH_MARKS
}
