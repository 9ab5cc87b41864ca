import { describe, expect, it } from 'vitest'
import { suppressedCount } from './suppressed-count.ts'

describe('a count of persons', () => {
  it.each([
    ['nobody is told', 0, 5, 0],
    ['one is not', 1, 5, null],
    ['four are not', 4, 5, null],
    ['five are', 5, 5, 5],
    ['another limit', 9, 10, null],
    ['many', 12_000, 5, 12_000],
  ])('%s', (_, count, least, shown) => expect(suppressedCount(count, least)).toBe(shown))
})
