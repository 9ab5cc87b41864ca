import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayAfter, dayBefore } from '../days.ts'
import { heldOn, overlap, type Holding } from './holding.ts'
import { fillingsOn, seatFault } from './seats.ts'

const term = (personId: string, validFrom: string, validTo: string | null = null): Holding => ({
  id: `${personId} ${validFrom}`,
  personId,
  postId: 'seat',
  validFrom,
  validTo,
})

const numbers = [
  { seatId: 'seat', number: 2, validFrom: '2026-01-01', validTo: '2026-06-30' },
  { seatId: 'seat', number: 1, validFrom: '2026-07-01', validTo: '2026-12-31' },
]

it.each([
  ['2026-03-01', 2, { held: 1, vacant: 1, over: 0 }],
  ['2026-06-30', 2, { held: 2, vacant: 0, over: 0 }],
  ['2026-07-01', 1, { held: 2, vacant: 0, over: 1 }],
  ['2026-10-01', 1, { held: 0, vacant: 1, over: 0 }],
])('on %s of %i', (day, number, filling) => {
  const held = [term('a', '2026-01-01', '2026-09-30'), term('b', '2026-06-01', '2026-09-30')]
  expect(fillingsOn([{ id: 'seat', number }], held, day)).toEqual([{ seatId: 'seat', number, ...filling }])
})

it('counts those who are not shown', () => {
  const hidden = new Map([['seat', 1]])
  expect(fillingsOn([{ id: 'seat', number: 1 }], [], '2026-01-01', hidden)[0]).toMatchObject({
    held: 1,
    vacant: 0,
  })
})

it.each([
  ['a seat that is left', [], '2026-02-01', null, null],
  ['the first of two', [term('a', '2026-01-01')], '2026-02-01', '2026-03-01', null],
  [
    'a third of two',
    [term('a', '2026-01-01'), term('b', '2026-01-01')],
    '2026-02-01',
    null,
    { fault: 'post.noSeatLeft', day: '2026-02-01' },
  ],
  [
    'one that is taken later',
    [term('a', '2026-01-01'), term('b', '2026-04-01')],
    '2026-02-01',
    null,
    { fault: 'post.noSeatLeft', day: '2026-04-01' },
  ],
  [
    'up to the day before it is taken',
    [term('a', '2026-01-01'), term('b', '2026-04-01')],
    '2026-02-01',
    '2026-03-31',
    null,
  ],
  [
    'when there are fewer seats from a day',
    [term('a', '2026-01-01')],
    '2026-02-01',
    null,
    { fault: 'post.noSeatLeft', day: '2026-07-01' },
  ],
  ['after somebody left', [term('a', '2026-01-01', '2026-06-30')], '2026-07-01', null, null],
  [
    'the day somebody leaves, who has the only one',
    [term('a', '2026-01-01', '2026-07-01')],
    '2026-07-01',
    null,
    { fault: 'post.noSeatLeft', day: '2026-07-01' },
  ],
  ['before there was one', [], '2025-12-31', null, { fault: 'post.noSeatThen', day: '2025-12-31' }],
  ['after there was one', [], '2027-01-01', null, { fault: 'post.noSeatThen', day: '2027-01-01' }],
  [
    'what one has already',
    [term('me', '2026-03-01')],
    '2026-02-01',
    null,
    { fault: 'post.alreadyHeld', day: '2026-03-01' },
  ],
])('%s', (_, held, validFrom, validTo, fault) => {
  expect(seatFault(numbers, held, { personId: 'me', validFrom, validTo })).toEqual(fault)
})

const days = fc.integer({ min: 0, max: 60 }).map((number) => {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10)
})

/** What people do, day by day: somebody sits down, somebody rises. */
const events = fc.array(
  fc.record({
    day: days,
    person: fc.constantFrom('a', 'b', 'c'),
    what: fc.constantFrom('appoint', 'end'),
  }),
  { maxLength: 20 },
)

it('who held what on a day is what comes of doing everything again up to that day', () => {
  fc.assert(
    fc.property(events, days, (all, asked) => {
      const rows: Holding[] = []
      // Replayed: who sits in the morning of each day.
      const sits = new Map<string, Set<string>>()
      const seated = new Set<string>()
      const inOrder = all.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
      for (const { day, person, what } of inOrder) {
        const open = rows.find((row) => row.personId === person && row.validTo === null)
        if (
          what === 'appoint' &&
          !rows.some((row) => row.personId === person && overlap(row, { validFrom: day, validTo: null }))
        ) {
          rows.push(term(person, day))
        } else if (what === 'end' && open && open.validFrom <= day) {
          open.validTo = day
        }
      }
      for (let day = '2026-01-01'; day <= asked; day = dayAfter(day)) {
        for (const row of rows) {
          if (row.validTo !== null && row.validTo === dayBefore(day)) seated.delete(row.personId)
        }
        for (const row of rows) if (row.validFrom === day) seated.add(row.personId)
        sits.set(day, new Set(seated))
      }
      expect(new Set(heldOn(rows, asked).map((row) => row.personId))).toEqual(sits.get(asked))
    }),
  )
})

it('no number is ever passed by appointments that had no fault', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          person: fc.constantFrom('a', 'b', 'c', 'd'),
          from: days,
          length: fc.nat(30),
          open: fc.boolean(),
        }),
        {
          maxLength: 15,
        },
      ),
      fc.integer({ min: 1, max: 3 }),
      days,
      (wishes, number, asked) => {
        const held: Holding[] = []
        const seats = [{ seatId: 'seat', number, validFrom: '2026-01-01', validTo: null }]
        for (const { person, from, length, open } of wishes) {
          let to = from
          for (let step = 0; step < length; step++) to = dayAfter(to)
          const wanted = { personId: person, validFrom: from, validTo: open ? null : to }
          if (!seatFault(seats, held, wanted)) held.push({ ...wanted, id: `${held.length}`, postId: 'seat' })
        }
        const [filling] = fillingsOn([{ id: 'seat', number }], held, asked)
        expect(filling!.over).toBe(0)
        expect(new Set(heldOn(held, asked).map((row) => row.personId)).size).toBe(filling!.held)
      },
    ),
  )
})
