import { describe, expect, test } from 'vitest'
import { saidAmounts, saidInQuanta } from './money-in-text.ts'

describe('amounts of money in words', () => {
  test.each<[string, string[]]>([
    ['40 mnkr (2025); 100 mnkr (2026); 60 mnkr (2027)', ['40 mnkr 2025', '100 mnkr 2026', '60 mnkr 2027']],
    ['300 mnkr (no year)', ['300 mnkr']],
    ['4 mnkr max, conditional (no year)', ['4 mnkr?']],
    ['Vi avsätter 1 250,5 miljoner kronor år 2026 till vården.', ['1250.5 mnkr 2026']],
    ['högst 2,5 mdkr', ['2.5 mdkr?']],
    ['30 milj. kr', ['30 mnkr']],
    ['12 000 kronor per elev', ['12000 kr']],
    ['450 tkr', ['450 tkr']],
    ['37 h/week', []],
    ['2 % och 3,5 %', []],
    ['max 1100 patients per specialist', []],
    ['15 öre 2025', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(
      saidAmounts(text).map(
        ({ value, unit, year, conditional }) =>
          `${value} ${unit}${year === null ? '' : ` ${year}`}${conditional ? '?' : ''}`,
      ),
    ).toEqual(expected)
  })

  test('are counted in the quantum of the tables', () => {
    const [said] = saidAmounts('2,5 mdkr')
    expect(saidInQuanta(said!, 5)).toBe(25_000)
  })
})
