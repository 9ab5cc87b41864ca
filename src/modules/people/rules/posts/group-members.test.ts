import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupMemberships } from './group-members.ts'
import { heldOn, holdsOn } from './holding.ts'

const mandate = (personId: string, postId: string, validFrom: string, validTo: string | null) => ({
  id: `${personId} ${postId} ${validFrom}`,
  personId,
  postId,
  validFrom,
  validTo,
})
const source = (publicBodyId: string, validFrom = '2020-01-01', validTo: string | null = null) => ({
  publicBodyId,
  validFrom,
  validTo,
})

it.each([
  [
    'one mandate after another is one membership',
    [mandate('a', 'council', '2022-10-01', '2024-03-31'), mandate('a', 'care', '2024-04-01', null)],
    ['a 2022-10-01 –'],
  ],
  [
    'the last mandate lost: dropped out from the day after',
    [mandate('a', 'council', '2022-10-01', '2024-03-31'), mandate('a', 'care', '2023-01-01', '2023-12-31')],
    ['a 2022-10-01 – 2024-03-31'],
  ],
  [
    'a break is two memberships',
    [mandate('a', 'council', '2022-10-01', '2023-03-31'), mandate('a', 'care', '2023-04-02', null)],
    ['a 2022-10-01 – 2023-03-31', 'a 2023-04-02 –'],
  ],
  ['a mandate elsewhere gives nothing', [mandate('a', 'other', '2022-10-01', null)], []],
  [
    'only while the body counts',
    [mandate('a', 'company', '2022-10-01', null)],
    ['a 2023-01-01 – 2023-12-31'],
  ],
])('%s', (_, mandates, expected) => {
  const sources = [source('council'), source('care'), source('company', '2023-01-01', '2023-12-31')]
  expect(
    groupMemberships(mandates, sources).map(({ personId, validFrom, validTo }) =>
      `${personId} ${validFrom} – ${validTo ?? ''}`.trim(),
    ),
  ).toEqual(expected)
})

it('on every day the members are those with a mandate in one of the bodies', () => {
  const day = fc
    .integer({ min: 0, max: 40 })
    .map((number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10))
  const span = fc
    .tuple(day, fc.option(day))
    .map(([from, to]) => ({ validFrom: from, validTo: to !== null && to >= from ? to : null }))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y', 'z'), span), { maxLength: 8 }),
      fc.array(fc.tuple(fc.constantFrom('x', 'y'), span), { maxLength: 4 }),
      day,
      (given, counted, asked) => {
        const mandates = given.map(([personId, postId, dates]) => ({ id: '', personId, postId, ...dates }))
        const sources = counted.map(([publicBodyId, dates]) => ({ publicBodyId, ...dates }))
        const members = heldOn(groupMemberships(mandates, sources), asked).map((each) => each.personId)
        const expected = mandates
          .filter((each) => holdsOn(each, asked))
          .filter((each) => sources.some((one) => one.publicBodyId === each.postId && holdsOn(one, asked)))
          .map((each) => each.personId)
        expect(members.length).toBe(new Set(members).size)
        expect(new Set(members)).toEqual(new Set(expected))
      },
    ),
  )
})
