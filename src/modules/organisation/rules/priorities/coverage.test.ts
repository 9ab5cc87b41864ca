import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coverageOf, exactSum, sumAmounts, type CarryingThing } from './coverage.ts'
import { printExact, spreadsheetFigure } from './print-exact.ts'

const thing = (
  id: string,
  kind: string,
  years: Record<string, string | null> | null = null,
  unit = 'mnkr',
): CarryingThing => ({
  kind,
  id,
  title: id,
  group: 'Boken',
  address: `/${id}`,
  amounts: years ? { unit, decimals: 1, years } : null,
})

const things = [
  thing('bus', 'budget.adjustment', { 2025: '10.5', 2026: '20', 2027: null }),
  thing('train', 'budget.adjustment', { 2025: '-0.25', 2026: null, 2027: null }),
  thing('plan', 'budget.assignment'),
  thing('loose', 'budget.adjustment', { 2025: '1' }),
]
const tag = (priorityId: string, kind: string, thingId: string) => ({ priorityId, kind, thingId })
const tags = [
  tag('traffic', 'budget.adjustment', 'bus'),
  tag('traffic', 'budget.adjustment', 'train'),
  tag('traffic', 'budget.assignment', 'plan'),
  tag('climate', 'budget.adjustment', 'bus'),
  // Of another list, and of something that is no longer there.
  tag('other', 'budget.adjustment', 'loose'),
  tag('climate', 'budget.adjustment', 'gone'),
]

it('says what carries each priority, with exact sums, and what carries none', () => {
  const { priorities, without, counts, sums, shared } = coverageOf(
    [{ id: 'traffic' }, { id: 'climate' }, { id: 'care' }],
    things,
    tags,
  )
  expect(priorities.map((each) => [each.id, each.counts, each.things.map((one) => one.id)])).toEqual([
    ['traffic', { 'budget.adjustment': 2, 'budget.assignment': 1 }, ['bus', 'train', 'plan']],
    ['climate', { 'budget.adjustment': 1 }, ['bus']],
    ['care', {}, []],
  ])
  expect(priorities[0]?.sums).toEqual([
    {
      unit: 'mnkr',
      decimals: 1,
      years: [
        { year: '2025', amount: '10.25' },
        { year: '2026', amount: '20' },
        { year: '2027', amount: null },
      ],
    },
  ])
  expect(without.map((each) => each.id)).toEqual(['loose'])
  // The bus carries two priorities, and is counted once among all.
  expect([counts, sums[0]?.years[0]?.amount, shared]).toEqual([
    { 'budget.adjustment': 2, 'budget.assignment': 1 },
    '10.25',
    1,
  ])
})

it('does not add up what is counted in different units', () => {
  expect(sumAmounts([thing('a', 'k', { 2025: '1' }), thing('b', 'k', { 2025: '1' }, 'tkr')])).toEqual([
    { unit: 'mnkr', decimals: 1, years: [{ year: '2025', amount: '1' }] },
    { unit: 'tkr', decimals: 1, years: [{ year: '2025', amount: '1' }] },
  ])
})

it.each([
  [[], null],
  [[null, null], null],
  [[null, '0'], '0'],
  [['0.1', '0.2'], '0.3'],
  [['5', '-5'], '0'],
  [['123456789012345.0123456789', '0.0000000001'], '123456789012345.012345679'],
])('the sum of %j is %j', (texts, expected) => {
  expect(exactSum(texts)).toBe(expected)
})

/** A number of tenths as a decimal text. */
const inTenths = (number: bigint) => {
  const size = number < 0n ? -number : number
  return `${number < 0n ? '-' : ''}${size / 10n}.${size % 10n}`
}

it('sums of parts are the sum of the whole, in whole tenths', () => {
  const tenths = fc.array(fc.bigInt(-(10n ** 14n), 10n ** 14n), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(tenths, (numbers) => {
      const whole = numbers.reduce((sum, number) => sum + number, 0n)
      const sum = exactSum(numbers.map(inTenths)) ?? ''
      const [digits = '', fraction = '0'] = sum.split('.')
      expect(BigInt(`${digits}${fraction}`.replace('-0', '-'))).toBe(whole)
    }),
  )
})

it.each([
  ['1234567.5', 1, '1 234 567,5', '1234567,5'],
  ['-64', 1, '−64,0', '-64,0'],
  ['10.25', 1, '10,25', '10,25'],
  ['0', 0, '0', '0'],
  ['0', 1, '0,0', '0,0'],
])('%s is printed %s', (text, decimals, printed, figure) => {
  expect([printExact(text, decimals).replaceAll('\u00a0', ' '), spreadsheetFigure(text, decimals)]).toEqual([
    printed,
    figure,
  ])
})
