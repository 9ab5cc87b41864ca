import { describe, expect, it } from 'vitest'
import { median, percentile } from './statistics.ts'

const upTo = (count: number) => Array.from({ length: count }, (_, at) => count - at)

describe('median', () => {
  it.each([
    ['one value', [7], 7],
    ['an odd number, in no order', [9, 1, 5], 5],
    ['an even number', [4, 1, 3, 2], 2.5],
    ['by size, not by text', [100, 20, 3], 20],
    ['below zero', [-1, -3, -2], -2],
  ])('of %s', (_, values, expected) => {
    expect(median(values)).toBe(expected)
  })

  it('leaves the values in their order', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })

  it('of nothing is an error, not 0', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})

describe('percentile', () => {
  it.each([
    ['95 % of 20', upTo(20), 95, 19],
    ['95 % of 21', upTo(21), 95, 20],
    ['95 % of 60', upTo(60), 95, 57],
    ['95 % of 100', upTo(100), 95, 95],
    ['95 % of a few is the largest', [3, 1, 2], 95, 3],
    ['half of two is the lesser', [2, 1], 50, 1],
    ['all', upTo(10), 100, 10],
    ['one value', [7], 1, 7],
  ])('%s', (_, values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected)
  })

  it.each([0, -5, 101, Number.NaN])('%s %% is no share', (percent) => {
    expect(() => percentile([1], percent)).toThrow(RangeError)
  })
})
