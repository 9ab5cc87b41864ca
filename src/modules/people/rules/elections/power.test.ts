import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { majorityOf, shiftsOf, standingOf, standingWith } from './power.ts'

describe('a majority', () => {
  it.each([
    [149, 75],
    [101, 51],
    [350, 176],
    [1, 1],
  ])('of %i is %i', (total, expected) => expect(majorityOf(total)).toBe(expected))

  it('of 149: 65 govern without one, 74 miss one seat', () => {
    expect(standingOf(65, 149)).toEqual({ seats: 65, majority: false, missing: 10 })
    expect(standingOf(74, 149)).toEqual({ seats: 74, majority: false, missing: 1 })
    expect(standingWith(74, 1, 149)).toEqual({ seats: 75, majority: true, missing: 0 })
    expect(standingWith(74, 900, 149).seats).toBe(149)
    expect(standingWith(74, -900, 149).seats).toBe(0)
  })
})

describe('the fewest seats that move power', () => {
  it.each([
    [74, 65, 149, { toMajority: 1, governingLoses: null, toLarger: 0 }],
    [60, 80, 149, { toMajority: 15, governingLoses: 6, toLarger: 11 }],
    [70, 70, 149, { toMajority: 5, governingLoses: null, toLarger: 1 }],
    [70, null, 149, { toMajority: 5, governingLoses: null, toLarger: null }],
  ])('%i against %s of %i', (seats, governing, total, expected) => {
    expect(shiftsOf(seats, governing, total)).toEqual(expected)
  })

  it('are enough, and one fewer is not', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (one, other, rest) => {
        const total = one + other + rest
        fc.pre(total > 0)
        const { toMajority, governingLoses, toLarger } = shiftsOf(one, other, total)
        const has = (added: number) => standingWith(one, added, total).majority
        expect([has(toMajority), toMajority > 0 && has(toMajority - 1)]).toEqual([true, false])
        const governs = (lost: number) => standingOf(other - lost, total).majority
        expect(governingLoses === null).toBe(!governs(0))
        const lost = governingLoses ?? 0
        expect([governs(lost), lost > 0 && !governs(lost - 1)]).toEqual([false, false])
        const larger = (moved: number) => one + moved > other - moved
        const moved = toLarger ?? 0
        expect([larger(moved), moved > 0 && larger(moved - 1)]).toEqual([true, false])
      }),
    )
  })
})
