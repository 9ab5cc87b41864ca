import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZERO } from '../amount.ts'
import { budgetBaseOf } from '../statements/prepare.ts'
import { anyVersion } from '../statements/testing/arbitraries.ts'
import { exampleBase, exampleVersion } from '../statements/testing/example.ts'
import { runs } from '../statements/testing/runs.ts'
import { totals } from '../statements/totals.ts'
import { comparableBase, comparablePrinted, comparableVersion } from './comparable.ts'
import { waterfall, waterfallBetween, type WaterfallStep } from './waterfall.ts'

const base = budgetBaseOf(exampleBase().base)
const version = exampleVersion()
const told = (steps: readonly WaterfallStep[]): unknown[] =>
  steps.map((each) => [each.kind, each.label, each.amount.toFixed(0), each.to.toFixed(0)])

describe('the way from the base result to ours', () => {
  test('in 2026, a step a board', () => {
    expect(told(waterfall(version, base, 2026))).toEqual([
      ['start', '', '2254', '2254'],
      ['financing', 'Skattehöjning 15 öre 2025', '1322', '3576'],
      ['financing', 'Skattehöjning 5 öre 2026', '452', '4028'],
      ['financing', 'Ingen skattesänkning med 5 öre 2026', '430', '4458'],
      ['resultRequirement', 'Justering resultatkrav SLSO', '-100', '4358'],
      ['board', 'Hälso- och sjukvårdsnämnden', '-287', '4071'],
      ['board', 'Primärvårdsnämnden', '-295', '3776'],
      ['board', 'Trafiknämnden', '-1315', '2461'],
      ['board', 'Kulturnämnden', '-30', '2431'],
      ['board', 'Regionstyrelsen', '-22', '2409'],
      ['board', 'Klimat- och regionutvecklingsnämnden', '-24', '2385'],
      ['end', '', '2385', '2385'],
    ])
  })

  test('in 2025, a step an adjustment: what is 0 or blank that year is no step', () => {
    const steps = waterfall(version, base, 2025, 'adjustments')
    const adjustments = steps.filter((each) => each.kind === 'adjustment')
    expect(adjustments).toHaveLength(28)
    expect(adjustments.find((each) => each.label === 'Färre ordningsvakter')?.amount.toNumber()).toBe(30)
    expect(steps.at(-1)?.to.toFixed(1)).toBe('208.5')
  })

  test('each step begins where the one before ended, and the last is our result', () => {
    const ground = {
      boards: base.boards.map((board) => board.publicBoard),
      units: ['Locum AB'],
      parts: [],
      years: [...base.years],
    }
    fc.assert(
      fc.property(
        anyVersion(ground, 200),
        fc.constantFrom(...base.years),
        fc.constantFrom('boards', 'adjustments'),
        (any, year, detail) => {
          const steps = waterfall(any, base, year, detail)
          const inner = steps.slice(1, -1)
          for (const [at, step] of inner.entries()) {
            expect(step.from.eq(steps[at]?.to ?? ZERO)).toBe(true)
            expect(step.to.eq(step.from.plus(step.amount))).toBe(true)
          }
          expect(steps.at(-1)?.amount.eq(totals(any, base).result[base.years.indexOf(year)] ?? ZERO)).toBe(
            true,
          )
        },
      ),
      runs(60),
    )
  })
})

describe('the way between any two', () => {
  test('from the base to ours: boards, and the rest is the financing', () => {
    const steps =
      waterfallBetween(comparableBase('b', 'B', base), comparableVersion(version, base), 2025) ?? []
    expect(told(steps).at(-2)).toEqual(['rest', '', '1261', '208'])
    expect(told(steps).at(-1)).toEqual(['end', '', '208', '208'])
  })

  test('there is none when a result is not told', () => {
    const nothing = comparablePrinted('x', 'X', [], { years: [2025], unit: 'mnkr' })
    expect(waterfallBetween(nothing, comparableVersion(version, base), 2025)).toBeNull()
  })
})
