import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOut } from './share-out.ts'

const tasks = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `t${at}` }))
const shares = (given: Map<string, string>) =>
  Object.fromEntries(
    [...Map.groupBy(given, ([, userId]) => userId)].map(([userId, all]) => [userId, all.length]),
  )

describe('sharing out', () => {
  it.each([
    ['one each', 2, [0, 0], { a: 1, b: 1 }],
    ['the odd one to who has the fewest', 3, [4, 1], { a: 1, b: 2 }],
    ['the odd one to the first where all have the same', 3, [2, 2], { a: 2, b: 1 }],
    ['fewer tasks than people: those with the fewest', 1, [1, 0], { b: 1 }],
    ['nothing', 0, [0, 0], {}],
  ])('%s', (_, count, [a, b], expected) => {
    const sharers = [
      { userId: 'a', waiting: a! },
      { userId: 'b', waiting: b! },
    ]
    expect(shares(shareOut(tasks(count), sharers))).toEqual(expected)
  })

  it('gives nobody what they do not reach, and leaves what none of them does', () => {
    const sharers = [
      { userId: 'town', waiting: 0 },
      { userId: 'district', waiting: 0 },
    ]
    const wanted = [
      { id: '1', unit: 'town' },
      { id: '2', unit: 'town' },
      { id: '3', unit: 'village' },
      { id: '4', unit: 'abroad' },
    ]
    const given = shareOut(wanted, sharers, (userId, { unit }) =>
      userId === 'town' ? unit === 'town' : unit !== 'abroad',
    )
    expect(Object.fromEntries(given)).toEqual({ '3': 'district', '1': 'town', '2': 'town' })
  })

  it('gives everything, and nobody more than one above another, where all reach all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }),
        (count, waiting) => {
          const sharers = waiting.map((each, at) => ({ userId: `u${at}`, waiting: each }))
          const given = shareOut(tasks(count), sharers)
          const counts = sharers.map(({ userId }) => shares(given)[userId] ?? 0)
          expect(given.size).toBe(count)
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
