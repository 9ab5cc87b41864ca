import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  answerFault,
  consultationStates,
  inUrgency,
  outcomes,
  sideOf,
  stateOn,
  type Answer,
} from './consultation.ts'

const answer = (answeredOn: string, outcome: Answer['outcome'] = 'supports') => ({ answeredOn, outcome })

it.each([
  ['asked, with time left', [], '2026-03-10', 'waiting'],
  ['on the last day', [], '2026-03-15', 'waiting'],
  ['the day after it', [], '2026-03-16', 'overdue'],
  ['answered', [answer('2026-03-12')], '2026-03-12', 'answered'],
  ['before it was answered', [answer('2026-03-12')], '2026-03-11', 'waiting'],
  ['answered too late', [answer('2026-03-20')], '2026-03-20', 'answered'],
  ['overdue before it was answered too late', [answer('2026-03-20')], '2026-03-19', 'overdue'],
  ['given up', [answer('2026-03-16', 'noAnswer')], '2026-03-16', 'unanswered'],
  [
    'given up, and then answered',
    [answer('2026-03-16', 'noAnswer'), answer('2026-03-18', 'against')],
    '2026-03-18',
    'answered',
  ],
] as const)('%s', (_, answers, day, state) => {
  expect(stateOn({ answerBy: '2026-03-15', answers }, day)).toBe(state)
})

it.each([
  ['alby', ['alby'], 'asking'],
  ['alby', ['district'], 'asked'],
  ['alby', ['district', 'alby'], 'both'],
  ['alby', ['boda'], null],
  ['alby', 'organisation', 'both'],
] as const)('asked by %s, seen by those trusted with %j: %s', (fromUnitId, scope, side) => {
  expect(sideOf({ fromUnitId, toUnitId: 'district' }, scope)).toBe(side)
})

const asked = { askedOn: '2026-03-01', answerBy: '2026-03-15' }
it.each([
  ['those asked support it', { side: 'asked', outcome: 'supports', answeredOn: '2026-03-02' }, null],
  ['those asked choose not to', { side: 'asked', outcome: 'noAnswer', answeredOn: '2026-03-02' }, null],
  [
    'before anybody asked',
    { side: 'asked', outcome: 'supports', answeredOn: '2026-02-28' },
    'consultation.notAskedThen',
  ],
  [
    'those asking answer themselves',
    { side: 'asking', outcome: 'supports', answeredOn: '2026-03-20' },
    'consultation.notYours',
  ],
  [
    'those asking give up on the last day',
    { side: 'asking', outcome: 'noAnswer', answeredOn: '2026-03-15' },
    'consultation.stillTime',
  ],
  ['those asking give up after it', { side: 'asking', outcome: 'noAnswer', answeredOn: '2026-03-16' }, null],
  ['those above both', { side: 'both', outcome: 'against', answeredOn: '2026-03-02' }, null],
] as const)('%s', (_, wanted, fault) => {
  expect(answerFault(asked, wanted)).toBe(fault)
})

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, '0')}`)

it('puts what waits longest first, and loses nothing', () => {
  const each = fc.record({ state: fc.constantFrom(...consultationStates), answerBy: day })
  fc.assert(
    fc.property(fc.array(each), (consultations) => {
      const ordered = inUrgency(consultations)
      const told = (all: typeof consultations) => all.map((one) => JSON.stringify(one)).toSorted()
      expect(told(ordered)).toEqual(told(consultations))
      const open = ordered.filter(({ state }) => state === 'overdue' || state === 'waiting')
      expect(ordered.slice(0, open.length)).toEqual(open)
      const overdue = open.filter(({ state }) => state === 'overdue').map(({ answerBy }) => answerBy)
      expect(overdue).toEqual(overdue.toSorted())
    }),
  )
})

it('is answered for good once answered, until somebody says otherwise', () => {
  const answers = fc
    .array(fc.record({ outcome: fc.constantFrom(...outcomes), answeredOn: day }), { minLength: 1 })
    .map((all) => all.toSorted((one, other) => (one.answeredOn < other.answeredOn ? -1 : 1)))
  fc.assert(
    fc.property(answers, day, (given, answerBy) => {
      const last = given.at(-1)!
      expect(stateOn({ answerBy, answers: given }, last.answeredOn)).toBe(
        last.outcome === 'noAnswer' ? 'unanswered' : 'answered',
      )
    }),
  )
})
