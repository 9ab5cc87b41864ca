import { describe, expect, test } from 'vitest'
import { Intervals } from './intervals.ts'

/** a + b = c */
const sum = { of: [0, 1, 2], minus: [false, false, true] }

describe('intervals under a sum', () => {
  test('the third is limited by the two others', () => {
    const intervals = new Intervals(3, [sum])
    expect(intervals.limit(0, 1n, 3n)).toBe(true)
    expect(intervals.limit(1, 10n, 20n)).toBe(true)
    expect([intervals.low[2], intervals.high[2]]).toEqual([11n, 23n])
    expect(intervals.limit(2, 22n, 30n)).toBe(true)
    expect([intervals.low[0], intervals.low[1], intervals.high[2]]).toEqual([2n, 19n, 23n])
  })

  test('a limit that cannot hold leaves no trace', () => {
    const intervals = new Intervals(3, [sum])
    intervals.limit(0, 1n, 3n)
    intervals.limit(1, 10n, 20n)
    expect(intervals.limit(2, 24n, 99n)).toBe(false)
    expect([intervals.low, intervals.high]).toEqual([
      [1n, 10n, 11n],
      [3n, 20n, 23n],
    ])
  })

  test('what has no limit takes what is left', () => {
    const intervals = new Intervals(3, [sum])
    intervals.limit(0, 5n, 5n)
    intervals.limit(2, 7n, 7n)
    expect(intervals.isDecided(1)).toBe(true)
    expect(intervals.nearest(1, 100n)).toBe(2n)
  })

  test('a circle that can never hold is given up, not gone round for ever', () => {
    // b = a + 1 and a = b + 1, both above 0
    const more = { of: [0, 2, 1], minus: [false, false, true] }
    const andMore = { of: [1, 2, 0], minus: [false, false, true] }
    const intervals = new Intervals(3, [more, andMore])
    intervals.limit(0, 0n, null)
    intervals.limit(1, 0n, null)
    expect(intervals.limit(2, 1n, 1n)).toBe(false)
  })
})
