import { describe, expect, test } from 'vitest'
import { printByFormat } from './number-format.ts'

/** Text, exact value, decimals and unit in one line; no-break spaces as spaces. */
function print(number: number, format?: string): string {
  const { text, value, decimals, unit } = printByFormat(number, format)
  return `${text.replaceAll('\u00a0', ' ')} = ${value.valueOf()} d${decimals}${unit ? ` ${unit}` : ''}`
}

describe('printByFormat', () => {
  test.each([
    [1234.5678, undefined, '1 234,5678 = 1234.5678 d4'],
    [1234, 'General', '1 234 = 1234 d0'],
    [1 / 3, 'General', '0,3333333333 = 0.333333333333333 d10'],
    [0.1 + 0.2, 'General', '0,3 = 0.3 d1'],
    [70669, '#,##0.0', '70 669,0 = 70669 d1'],
    [1234.5678, '#,##0.0', '1 234,6 = 1234.5678 d1'],
    [1234.5678, '0', '1 235 = 1234.5678 d0'],
    [-64, '#,##0.0;[Red]-#,##0.0', '\u221264,0 = -64 d1'],
    [-45, '#,##0_);(#,##0)', '\u221245 = -45 d0'],
    [0.059, '0.0%', '5,9 % = 5.9 d1 percent'],
    [-0.0544, '0 %', '\u22125 % = -5.44 d0 percent'],
    [1_234_567, '#,##0,', '1 235 = 1234.567 d0'],
    [1_234_567_890, '#,##0.0,,', '1 234,6 = 1234.56789 d1'],
    [12.5, '0.##', '12,5 = 12.5 d1'],
    [500, '#,##0 "kr"', '500 kr = 500 d0 kr'],
    [500, '#,##0 "mnkr"', '500 mnkr = 500 d0 mnkr'],
    [0, '#,##0;-#,##0;"-"', '- = 0 d0'],
    [0, '#,##0;-#,##0;0', '0 = 0 d0'],
    [-0.04, '0.0', '\u22120,0 = -0.04 d1'],
    [7, '@', '7 = 7 d0'],
    [2229, '_-* #,##0.00 _k_r_-', '2 229,00 = 2229 d2'],
  ])('%d with %s', (number, format, expected) => {
    expect(print(number, format)).toBe(expected)
  })
})
