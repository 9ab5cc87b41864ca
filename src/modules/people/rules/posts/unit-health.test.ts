import { expect, it } from 'vitest'
import { healthChecks, unitHealth, type UnitFacts } from './unit-health.ts'

const whole: UnitFacts = {
  hasHighest: true,
  board: { number: 5, held: 5, chair: true, treasurer: true, contactAddress: 'a@example.org' },
  members: 5,
  lastActive: '2026-05-26',
  documentsOverdue: 0,
}

it.each([
  ['all there', {}, []],
  ['a vacant seat', { board: { ...whole.board!, held: 4 } }, ['boardComplete']],
  ['a board without seats', { board: { ...whole.board!, number: 0, held: 0 } }, ['boardComplete']],
  ['too few members', { members: 4 }, ['members']],
  ['quiet for a day too long', { lastActive: '2026-05-25' }, ['activity']],
  ['nothing noted', { lastActive: null }, ['activity']],
  ['a document that waits to be reviewed', { documentsOverdue: 1 }, ['documentsReviewed']],
  [
    'nothing begun',
    { hasHighest: false, board: null, members: 0, lastActive: null },
    healthChecks.filter((check) => check !== 'documentsReviewed'),
  ],
])('%s', (_, more, missing) => {
  const health = unitHealth({ ...whole, ...more }, { day: '2026-11-22', leastMembers: 5 })
  expect(healthChecks.filter((check) => !health[check])).toEqual(missing)
})
