import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion, largestRemainder, type DelegateRule } from './delegates.ts'

const units = (...members: number[]) => members.map((each, at) => ({ unitId: String(at), members: each }))
const seatsOf = (members: number[], rule: DelegateRule) => [
  ...apportion(units(...members), rule).seats.values(),
]

describe('delegates', () => {
  it.each([
    [
      'one for each started ten',
      [0, 1, 10, 11, 95],
      { method: 'perStarted', membersPerSeat: 10, least: 0 },
      [0, 1, 1, 2, 10],
    ],
    ['two at least', [0, 1, 10, 31], { method: 'perStarted', membersPerSeat: 10, least: 2 }, [2, 2, 2, 4]],
    [
      'ten by the largest remainder',
      [47, 16, 15, 22],
      { method: 'largestRemainder', totalSeats: 10, least: 0 },
      [5, 2, 1, 2],
    ],
    [
      'ten by the odd-number method',
      [47, 16, 15, 22],
      { method: 'oddNumber', totalSeats: 10, least: 0 },
      [5, 2, 1, 2],
    ],
    [
      'with one at least, the others share the rest',
      [96, 2, 2],
      { method: 'largestRemainder', totalSeats: 10, least: 1 },
      [8, 1, 1],
    ],
    ['nobody has members', [0, 0], { method: 'oddNumber', totalSeats: 4, least: 1 }, [1, 1]],
  ] as const)('%s', (_, members, rule, expected) => {
    expect(seatsOf([...members], rule)).toEqual(expected)
  })

  it('says when there are too few for what every unit has at least', () => {
    expect(apportion(units(5, 5, 5), { method: 'oddNumber', totalSeats: 2, least: 1 })).toMatchObject({
      tooFew: true,
      total: 3,
    })
  })

  it('says between whom lots decide', () => {
    expect(
      apportion(units(50, 50, 50), { method: 'largestRemainder', totalSeats: 4, least: 0 }).lots,
    ).toEqual({
      among: ['0', '1', '2'],
      seats: 1,
    })
    expect(
      largestRemainder(
        [
          { id: 'a', votes: 3 },
          { id: 'b', votes: 1 },
        ],
        4,
      ).lots,
    ).toBeNull()
  })

  const members = fc.array(fc.nat(3000), { minLength: 1, maxLength: 40 })
  const least = fc.nat(3)

  it('are so many as there are, the least at least, and never fewer for a unit with more members', () => {
    fc.assert(
      fc.property(
        members,
        least,
        fc.nat(100),
        fc.constantFrom('largestRemainder' as const, 'oddNumber' as const),
        (all, few, more, method) => {
          fc.pre(all.every((each) => each > 0))
          const totalSeats = all.length * few + more + 1
          const { seats, total, tooFew } = apportion(units(...all), { method, totalSeats, least: few })
          expect([total, tooFew]).toEqual([totalSeats, false])
          const given = [...seats.values()]
          expect(given.every((own) => own >= few)).toBe(true)
          const pairs = given.flatMap((own, at) => given.map((other, beside) => ({ own, other, at, beside })))
          const larger = pairs.filter(({ at, beside }) => all[at]! > all[beside]!)
          expect(larger.every(({ own, other }) => own >= other)).toBe(true)
        },
      ),
    )
  })

  it('by the largest remainder never miss the quota by a whole seat', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 200 }), (all, seats) => {
        const sum = all.reduce((total, each) => total + each, 0)
        fc.pre(sum > 0)
        const given = seatsOf(all, { method: 'largestRemainder', totalSeats: seats, least: 0 })
        for (const [at, own] of given.entries())
          expect(Math.abs(own - (all[at]! * seats) / sum)).toBeLessThan(1)
      }),
    )
  })
})
