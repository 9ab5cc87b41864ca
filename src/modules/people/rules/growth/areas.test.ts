import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownAreas, type AreaCount } from './areas.ts'

const counts = (all: Record<string, number>): AreaCount[] =>
  Object.entries(all).map(([area, members]) => ({ area, members }))

describe('areas', () => {
  it('large enough are shown, with those inside', () => {
    expect(shownAreas(counts({ '121': 10, '122': 20, '130': 7, '': 9 }))).toEqual([
      {
        area: '12',
        members: 30,
        inside: [
          { area: '121', members: 10 },
          { area: '122', members: 20 },
        ],
      },
      { area: '13', members: 7, inside: [{ area: '130', members: 7 }] },
      { area: '', members: 9, inside: [] },
    ])
  })

  it('that are small are kept back with the next smallest beside them', () => {
    const shown = shownAreas(counts({ '121': 3, '122': 8, '123': 20, '130': 50 }))
    expect(shown[0]!.inside).toEqual([
      { area: '121', members: null },
      { area: '122', members: null },
      { area: '123', members: 20 },
    ])
  })

  it('inside one that is kept back are not shown, nor when all would be kept back', () => {
    const shown = shownAreas(counts({ '121': 2, '130': 3, '140': 9, '151': 2, '152': 30 }))
    expect(shown).toEqual([
      { area: '12', members: null, inside: [] },
      { area: '13', members: null, inside: [] },
      { area: '14', members: 9, inside: [{ area: '140', members: 9 }] },
      { area: '15', members: 32, inside: [] },
    ])
    expect(shownAreas(counts({ '121': 2, '130': 2 }))).toEqual([])
  })

  const generated = fc
    .array(fc.tuple(fc.integer({ min: 10, max: 13 }), fc.nat(9), fc.integer({ min: 1, max: 14 })), {
      maxLength: 20,
    })
    .map((all) => counts(Object.fromEntries(all.map(([two, three, members]) => [`${two}${three}`, members]))))

  it('tell nothing under five, and nothing that a sum less the others would tell', () => {
    fc.assert(
      fc.property(generated, (all) => {
        const shown = shownAreas(all)
        const total = all.reduce((sum, { members }) => sum + members, 0)
        const groups = [
          { sum: total, parts: shown },
          ...shown.flatMap(({ members, inside }) =>
            inside.length > 0 ? [{ sum: members!, parts: inside }] : [],
          ),
        ]
        for (const { sum, parts } of groups.filter((group) => group.parts.length > 0)) {
          const told = parts.flatMap(({ members }) => (members === null ? [] : [members]))
          expect(told.every((members) => members >= 5)).toBe(true)
          const kept = parts.length - told.length
          const left = sum - told.reduce((whole, each) => whole + each, 0)
          // Nothing is left, or there are at least two ways to share it out, for each of those who share it.
          expect(kept === 0 ? left === 0 : kept > 1 && left >= 5 && left > kept).toBe(true)
        }
        expect(shown.every(({ members, inside }) => members !== null || inside.length === 0)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
