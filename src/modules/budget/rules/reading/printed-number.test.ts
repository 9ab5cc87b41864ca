import { Decimal } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { printNumber } from './print-number.ts'
import { marksOf, readPrintedNumber } from './printed-number.ts'

/** What was read, as plain text: `-64.0 d1`, `5.9 d1 percent`, `blank`, or the problem's key. */
function read(text: string, marks?: Parameters<typeof readPrintedNumber>[1]): string {
  const number = readPrintedNumber(text, marks)
  if (!number.ok) return number.problem.key
  if (number.value === null) return 'blank'
  const sign = number.value.isNegative() ? '-' : ''
  return `${sign}${number.value.abs().toFixed()} d${number.decimals}${number.unit ? ` ${number.unit}` : ''}`
}

describe('readPrintedNumber', () => {
  test.each([
    ['93 031', '93031 d0'],
    ['93\u00a0031', '93031 d0'],
    ['93\u2009031', '93031 d0'],
    ['93\u202f031', '93031 d0'],
    ["93'031", '93031 d0'],
    ['93  031', '93031 d0'],
    ['1 234 567', '1234567 d0'],
    ['70 669,0', '70669 d1'],
    ['1 261,0', '1261 d1'],
    ['105648.8', '105648.8 d1'],
    ['- 45', '-45 d0'],
    ['-45', '-45 d0'],
    ['\u221264,0', '-64 d1'],
    ['\u2013 64', '-64 d0'],
    ['\u201364', '-64 d0'],
    ['45-', '-45 d0'],
    ['(45)', '-45 d0'],
    ['( 1 045,5 )', '-1045.5 d1'],
    ['+3', '3 d0'],
    ['0', '0 d0'],
    ['0,0', '0 d1'],
    ['-0', '-0 d0'],
    ['\u22120', '-0 d0'],
    ['\u22120,0', '-0 d1'],
    ['(0)', '-0 d0'],
    ['2 229milj.', '2229 d0 mnkr'],
    ['2 229 mnkr', '2229 d0 mnkr'],
    ['2 229 Mkr', '2229 d0 mnkr'],
    ['1,5 miljarder kronor', '1.5 d1 mdkr'],
    ['450 tkr', '450 d0 tkr'],
    ['500 kr', '500 d0 kr'],
    ['500:-', '500 d0 kr'],
    ['SEK 500', '500 d0 kr'],
    ['5,9%', '5.9 d1 percent'],
    ['5,9 %', '5.9 d1 percent'],
    ['\u22125,4\u00a0%', '-5.4 d1 percent'],
    ['-44,4%', '-44.4 d1 percent'],
    ['+0,3 procentenheter', '0.3 d1 percentagePoints'],
    ['15 öre', '15 d0 öre'],
    ['12,38 kr/skkr', '12.38 d2 percent'],
    ['1.234,5', '1234.5 d1'],
    ['1.234.567', '1234567 d0'],
    ['1 234.5', '1234.5 d1'],
    ['1,234.5', '1234.5 d1'],
    ['1,234,567', '1234567 d0'],
    ['1,234', '1.234 d3'],
    ['0.123', '0.123 d3'],
    ['1234.567', '1234.567 d3'],
    ['1 234.567', '1234.567 d3'],
    ['12.5', '12.5 d1'],
    [',5', '0.5 d1'],
    ['  42 ', '42 d0'],
    ['1 234*', '1234 d0'],
    ['1 234\u00b9', '1234 d0'],
    ['1 234 2)', '1234 d0'],
    ['\ufeff7', '7 d0'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    '',
    ' ',
    '\u00a0',
    '..',
    '.',
    '…',
    '-',
    '\u2013',
    '\u2212',
    '\u2014',
    'i.u.',
    'n/a',
    'Uppgift saknas',
  ])('reads %j as a blank and keeps what stood', (text) => {
    expect(readPrintedNumber(text)).toEqual({ ok: true, value: null, decimals: 0, unit: null, printed: text })
  })

  test.each([
    ['29 feb', 'reading.number.notANumber'],
    ['hej', 'reading.number.notANumber'],
    ['1e5', 'reading.number.notANumber'],
    ['40 mnkr (2025); 100 mnkr (2026)', 'reading.number.notANumber'],
    ['2024-12-31', 'reading.number.notANumber'],
    ['(45', 'reading.number.notANumber'],
    ['45)', 'reading.number.notANumber'],
    ['5.', 'reading.number.notANumber'],
    ['#REF!', 'reading.number.notANumber'],
    ['=SUM(A1)', 'reading.number.notANumber'],
    ['(-45)', 'reading.number.severalSigns'],
    ['-45-', 'reading.number.severalSigns'],
    ['93 03', 'reading.number.groups'],
    ['1234 567', 'reading.number.groups'],
    ['93 031 99 477', 'reading.number.groups'],
    ['1 261,0 1', 'reading.number.groups'],
    ["1,5'000", 'reading.number.groups'],
    ['1,23.456,7', 'reading.number.groups'],
    ['1.234', 'reading.number.ambiguous'],
    ['-12.345', 'reading.number.ambiguous'],
  ])('answers %j with %s', (text, key) => {
    expect(read(text)).toBe(key)
  })

  test('an ambiguous figure is answered with both readings', () => {
    const number = readPrintedNumber('1.234')
    expect(number).toMatchObject({
      ok: false,
      problem: { params: { read: '1.234', thousands: '1\u00a0234', decimals: '1,234' } },
    })
  })

  test.each([
    ['dots before decimals', ['12.5', '1.234'], '1.234', '1.234 d3'],
    ['dots between thousands', ['1.234.567', '1.234'], '1.234', '1234 d0'],
    ['Swedish decimals beside', ['12,5', '1.234'], '1.234', '1234 d0'],
    ['nothing that decides', ['7', '1.234'], '1.234', 'reading.number.ambiguous'],
    ['figures that contradict', ['12.5', '1.234.567', '1.234'], '1.234', 'reading.number.ambiguous'],
    ['English thousands', ['1,234,567', '1,234'], '1,234', '1234 d0'],
    ['English decimals', ['1,234.5', '1,234'], '1,234', '1234 d0'],
    ['Swedish print', ['70 669,0', '1,234'], '1,234', '1.234 d3'],
  ])('lets the column decide: %s', (_, column, text, expected) => {
    expect(read(text, marksOf(column))).toBe(expected)
  })

  test('never throws and keeps every printed string', () => {
    const likeNumbers = fc.array(
      fc.constantFrom(...'0123456789'.split(''), ' ', '.', ',', '-', '−', '(', ')', '%', "'", 'k', 'r', '+'),
      { maxLength: 14 },
    )
    const anyMarks = fc.record({
      dot: fc.constantFrom('decimal' as const, 'thousands' as const, null),
      comma: fc.constantFrom('decimal' as const, 'thousands' as const),
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          likeNumbers.map((parts) => parts.join('')),
        ),
        anyMarks,
        (text, marks) => {
          expect(readPrintedNumber(text, marks).printed).toBe(text)
        },
      ),
      { numRuns: 5000 },
    )
  })
})

