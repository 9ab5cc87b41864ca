import { describe, expect, it } from 'vitest'
import { consentHolds } from './consent-holds.ts'

describe('a consent', () => {
  it.each([
    ['without an end', null, null, true],
    ['on its last day', null, '2026-11-22', true],
    ['the day after', null, '2026-11-21', false],
    ['withdrawn', new Date('2026-01-01T00:00:00Z'), null, false],
  ])('%s', (_, withdrawnAt, expiresOn, holds) =>
    expect(consentHolds({ withdrawnAt, expiresOn }, '2026-11-22')).toBe(holds),
  )
})
