import { expect, it } from 'vitest'
import { isOverdue, settingOf, stateAfter, type WelcomeOutcome, type WelcomeState } from './welcome.ts'

it.each<[WelcomeState, WelcomeOutcome, WelcomeState]>([
  ['open', 'reached', 'contacted'],
  ['open', 'willCome', 'contacted'],
  ['open', 'noAnswer', 'tried'],
  ['open', 'messageLeft', 'tried'],
  ['open', 'wrongContact', 'tried'],
  ['open', 'declined', 'closed'],
  ['tried', 'noAnswer', 'tried'],
  ['tried', 'reached', 'contacted'],
  ['contacted', 'noAnswer', 'contacted'],
  ['closed', 'messageLeft', 'closed'],
  ['closed', 'reached', 'contacted'],
  ['contacted', 'declined', 'closed'],
])('%s, then %s, is %s', (before, outcome, after) => {
  expect(stateAfter(before, outcome)).toBe(after)
})

it.each<[string, WelcomeState, string, boolean]>([
  ['on its last day', 'open', '2026-11-22', false],
  ['the day after', 'open', '2026-11-21', true],
  ['the day after, though somebody tried', 'tried', '2026-11-21', true],
  ['met in time or not', 'contacted', '2026-11-01', false],
  ['ended', 'closed', '2026-11-01', false],
])('overdue %s', (_, state, dueOn, overdue) => {
  expect(isOverdue({ state, dueOn }, '2026-11-22')).toBe(overdue)
})

it('a unit follows the nearest one above that has decided', () => {
  const settings = new Map([
    ['district', 14],
    ['circle', 5],
  ])
  expect(settingOf(['association', 'circle', 'district'], settings)).toBe(5)
  expect(settingOf(['other', 'district'], settings)).toBe(14)
  expect(settingOf(['elsewhere'], settings)).toBeNull()
})
