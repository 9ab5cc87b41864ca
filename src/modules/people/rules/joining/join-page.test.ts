import { expect, it } from 'vitest'
import { pageState } from './join-page.ts'

const terms = { opensOn: '2026-02-01', closesOn: '2026-02-28', maxUses: 10, isClosed: false }

it.each([
  ['the day before it opens', terms, 0, '2026-01-31', 'notYet'],
  ['its first day', terms, 0, '2026-02-01', 'open'],
  ['its last day', terms, 9, '2026-02-28', 'open'],
  ['the day after', terms, 0, '2026-03-01', 'ended'],
  ['when the last place is taken', terms, 10, '2026-02-10', 'full'],
  ['closed by hand, whatever the day', { ...terms, isClosed: true }, 0, '2026-02-10', 'closed'],
  ['without an end or a limit', { ...terms, closesOn: null, maxUses: null }, 9999, '2030-01-01', 'open'],
] as const)('%s', (_, page, uses, day, state) => {
  expect(pageState(page, uses, day)).toBe(state)
})
