import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { balanceRule } from './balance-rule.ts'

const years = (...results: number[]) =>
  results.map((result, at) => ({ year: 2025 + at, result: amount(result) }))

describe('the balance rule', () => {
  test.each([
    // results from 2025 on; status and what is left unrestored, year by year
    [
      [208, 2385, 2276],
      ['holds', 'holds', 'holds'],
      [0, 0, 0],
    ],
    [[0], ['holds'], [0]],
    [
      [-100, 40, 60],
      ['restored', 'holds', 'holds'],
      [0, 0, 0],
    ],
    [
      [-100, 40],
      ['pending', 'holds'],
      [60, 0],
    ],
    [
      [-100, 10, 10, 10],
      ['broken', 'holds', 'holds', 'holds'],
      [70, 0, 0, 0],
    ],
    // The fourth year comes too late (KL 11:12).
    [
      [-100, 0, 0, 0, 500],
      ['broken', 'holds', 'holds', 'holds', 'holds'],
      [100, 0, 0, 0, 0],
    ],
    // A surplus restores once, the oldest deficit first.
    [
      [-50, -50, 60, 0, 0],
      ['restored', 'broken', 'holds', 'holds', 'holds'],
      [0, 40, 0, 0, 0],
    ],
  ])('%j: %j', (results, statuses, unrestored) => {
    const judged = balanceRule(years(...results))
    expect(judged.map((each) => each.status)).toEqual(statuses)
    expect(judged.map((each) => each.unrestored.toNumber())).toEqual(unrestored)
  })

  test('gains on sales do not count, the reserve does (KL 11:14)', () => {
    const [first, second] = balanceRule([
      { year: 2025, result: amount(10), corrections: amount(-25) },
      { year: 2026, result: amount(-5), reserve: amount(8) },
    ])
    expect(first?.balanceResult.toNumber()).toBe(-15)
    expect(first).toMatchObject({ holds: false, status: 'pending', restoreBy: 2028 })
    expect(first?.restoredIn.map((each) => [each.year, each.amount.toNumber()])).toEqual([[2026, 3]])
    expect(second?.balanceResult.toNumber()).toBe(3)
  })

  test('special reasons excuse a deficit (KL 11:13), which then uses up no surplus', () => {
    const judged = balanceRule([
      { year: 2025, result: amount(-50), specialReasons: true },
      { year: 2026, result: amount(-20) },
      { year: 2027, result: amount(20) },
    ])
    expect(judged.map((each) => each.status)).toEqual(['excused', 'restored', 'holds'])
  })
})
