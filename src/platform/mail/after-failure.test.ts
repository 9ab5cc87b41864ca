import { describe, expect, it } from 'vitest'
import { afterFailure } from './after-failure.ts'

describe('a mail that was not taken', () => {
  it.each([
    ['no server', 1, { code: 'ECONNECTION' }, { state: 'waiting', minutes: 2, counts: false }],
    ['a line that breaks', 7, { code: 'ETIMEDOUT' }, { state: 'waiting', minutes: 2, counts: false }],
    [
      'a wrong password',
      1,
      { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' },
      { state: 'waiting', minutes: 2, counts: false },
    ],
    ['no such person', 1, { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, { state: 'failed' }],
    [
      'a full box, at first',
      1,
      { responseCode: 452, command: 'RCPT TO' },
      { state: 'waiting', minutes: 1, counts: true },
    ],
    [
      'a full box, again',
      4,
      { responseCode: 452, command: 'RCPT TO' },
      { state: 'waiting', minutes: 60, counts: true },
    ],
    ['a full box, a day later', 8, { responseCode: 452, command: 'RCPT TO' }, { state: 'failed' }],
    ['a text that is refused', 1, { responseCode: 554, command: 'DATA' }, { state: 'failed' }],
  ])('because of %s, after %i attempts', (_, attempts, error, expected) => {
    expect(afterFailure(attempts, error)).toEqual(expected)
  })
})
