import { describe, expect, it } from 'vitest'
import { cohortOf, stepsReached, type Journey } from './journey.ts'

const journey = (days: Partial<Journey['days']>, joinedOn = '2026-01-10'): Journey => ({
  unitId: 'u',
  joinedOn,
  days: {
    applied: null,
    approved: joinedOn,
    contacted: null,
    interviewed: null,
    group: null,
    post: null,
    ...days,
  },
})
const step = (journeys: Journey[], name: string) => stepsReached(journeys).find((each) => each.step === name)!
const times = (count: number, days: Partial<Journey['days']>) =>
  Array.from({ length: count }, () => journey(days))

describe('the way of members', () => {
  it.each<[string, Journey[], string, [number | null, number | null, number | null]]>([
    ['nobody', [], 'contacted', [0, null, null]],
    ['fewer than five are not told', times(4, { contacted: '2026-01-12' }), 'contacted', [null, null, null]],
    ['five are', times(5, { contacted: '2026-01-12' }), 'contacted', [5, 2, 2]],
    [
      'from the step before that was taken, not from one that was skipped',
      times(5, { contacted: '2026-01-12', group: '2026-02-11' }),
      'group',
      [5, 32, 30],
    ],
    [
      'from the last step that came before it, though the steps came in another order',
      times(5, { contacted: '2026-03-12', group: '2026-01-20' }),
      'group',
      [5, 10, 10],
    ],
    ['an application comes before joining', times(5, { applied: '2026-01-07' }), 'applied', [5, -3, null]],
    ['and is what approval is counted from', times(5, { applied: '2026-01-07' }), 'approved', [5, 0, 3]],
    [
      'the middle of an even number lies between two',
      [...times(3, { contacted: '2026-01-11' }), ...times(3, { contacted: '2026-01-14' })],
      'contacted',
      [6, 2.5, 2.5],
    ],
  ])('%s', (_, journeys, name, [reached, sinceJoining, sinceBefore]) => {
    expect(step(journeys, name)).toEqual({ step: name, reached, sinceJoining, sinceBefore })
  })

  it.each([
    ['2026-01-01', 'year', '2026'],
    ['2026-03-31', 'quarter', '2026 Q1'],
    ['2026-04-01', 'quarter', '2026 Q2'],
    ['2026-12-31', 'quarter', '2026 Q4'],
  ] as const)('joined %s, by %s: %s', (joinedOn, by, cohort) => {
    expect(cohortOf({ joinedOn }, by)).toBe(cohort)
  })
})
