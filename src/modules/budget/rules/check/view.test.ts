import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { book, line, table } from './testing/book.fixture.ts'
import { LARGEST, amountOf, halfAt, printedAt, quantumOf, scaledAt, viewOf } from './view.ts'

describe('a table in whole numbers', () => {
  test('the smallest printed digit of the book is what amounts are counted in', () => {
    const of = book([
      table('other', 'Budget 2025', [line('A', null, '1,5')]),
      table('other', 'Budget 2025', [line('B', null, '250')], { key: 'b', unit: 'tkr' }),
    ])
    expect(quantumOf(of)).toBe(3)
    const [a, b] = of.tables.map((each) => viewOf(each, 3).rows[0]!)
    expect([scaledAt(a!, 0), halfAt(a!, 0)]).toEqual([1500, 50])
    expect([scaledAt(b!, 0), halfAt(b!, 0)]).toEqual([250, 0.5])
  })

  test('a blank, 0 and −0 count nothing; a blank reaches nothing', () => {
    const [row] = viewOf(
      table('other', 'Budget 2025 | Plan 2026 | Plan 2027', [line('A', null, '', '0', '−0')]),
      6,
    ).rows
    expect([0, 1, 2].map((at) => [scaledAt(row!, at), halfAt(row!, at)])).toEqual([
      [0, 0],
      [0, 0.5],
      [0, 0.5],
    ])
    expect(printedAt(row!, 2)?.isNegative()).toBe(true)
  })

  test('what was compiled counts as it is printed', () => {
    const of = table('other', 'Budget 2025', [line('A', null, '1,2')])
    const [cell] = of.rows[0]!.cells
    Object.assign(cell!, { value: amount('1.2499'), origin: 'derived' })
    const [row] = viewOf(of, 5).rows
    expect(scaledAt(row!, 0)).toBe(12)
    expect(printedAt(row!, 0)?.toString()).toBe('1.2')
  })

  test('amounts of any size come back exactly', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -BigInt(LARGEST) + 1n, max: BigInt(LARGEST) - 1n }),
        fc.nat({ max: 6 }),
        (digits, decimals) => {
          const value = amount(digits.toString()).div(amount(10).pow(decimals))
          const of = table('other', 'Budget 2025', [line('A', null, '0')])
          Object.assign(of.rows[0]!.cells[0]!, { value, decimals })
          const view = viewOf(of, 6 - decimals)
          expect(scaledAt(view.rows[0]!, 0)).toBe(Number(digits))
          expect(amountOf(Number(digits), 6 - decimals, 'mnkr').equals(value)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
