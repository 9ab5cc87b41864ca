import { describe, expect, it } from 'vitest'
import { firstDivisorOn, mayHaveSeats, reachesThreshold, thresholdOf } from './election-law.ts'

describe('thresholds', () => {
  it.each([
    ['state', 1, '2022-09-11', 4],
    ['region', 12, '2022-09-11', 3],
    ['region', 12, '2014-09-14', 3],
    ['municipality', 1, '2022-09-11', 2],
    ['municipality', 2, '2022-09-11', 3],
    ['municipality', 2, '2014-09-14', 0],
    ['other', 1, '2022-09-11', null],
  ] as const)('of %s with %i constituencies on %s: %s', (level, constituencies, day, expected) => {
    expect(thresholdOf({ level, constituencies }, day)).toBe(expected)
  })

  it.each([
    [300, 10_000, 3, true],
    [299, 10_000, 3, false],
    [0, 0, 3, false],
  ])('%i of %i votes and %i per cent: %s', (votes, valid, threshold, expected) => {
    expect(reachesThreshold(votes, valid, threshold)).toBe(expected)
  })
})

it('the first divisor is 1.2 since the elections of 2018', () => {
  expect([firstDivisorOn('2014-09-14'), firstDivisorOn('2018-09-09')]).toEqual([14, 12])
})

it.each([
  ['region', 149, true],
  ['region', 150, false],
  ['municipality', 30, false],
  ['state', 350, true],
] as const)('a body of a %s with %i members: %s', (level, seats, expected) => {
  expect(mayHaveSeats(level, seats)).toBe(expected)
})
