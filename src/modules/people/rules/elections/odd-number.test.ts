import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oddNumberSeats } from './odd-number.ts'

const seatsOf = (votes: number[], seats: number, divisor: 10 | 12 | 14) => [
  ...oddNumberSeats(
    votes.map((each, at) => ({ id: String(at), votes: each })),
    seats,
    divisor,
  ).seats.values(),
]

describe('the odd-number method', () => {
  it.each([
    // The textbook's example: with 1 the small party gets a seat that the adjusted first divisors keep from it.
    ['without adjusting', [5300, 2400, 1300], 5, 10, [3, 1, 1]],
    ['with 1.4', [5300, 2480, 1220, 700], 7, 14, [4, 2, 1, 0]],
    ['with 1.2 a party at 1.2 divided', [100, 41], 2, 12, [1, 1]],
    ['with 1.4 the same party', [100, 41], 2, 14, [2, 0]],
    ['those without votes', [10, 0], 3, 12, [3, 0]],
    ['nobody', [0, 0], 3, 12, [0, 0]],
  ] as const)('%s', (_, votes, seats, divisor, expected) => {
    expect(seatsOf([...votes], seats, divisor)).toEqual(expected)
  })

  it('says between whom lots decide, and does not ask where there are seats for all', () => {
    const claims = ['a', 'b', 'c'].map((id) => ({ id, votes: 100 }))
    expect(oddNumberSeats(claims, 2, 12)).toEqual({
      seats: new Map([
        ['a', 1],
        ['b', 1],
        ['c', 0],
      ]),
      lots: { among: ['a', 'b', 'c'], seats: 2 },
    })
    expect(oddNumberSeats(claims, 3, 12).lots).toBeNull()
  })

  const votes = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 9 })

  it('gives all the seats, never fewer for one more seat, and never more to whoever has fewer votes', () => {
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 149 }), (all, seats) => {
        const given = seatsOf(all, seats, 12)
        expect(given.reduce((sum, each) => sum + each, 0)).toBe(seats)
        const more = seatsOf(all, seats + 1, 12)
        expect(given.every((own, at) => more[at]! >= own)).toBe(true)
        const pairs = given.flatMap((own, at) => given.map((other, beside) => ({ own, other, at, beside })))
        const larger = pairs.filter(({ at, beside }) => all[at]! > all[beside]!)
        expect(larger.every(({ own, other }) => own >= other)).toBe(true)
      }),
    )
  })

  it('leaves no seat that another would have had a larger number for', () => {
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 60 }), (all, seats) => {
        const given = seatsOf(all, seats, 12)
        const next = (at: number) => all[at]! / (given[at] === 0 ? 1.2 : 2 * given[at]! + 1)
        const last = (at: number) => all[at]! / (given[at] === 1 ? 1.2 : 2 * given[at]! - 1)
        const lowest = Math.min(...given.flatMap((own, at) => (own === 0 ? [] : [last(at)])))
        const highest = Math.max(...given.map((_, at) => next(at)))
        expect(highest).toBeLessThanOrEqual(lowest * (1 + 1e-9))
      }),
    )
  })
})
