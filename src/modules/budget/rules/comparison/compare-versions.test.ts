import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import type { BudgetBase } from '../statements/base.ts'
import { budgetBaseOf } from '../statements/prepare.ts'
import { anyVersion } from '../statements/testing/arbitraries.ts'
import { example, exampleBase, exampleSettings, exampleVersion } from '../statements/testing/example.ts'
import { runs } from '../statements/testing/runs.ts'
import { comparableBase, comparablePrinted, comparableVersion, type Comparable } from './comparable.ts'
import { compareVersions, differenceOverYears, largestDifferences } from './compare-versions.ts'

const taken = exampleBase()
const base = budgetBaseOf(taken.base)
const ours = comparableVersion(exampleVersion(), base)
const theirs = comparableBase('base', 'Grundförslaget', base)

describe('ours against the base', () => {
  const comparison = compareVersions(theirs, ours)
  const board = (name: string) => comparison.boards.find((each) => each.publicBoard === name)

  test.each([
    // base, ours, difference, per cent, share of the base's total, of ours
    ['Trafiknämnden', 0, '14858.4', '15530.4', '672', '4.52', '14.21', '14.69'],
    ['Kulturnämnden', 0, '619.3', '649.3', '30', '4.84', '0.59', '0.61'],
    ['Patientnämnden', 2, '38.5', '38.5', '0', '0', '0.03', '0.03'],
    ['Fastighets- och servicenämnden', 1, '0', '0', '0', null, '0', '0'],
  ])('%s in year %d', (name, year, first, second, difference, percent, firstShare, secondShare) => {
    const found = board(name)?.years[year]
    expect(found?.first?.toDecimalPlaces(1).toString()).toBe(first)
    expect(found?.second?.toDecimalPlaces(1).toString()).toBe(second)
    expect(found?.difference?.toString()).toBe(difference)
    expect(found?.percent?.toDecimalPlaces(2).toString() ?? null).toBe(percent)
    expect(found?.firstShare?.toDecimalPlaces(2).toString()).toBe(firstShare)
    expect(found?.secondShare?.toDecimalPlaces(2).toString()).toBe(secondShare)
  })

  test('the total and the result', () => {
    expect(comparison.total.map((each) => each.difference?.toString())).toEqual(['1128', '1973', '1965'])
    expect(comparison.result.map((each) => each.difference?.toString())).toEqual(['133', '131', '238'])
  })

  test('the largest differences first, boards without any left out', () => {
    expect(
      largestDifferences(comparison, 2025).map((each) => [each.publicBoard, each.difference.toNumber()]),
    ).toEqual([
      ['Trafiknämnden', 672],
      ['Primärvårdsnämnden', 295],
      ['Hälso- och sjukvårdsnämnden', 109],
      ['Kulturnämnden', 30],
      ['Regionstyrelsen', 22],
    ])
    expect(differenceOverYears(board('Trafiknämnden')?.years ?? [])?.toString()).toBe('3294')
  })

  test('every adjustment is only in ours', () => {
    expect(comparison.adjustments?.every((each) => each.kind === 'onlySecond')).toBe(true)
    expect(comparison.adjustments).toHaveLength(exampleVersion().adjustments.length)
  })
})

/** The example as somebody would have it of whose tables only some are printed. */
const only = (...kinds: string[]) =>
  comparablePrinted(
    'x',
    'Annat parti',
    example.tables.filter((table) => kinds.includes(table.kind)),
    exampleSettings,
  )

describe('a printed budget of which only some tables are there', () => {
  test.each([
    [['appropriations'], '70788', null, false],
    [['adjustmentSummary'], '70778', '208.4', true],
    [['appropriations', 'resultRequirements'], '70788', '208.5', false],
    [['incomeStatement'], undefined, '208', false],
    [[], undefined, null, false],
  ])('%j: health %s, result %s', (kinds, health, result, adjustments) => {
    const printed = only(...kinds)
    expect(
      printed.boards
        .find((each) => each.publicBoard === 'Hälso- och sjukvårdsnämnden')
        ?.amounts[0]?.toString(),
    ).toBe(health)
    expect(printed.result[0]?.toString() ?? null).toBe(result)
    expect(printed.adjustments !== null).toBe(adjustments)
  })

  test('a summary counts a board without adjustments by its base proposal, and prints its own total', () => {
    const printed = only('adjustmentSummary')
    expect(printed.boards.find((each) => each.publicBoard === 'Patientnämnden')?.amounts.map(String)).toEqual(
      ['36.1', '37.3', '38.5'],
    )
    expect(printed.total.map(String)).toEqual(['105648.8', '110603.2', '115092.2'])
  })

  test('what it does not say is unknown, not nothing', () => {
    const comparison = compareVersions(only('incomeStatement'), ours)
    expect(comparison.adjustments).toBeNull()
    expect(comparison.boards[0]).toMatchObject({ inFirst: false, inSecond: true })
    expect(comparison.boards[0]?.years[0]).toMatchObject({
      first: null,
      difference: null,
      percent: null,
      firstShare: null,
    })
    expect(largestDifferences(comparison, 2025)).toEqual([])
  })
})

const differencesOf = (first: Comparable, second: Comparable): (string | null)[] => {
  const { boards, total, result } = compareVersions(first, second)
  const named = [...boards].sort((a, b) => (a.publicBoard < b.publicBoard ? -1 : 1))
  return [...named.flatMap((each) => each.years), ...total, ...result].map(
    (each) => each.difference?.plus(0).toFixed() ?? null,
  )
}

describe('comparing in general', () => {
  const small: BudgetBase = {
    years: [2025, 2026],
    boards: [{ publicBoard: 'Trafiknämnden', appropriation: [amount(100), amount(110)], parts: [] }],
    result: [amount(5), amount(6)],
  }
  const ground = {
    boards: ['Trafiknämnden', 'Kulturnämnden'],
    units: ['Sjukhuset'],
    parts: [],
    years: [2025, 2026],
  }
  const any = anyVersion(ground, 50).map((version) => comparableVersion(version, small))
  test('with itself there is no difference', () => {
    fc.assert(
      fc.property(any, (version) => {
        const comparison = compareVersions(version, version)
        expect(comparison.boards.every((each) => each.years.every((year) => year.difference?.isZero()))).toBe(
          true,
        )
        expect(comparison.adjustments?.every((each) => each.kind === 'same')).toBe(true)
      }),
      runs(60),
    )
  })

  test('the other way round the differences have the other sign', () => {
    fc.assert(
      fc.property(any, any, (first, second) => {
        const turned = differencesOf(second, first).map((each) =>
          each === null ? null : amount(each).neg().plus(0).toFixed(),
        )
        expect(turned).toEqual(differencesOf(first, second))
      }),
      runs(60),
    )
  })

  test('only years that both have are compared', () => {
    const later = { ...ours, years: [2026, 2027, 2028] }
    expect(compareVersions(theirs, later).years).toEqual([2026, 2027])
    expect(compareVersions(theirs, later).total[0]?.second?.toString()).toBe(ours.total[0]?.toString())
  })
})