describe('printNumber', () => {
  test.each([
    ['70669', 1, '70\u00a0669,0'],
    ['-64', 1, '\u221264,0'],
    ['1261', 0, '1\u00a0261'],
    ['999', 0, '999'],
    ['1234567.891', 2, '1\u00a0234\u00a0567,89'],
    ['0.05', 1, '0,1'],
    ['-0.05', 1, '\u22120,1'],
    ['-0.04', 1, '0,0'],
    ['-0', 0, '0'],
  ])('prints %s with %d decimals as %s', (value, decimals, expected) => {
    expect(printNumber(amount(value), decimals)).toBe(expected)
  })

  test('keeps the sign of nothing when asked', () => {
    expect(printNumber(amount('-0'), 0, { signedZero: true })).toBe('\u22120')
    expect(printNumber(amount('-0.04'), 1, { signedZero: true })).toBe('\u22120,0')
    expect(printNumber(amount('0'), 0, { signedZero: true })).toBe('0')
  })

  test('what is printed reads back as the same value, decimals and sign', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.nat(6),
        fc.boolean(),
        (digits, decimals, negativeZero) => {
          const value =
            negativeZero && digits === 0n
              ? new Decimal('-0')
              : new Decimal(digits.toString()).div(new Decimal(10).pow(decimals))
          const number = readPrintedNumber(printNumber(value, decimals, { signedZero: true }))
          expect(number).toMatchObject({ ok: true, decimals })
          if (!number.ok || number.value === null) throw new Error('not read')
          expect(number.value.equals(value)).toBe(true)
          expect(number.value.isNegative()).toBe(value.isNegative())
        },
      ),
    )
  })
})
