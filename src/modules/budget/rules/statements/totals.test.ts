import { describe, expect, test } from 'vitest'
import { amount, type Amount } from '../amount.ts'
import type { BudgetBase } from './base.ts'
import { boardSums, resultAgainstRequirement, totals } from './totals.ts'
import { emptyVersion, type Adjustment, type Version } from './version.ts'

const base: BudgetBase = {
  years: [2025, 2026, 2027],
  boards: [
    {
      publicBoard: 'Trafiknämnden',
      appropriation: [amount('14858.4'), amount('15340.8'), amount('15841.4')],
      parts: [],
    },
    { publicBoard: 'Kulturnämnden', appropriation: [amount('619.3'), amount('636.8'), null], parts: [] },
  ],
  result: [amount('75.5'), amount('2253.8'), amount('2037.7')],
}

function adjustment(id: string, more: Partial<Adjustment>): Adjustment {
  return {
    id,
    publicBoard: null,
    label: id,
    kind: 'reform',
    amounts: {},
    recurring: true,
    part: null,
    statementRole: null,
    chapter: null,
    ...more,
  }
}

function version(...adjustments: Adjustment[]): Version {
  return { ...emptyVersion('v', 'V'), adjustments }
}

const texts = (amounts: readonly (Amount | null)[]): (string | null)[] =>
  amounts.map((each) => each?.toString() ?? null)

describe('totals', () => {
  test('count each public board, all of them, and the way to the result', () => {
    const ours = version(
      adjustment('taxa', { publicBoard: 'Trafiknämnden', amounts: { 2025: amount(250), 2026: amount(250) } }),
      adjustment('vakter', {
        publicBoard: 'Trafiknämnden inkl FUT',
        kind: 'saving',
        amounts: { 2025: amount(-30) },
      }),
      adjustment('skatt', { kind: 'financing', amounts: { 2025: amount(1261) } }),
      adjustment('krav', {
        kind: 'resultRequirement',
        publicBoard: 'Sjukhuset',
        amounts: { 2026: amount(-100) },
      }),
    )
    const sums = totals(ours, base)
    expect(sums.boards.map((board) => [board.publicBoard, ...texts(board.sum)])).toEqual([
      ['Trafiknämnden', '15078.4', '15590.8', '15841.4'],
      ['Kulturnämnden', '619.3', '636.8', '0'],
    ])
    expect(texts(sums.boards[1]?.base ?? [])).toEqual(['619.3', '636.8', null])
    expect(texts(sums.appropriations)).toEqual(['15697.7', '16227.6', '15841.4'])
    // 75.5 + 1261 − (250 − 30); 2253.8 − 100 − 250
    expect(texts(sums.result)).toEqual(['1116.5', '1903.8', '2037.7'])
  })

  test('a board nobody has heard of, and one that is not said, get sums of their own', () => {
    const sums = boardSums(
      version(
        adjustment('ny', { publicBoard: 'Nya nämnden', amounts: { 2026: amount(7) } }),
        adjustment('ingen', { amounts: { 2025: amount(1) } }),
      ),
      base,
    )
    expect(
      sums.slice(2).map((board) => [board.publicBoard, ...texts(board.base), ...texts(board.sum)]),
    ).toEqual([
      ['Nya nämnden', null, null, null, '0', '7', '0'],
      ['—', null, null, null, '1', '0', '0'],
    ])
  })

  test('tax steps are priced by the tax base', () => {
    const tax = {
      base: { 2025: amount(840_000) },
      steps: [{ id: 't', label: '15 öre', öre: { 2025: amount(15), 2026: amount(15) } }],
    }
    expect(texts(totals({ ...version(), tax }, base).financing)).toEqual(['1260', '0', '0'])
  })
})

describe('the result against its requirement', () => {
  test.each([
    ['208.5', '200', '8.5', true],
    ['208.5', '208.5', '0', true],
    ['208.5', '300', '-91.5', false],
    ['208.5', null, null, null],
  ])('%s against %s: %s, met %s', (result, requirement, difference, met) => {
    const judged = resultAgainstRequirement(
      { years: [2025], result: [amount(result)] },
      requirement === null ? {} : { 2025: amount(requirement) },
    )
    expect(judged[0]?.met).toBe(met)
    expect(judged[0]?.difference?.toString() ?? null).toBe(difference)
  })
})
