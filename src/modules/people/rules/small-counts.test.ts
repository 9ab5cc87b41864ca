import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenCounts, shownCount, toldCount, type UnitCount } from './small-counts.ts'

describe('a count of persons', () => {
  it.each([
    ['nobody is told', 0, 0],
    ['one is not', 1, null],
    ['four are not', 4, null],
    ['five are', 5, 5],
    ['many', 12_000, 12_000],
  ])('%s', (_, count, shown) => expect(shownCount(count)).toBe(shown))

  it.each([
    ['nobody found is not told', 0, null],
    ['four are not', 4, null],
    ['five are', 5, 5],
    ['others are to the nearest five', 12, 10],
    ['or up to it', 13, 15],
  ])('without names: %s', (_, count, told) => expect(toldCount(count)).toBe(told))
})

const tree = (counts: Record<string, number>, top = 100): UnitCount[] => [
  { unitId: 'top', parentId: null, count: top },
  ...Object.entries(counts).map(([unitId, count]) => ({ unitId, parentId: 'top', count })),
]

describe('small counts', () => {
  it.each([
    ['none that is small', tree({ a: 40, b: 60 }), {}],
    ['nobody at all, which points at nobody', tree({ a: 0, b: 60 }), {}],
    ['one, and the next beside it', tree({ a: 4, b: 60, c: 10 }), { a: 'small', c: 'beside' }],
    ['two, which hide each other', tree({ a: 4, b: 1, c: 10 }), { a: 'small', b: 'small' }],
    ['one alone under its unit', tree({ a: 3, b: 0 }, 20), { a: 'small' }],
    ['the whole', tree({ a: 3 }, 3), { top: 'small', a: 'small' }],
  ])('%s', (_, counts, hidden) => {
    expect(Object.fromEntries(hiddenCounts(counts))).toEqual(hidden)
  })

  it('never leave one alone to be worked out from those beside it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 8 }), (sizes) => {
        const counts = tree(Object.fromEntries(sizes.map((size, index) => [`unit ${index}`, size])))
        const hidden = hiddenCounts(counts)
        const below = counts.slice(1)
        const unknown = below.filter(({ unitId }) => hidden.has(unitId)).length
        const others = below.filter(({ count }) => count > 0).length
        expect(unknown === 1 && others > 1).toBe(false)
        const told = below.filter(({ unitId, count }) => count > 0 && count < 5 && !hidden.has(unitId))
        expect(told).toEqual([])
      }),
    )
  })
})
