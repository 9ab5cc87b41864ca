import { describe, expect, it } from 'vitest'
import { lastUseOf, stateOfUse } from './unit-use.ts'

describe('the use of a unit', () => {
  it.each([
    [null, 'never'],
    ['2026-11-22', 'week'],
    ['2026-11-15', 'week'],
    ['2026-11-14', 'month'],
    ['2026-10-23', 'month'],
    ['2026-10-22', 'quarter'],
    ['2026-08-24', 'quarter'],
    ['2026-08-23', 'longer'],
  ] as const)('last used %s: %s', (lastUsed, expected) => {
    expect(lastUseOf(lastUsed, '2026-11-22')).toBe(expected)
  })

  it.each([
    [{ trusted: 0, active: 0 }, 'nobody'],
    [{ trusted: 3, active: 0 }, 'quiet'],
    [{ trusted: 3, active: 1 }, 'active'],
  ] as const)('%o: %s', (counts, expected) => {
    expect(stateOfUse(counts)).toBe(expected)
  })
})
