import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { kronorOf, taxInKronor, öreFor } from './tax.ts'

describe('a tax step', () => {
  test.each([
    // base, öre, kronor: 1 öre = 0.01 percentage points
    ['840667', '15', '1261.0005'],
    ['1000000', '1', '100'],
    ['1000000', '0', '0'],
    ['1000000', '-5', '-500'],
    ['0', '15', '0'],
    ['123.45', '0.5', '0.0061725'],
  ])('of a base of %s, %s öre is %s', (base, öre, kronor) => {
    expect(taxInKronor(amount(base), amount(öre)).toString()).toBe(kronor)
  })

  test('and back again, whatever the base', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: -5000, max: 5000 }),
        (base, hundredths) => {
          const öre = amount(hundredths).div(100)
          expect(öreFor(taxInKronor(amount(base), öre), amount(base))?.toFixed(10)).toBe(öre.toFixed(10))
        },
      ),
    )
  })

  test('has no rate on a base of nothing', () => {
    expect(öreFor(amount(5), amount(0))).toBeNull()
  })

  test('a year without öre or without a base is blank, not 0', () => {
    const step = { id: 't', label: '15 öre', öre: { 2025: amount(15), 2026: amount(15), 2028: amount(0) } }
    const kronor = kronorOf(step, {
      base: { 2025: amount(840_000), 2027: amount(900_000), 2028: amount(1) },
      steps: [step],
    })
    expect(Object.entries(kronor).map(([year, each]) => [year, each.toString()])).toEqual([
      ['2025', '1260'],
      ['2028', '0'],
    ])
  })
})
