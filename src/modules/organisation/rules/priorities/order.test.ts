import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedDays,
  movedBy,
  nearestDay,
  orderFault,
  orderFrom,
  prioritiesOn,
  type WantedPriority,
} from './order.ts'
import type { PriorityRecord } from './priority-records.ts'

const record = (priorityId: string, rank: number, more: Partial<PriorityRecord> = {}): PriorityRecord => ({
  id: `${priorityId} ${more.validFrom ?? ''}`,
  priorityId,
  listId: 'list',
  rank,
  title: priorityId.toUpperCase(),
  why: '',
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
})
const wanted = (...ids: string[]): WantedPriority[] =>
  ids.map((id) => ({ id, title: id.toUpperCase(), why: '' }))

/** Carries a change out, as the database does. */
function carriedOut(records: readonly PriorityRecord[], list: readonly WantedPriority[], day: string) {
  const { ends, replaces, begins } = orderFrom(records, list, day)
  const last = new Map(ends.map((end) => [end.id, end.validTo]))
  return [
    ...records
      .filter((each) => !replaces.includes(each.id))
      .map((each) => ({ ...each, validTo: last.get(each.id) ?? each.validTo })),
    ...begins.map(({ id, rank, title, why }) =>
      record(id, rank, { id: `${id} ${day} ${rank} ${title}`, title, why, validFrom: day }),
    ),
  ]
}
const order = (records: readonly PriorityRecord[], day: string) =>
  prioritiesOn(records, day).map((each) => each.id)

const first = [record('a', 1), record('b', 2), record('c', 3)]

it('is told by the days from which it was otherwise', () => {
  const changed = carriedOut(first, wanted('c', 'a'), '2026-03-01')
  expect(changedDays(changed)).toEqual(['2026-03-01', '2026-01-01'])
})

describe('an order', () => {
  it.each<[string, string[], number, number]>([
    ['stays', ['a', 'b', 'c'], 0, 0],
    ['changes at two places', ['b', 'a', 'c'], 2, 2],
    ['gets one more', ['a', 'b', 'c', 'd'], 0, 1],
    ['loses the last', ['a', 'b'], 1, 0],
    ['loses the first', ['b', 'c'], 3, 2],
    ['is emptied', [], 3, 0],
  ])('%s', (_, list, ends, begins) => {
    const change = orderFrom(first, wanted(...list), '2026-03-01')
    expect([change.ends.length, change.replaces.length, change.begins.length]).toEqual([ends, 0, begins])
    expect(order(carriedOut(first, wanted(...list), '2026-03-01'), '2026-03-01')).toEqual(list)
    expect(order(carriedOut(first, wanted(...list), '2026-03-01'), '2026-02-28')).toEqual(['a', 'b', 'c'])
  })

  it('is replaced on the day it began, so that no row holds no day', () => {
    const change = orderFrom(first, wanted('c', 'b', 'a'), '2026-01-01')
    expect([change.ends, change.replaces.length, change.begins.length]).toEqual([[], 2, 2])
  })

  it('says on every day what was wanted last, with places 1, 2, 3 and each priority once', () => {
    const lists = fc.array(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']), { minLength: 1, maxLength: 8 })
    const days = ['2026-01-01', '2026-01-02', '2026-02-01', '2026-02-02', '2026-05-01']
    fc.assert(
      fc.property(lists, fc.array(fc.nat(days.length - 1), { minLength: 8, maxLength: 8 }), (all, picks) => {
        const changes = all
          .map((list, index) => ({ list, day: days[picks[index]!]! }))
          .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
        let records: PriorityRecord[] = []
        for (const { list, day } of changes) records = carriedOut(records, wanted(...list), day)
        for (const day of days) {
          const last = changes.findLast((change) => change.day <= day)?.list ?? []
          const shown = prioritiesOn(records, day)
          expect(shown.map((each) => each.id)).toEqual(last)
          expect(shown.map((each) => each.rank)).toEqual(last.map((_, index) => index + 1))
        }
      }),
    )
  })
})

it.each([
  ['2025-12-31', null, 'priority.outsidePeriod'],
  ['2026-01-01', null, null],
  ['2026-03-01', null, null],
  ['2026-03-02', null, 'priority.notYet'],
  ['2026-02-02', '2026-02-01', 'priority.outsidePeriod'],
])('a change from %s in a list until %s', (day, validTo, fault) => {
  expect(orderFault({ validFrom: '2026-01-01', validTo }, [], day, '2026-03-01')).toBe(fault)
})

it.each([
  ['a list that has not begun, from its first day', '2026-06-01', null],
  ['the same from a later day', '2026-06-02', 'priority.notYet'],
])('%s', (_, day, fault) => {
  expect(orderFault({ validFrom: '2026-06-01', validTo: null }, [], day, '2026-03-01')).toBe(fault)
})

it.each([
  [record('a', 1, { validFrom: '2026-02-01' }), '2026-01-15', 'priority.changedLater'],
  [record('a', 1, { validTo: '2026-02-01' }), '2026-01-15', 'priority.changedLater'],
  [record('a', 1, { validTo: '2026-02-01' }), '2026-02-02', null],
])('not before what has been decided since: %j', (row, day, fault) => {
  expect(orderFault({ validFrom: '2026-01-01', validTo: null }, [row], day, '2026-03-01')).toBe(fault)
})

it.each([
  ['2025-05-01', '2026-01-01'],
  ['2026-05-01', '2026-05-01'],
  ['2027-05-01', '2026-12-31'],
])('read on %s, a list of a year shows %s', (today, day) => {
  expect(nearestDay({ validFrom: '2026-01-01', validTo: '2026-12-31' }, today)).toBe(day)
})

it.each<[string, -1 | 1, string[] | null]>([
  ['b', -1, ['b', 'a', 'c']],
  ['b', 1, ['a', 'c', 'b']],
  ['a', -1, null],
  ['c', 1, null],
  ['x', 1, null],
])('%s moved by %i', (id, steps, expected) => {
  expect(movedBy(['a', 'b', 'c'], id, steps)).toEqual(expected)
})
