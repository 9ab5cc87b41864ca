import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeFault, changeFrom, mergeFault, moveFault } from './unit-faults.ts'
import { historyOf } from './unit-history.ts'
import { dayBefore, type UnitRecords } from './unit-records.ts'
import { ancestorsOn, descendantsOn, treeAsOf } from './unit-tree.ts'

type Line = [unit: string, parent: string | null, from: string, to?: string]

/** Units that are called as their ids are, with where they lay. */
function recordsOf(places: readonly Line[], ended: Record<string, string> = {}): UnitRecords {
  const ids = [...new Set(places.map(([unit]) => unit))]
  const begins = (id: string) =>
    places
      .filter(([unit]) => unit === id)
      .map(([, , from]) => from)
      .toSorted()[0]!
  const life = (id: string) => ({ validFrom: begins(id), validTo: ended[id] ?? null })
  return {
    units: ids.map((id) => ({ id, slug: id, ...life(id) })),
    names: ids.map((id) => ({ id, unitId: id, name: id, kind: 'association', ...life(id) })),
    places: places.map(([unitId, parentId, validFrom, validTo = null], index) => ({
      id: String(index),
      unitId,
      parentId,
      validFrom,
      validTo,
    })),
    successions: [],
  }
}

const year = '2025-01-01'
const records = recordsOf(
  [
    ['top', null, year],
    ['åby', 'top', year],
    ['ängby', 'top', year],
    ['alby', 'top', year, '2025-05-31'],
    ['alby', 'åby', '2025-06-01'],
    ['gammal', 'top', year, '2025-03-31'],
  ],
  { gammal: '2025-03-31' },
)

describe('the tree', () => {
  it.each([
    ['2024-12-31', []],
    ['2025-02-01', ['top', '  alby', '  gammal', '  åby', '  ängby']],
    ['2025-03-31', ['top', '  alby', '  gammal', '  åby', '  ängby']],
    ['2025-04-01', ['top', '  alby', '  åby', '  ängby']],
    ['2025-06-01', ['top', '  åby', '    alby', '  ängby']],
  ])('on %s', (day, expected) => {
    expect(treeAsOf(records, day).map((unit) => '  '.repeat(unit.depth) + unit.name)).toEqual(expected)
  })

  it('knows what is above and below', () => {
    expect(ancestorsOn(records, 'alby', '2025-06-01')).toEqual(['åby', 'top'])
    expect(ancestorsOn(records, 'alby', '2025-05-31')).toEqual(['top'])
    expect(new Set(descendantsOn(records, 'top', '2025-06-01'))).toEqual(new Set(['alby', 'åby', 'ängby']))
  })
})

describe('what is refused', () => {
  it.each([
    ['under itself', 'åby', 'åby', '2025-07-01', 'unit.underItself'],
    ['under what is below it', 'åby', 'alby', '2025-07-01', 'unit.underOwn'],
    ['under what comes to lie below it later', 'åby', 'alby', '2025-05-01', 'unit.underOwn'],
    ['the top', 'top', 'åby', '2025-07-01', 'unit.isTop'],
    ['under one that has ended', 'åby', 'gammal', '2025-03-01', 'unit.parentNotThere'],
    ['under one that was not there yet', 'åby', 'ängby', '2024-07-01', 'unit.parentNotThere'],
    ['nothing', 'ängby', 'alby', '2025-05-01', null],
  ])('to move %s', (_, unitId, parentId, day, fault) => {
    expect(moveFault(records, { unitId, parentId, day })).toBe(fault)
  })

  it.each([
    ['with units below', 'åby', '2025-07-01', 'unit.hasUnitsBelow'],
    ['before units come below', 'åby', '2025-05-01', 'unit.hasUnitsBelow'],
    ['that was moved later', 'alby', '2025-05-01', 'unit.changedLater'],
    ['that is the top', 'top', '2025-07-01', 'unit.isTop'],
    ['that has ended', 'gammal', '2025-07-01', 'unit.ended'],
    ['with nothing below', 'ängby', '2025-07-01', null],
  ])('to close one %s', (_, unitId, day, fault) => {
    expect(closeFault(records, unitId, day)).toBe(fault)
  })

  it.each([
    ['itself', 'åby', 'åby', '2025-07-01', 'unit.mergeItself'],
    ['one below it', 'åby', 'alby', '2025-07-01', 'unit.mergeIntoOwn'],
    ['one that has ended', 'åby', 'gammal', '2025-07-01', 'unit.parentNotThere'],
    ['another on its own first day', 'åby', 'ängby', year, 'unit.tooNew'],
    ['another', 'åby', 'ängby', '2025-07-01', null],
  ])('to merge one with %s', (_, unitId, intoUnitId, day, fault) => {
    expect(mergeFault(records, { unitId, intoUnitId, day })).toBe(fault)
  })
})

it.each([
  ['2025-05-01', { fault: 'unit.changedLater' }],
  ['2025-06-01', { ends: null, replaces: '4' }],
  ['2025-06-02', { ends: { id: '4', validTo: '2025-06-01' }, replaces: null }],
])('a change from %s makes place for itself', (day, expected) => {
  const rows = records.places.filter((row) => row.unitId === 'alby')
  expect(changeFrom(rows, day)).toEqual(expected)
})

it.each([
  ['2025-03-01', '2025-02-28'],
  ['2024-03-01', '2024-02-29'],
  ['2025-01-01', '2024-12-31'],
])('the day before %s is %s', (day, before) => {
  expect(dayBefore(day)).toBe(before)
})

it('tells what happened, the newest first', () => {
  const told: UnitRecords = {
    ...records,
    successions: [{ fromUnitId: 'gammal', toUnitId: 'åby', kind: 'merge', day: '2025-04-01' }],
  }
  const words = (id: string) =>
    historyOf(told, id).map(({ day, what, name }) => `${day} ${what} ${name}`.trim())
  expect(words('gammal')).toEqual([
    '2025-04-01 mergedInto åby',
    '2025-03-31 ended',
    '2025-01-01 began gammal',
  ])
  expect(words('åby')).toEqual(['2025-04-01 received gammal', '2025-01-01 began åby'])
  expect(words('alby')).toEqual(['2025-06-01 moved åby', '2025-01-01 began alby'])
})

it('stays a tree on every day, whatever moves are let through', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const days = Array.from({ length: 9 }, (_, index) => `2025-02-0${index + 1}`)
  const move = fc.record({
    unitId: fc.constantFrom(...ids),
    parentId: fc.constantFrom('top', ...ids),
    day: fc.constantFrom(...days),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let now = recordsOf([['top', null, year], ...ids.map((id): Line => [id, 'top', year])])
      for (const [index, { unitId, parentId, day }] of moves.entries()) {
        const change = changeFrom(
          now.places.filter((row) => row.unitId === unitId),
          day,
        )
        if ('fault' in change || moveFault(now, { unitId, parentId, day })) continue
        const kept = now.places
          .filter((row) => row.id !== change.replaces)
          .map((row) => (row.id === change.ends?.id ? { ...row, validTo: change.ends.validTo } : row))
        const row = { id: `move ${index}`, unitId, parentId, validFrom: day, validTo: null }
        now = { ...now, places: [...kept, row] }
      }
      for (const day of [year, ...days]) {
        expect(treeAsOf(now, day)).toHaveLength(ids.length + 1)
        for (const id of ids) {
          expect(ancestorsOn(now, id, day).at(-1)).toBe('top')
          for (const above of ancestorsOn(now, id, day)) {
            expect(descendantsOn(now, above, day)).toContain(id)
          }
        }
      }
    }),
  )
})
