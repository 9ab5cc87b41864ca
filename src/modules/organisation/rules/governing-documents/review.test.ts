import { expect, it } from 'vitest'
import { reviewDueOn, reviewState, versionOn } from './review.ts'

const version = (number: number, adoptedOn: string, reviewDue: string | null) => ({
  number,
  adoptedOn,
  reviewDue,
  responsibleBodyId: 'board',
})
const versions = [version(1, '2022-03-01', '2024-03-01'), version(2, '2024-05-01', '2026-05-01')]
const reviews = [
  { reviewedOn: '2024-03-10', reviewDue: '2025-03-10' },
  { reviewedOn: '2026-06-01', reviewDue: '2028-06-01' },
]

it.each([
  ['2022-02-28', null, null],
  ['2022-03-01', 1, '2024-03-01'],
  ['2024-03-10', 1, '2025-03-10'],
  // A new version has been gone through already: an older review says nothing about it.
  ['2024-05-01', 2, '2026-05-01'],
  ['2026-05-31', 2, '2026-05-01'],
  ['2026-06-01', 2, '2028-06-01'],
])('on %s version %s holds, to be reviewed by %s', (day, number, due) => {
  expect(versionOn(versions, day)?.number ?? null).toBe(number)
  expect(reviewDueOn(versions, reviews, day)).toBe(due)
})

it('goes by the later of two that were adopted on one day', () => {
  expect(
    versionOn([version(1, '2024-05-01', null), version(2, '2024-05-01', null)], '2024-05-01')?.number,
  ).toBe(2)
})

it.each([
  ['nobody has said', { due: null, endedOn: null }, 'none'],
  ['long until', { due: '2026-03-03', endedOn: null }, 'later'],
  ['in sixty days', { due: '2026-03-02', endedOn: null }, 'soon'],
  ['on the day', { due: '2026-01-01', endedOn: null }, 'soon'],
  ['the day after', { due: '2025-12-31', endedOn: null }, 'overdue'],
  ['on its last day', { due: '2025-12-31', endedOn: '2026-01-01' }, 'overdue'],
  ['when it holds no longer', { due: '2025-12-31', endedOn: '2025-12-31' }, 'ended'],
] as const)('%s', (_, document, state) => {
  expect(reviewState(document, '2026-01-01')).toBe(state)
})
