import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeInPercent, highestSince, periodEnds } from './series.ts'

const series = (...values: (number | null)[]) =>
  values.flatMap((value, at) => (value === null ? [] : [{ day: `${2000 + at}-12-31`, value }]))

describe('highest since', () => {
  it.each([
    ['a year that was higher', series(90, 120, 80, 100), '2003-12-31', { kind: 'since', day: '2001-12-31' }],
    ['a year that was as high', series(100, 80, 100), '2002-12-31', { kind: 'since', day: '2000-12-31' }],
    ['ever', series(10, 20, 15, 30), '2003-12-31', { kind: 'ever', begins: '2000-12-31' }],
    [
      'over a gap, which is not 0',
      series(50, null, 20, 40),
      '2003-12-31',
      { kind: 'since', day: '2000-12-31' },
    ],
    ['lower than the one before', series(50, 40), '2001-12-31', null],
    ['the same as the one before', series(40, 40), '2001-12-31', null],
    ['the first of all', series(40), '2000-12-31', null],
    ['a day without a figure', series(40, 50), '2005-12-31', null],
  ])('%s', (_, points, day, expected) => {
    expect(highestSince(points, day)).toEqual(expected)
  })

  it('names a day with as much or more, and none of those between has', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 30 }), (values) => {
        const points = series(...values)
        const own = points.at(-1)!
        const found = highestSince(points.toReversed(), own.day)
        const earlier = points.slice(0, -1)
        // The last of those with as much or more, looked for in the plainest way.
        const asHigh = earlier.findLast(({ value }) => value >= own.value)
        const beginning = { kind: 'ever', begins: points[0]!.day }
        const expected = asHigh ? { kind: 'since', day: asHigh.day } : beginning
        expect(found).toEqual(asHigh === earlier.at(-1) ? null : expected)
      }),
    )
  })
})

describe('the ends of periods', () => {
  it.each([
    ['2023-05-10', '2026-11-22', 'year', ['2023-12-31', '2024-12-31', '2025-12-31', '2026-11-22']],
    ['2026-01-31', '2026-03-31', 'month', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['2024-02-01', '2024-03-05', 'month', ['2024-02-29', '2024-03-05']],
    ['2025-12-01', '2026-01-15', 'month', ['2025-12-31', '2026-01-15']],
    ['2026-01-01', '2026-01-01', 'year', ['2026-01-01']],
    ['2026-02-01', '2026-01-01', 'year', []],
  ] as const)('from %s to %s by %s', (from, to, by, expected) => {
    expect(periodEnds(from, to, by)).toEqual(expected)
  })
})

it.each([
  [100, 110, 10],
  [300, 299, -0.3],
  [0, 5, null],
])('from %i to %i is %s per cent', (before, now, expected) => {
  expect(changeInPercent(before, now)).toBe(expected)
})
