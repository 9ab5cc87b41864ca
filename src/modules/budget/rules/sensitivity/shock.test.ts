import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, type Amount } from '../amount.ts'
import { deriveFrom } from '../statements/derive.ts'
import { exampleBase, exampleVersion, tableWith, cellsOf } from '../statements/testing/example.ts'
import { runs } from '../statements/testing/runs.ts'
import { exposureOf } from './exposure.ts'
import { outcomeUnder } from './outcome.ts'
import { rowSensitivities } from './row-sensitivity.ts'
import { combinedEffect, effectOf, type Shock } from './shock.ts'
import { tornado } from './tornado.ts'

const derived = deriveFrom(exampleBase().base, exampleVersion())
const exposure = exposureOf(derived)
const shock = (kind: Shock['kind'], size: number, more: Partial<Shock> = {}): Shock => ({
  id: `${kind}${size}`,
  label: kind,
  kind,
  size: amount(size),
  ...more,
})
const whole = (effect: readonly Amount[] | null): number[] | null =>
  effect?.map((each) => Math.round(each.toNumber())) ?? null

describe('what a shock does to the result', () => {
  test.each([
    // By hand from the example: taxes 105 343, 110 463, 115 490; personnel 37 451, 38 815, 39 910; purchased care
    // and transport 46 592, 48 021, 48 730; average debt (33 701 + 38 486) / 2 = 36 094, 40 916, 39 963.
    [shock('taxBase', -1), [-1053, -1105, -1155]],
    [shock('taxBase', 1), [1053, 1105, 1155]],
    [shock('taxBase', -1, { course: 'growing' }), [-1053, -2209, -3465]],
    [shock('payAgreement', 1), [-375, -388, -399]],
    [shock('indexation', 2), [-932, -960, -975]],
    [shock('indexation', 2, { roles: ['purchasedTransport'] }), [-331, -332, -341]],
    [shock('interest', 1), [-361, -409, -400]],
    [shock('row', 3, { roles: ['operatingIncome'] }), [884, 894, 894]],
    [shock('row', 1, { roles: ['grantsGiven'] }), null],
    [shock('row', 1), null],
  ])('%j: %j', (each, expected) => {
    expect(whole(effectOf(each, exposure))).toEqual(expected)
  })

  test('together is the sum of each, and the balance rule tells what it leads to', () => {
    const shocks = [shock('taxBase', -1), shock('payAgreement', 1), shock('indexation', 2)]
    const outcome = outcomeUnder(shocks, exposure)
    expect(whole(outcome.effect)).toEqual([-2360, -2453, -2529])
    expect(whole(outcome.result)).toEqual([-2151, -68, -253])
    expect(outcome.balance.map((each) => each.status)).toEqual(['pending', 'pending', 'pending'])
    expect(outcomeUnder([], exposure).balance.map((each) => each.status)).toEqual(['holds', 'holds', 'holds'])
  })

  const anyShock = fc
    .record({
      kind: fc.constantFrom('taxBase', 'indexation', 'interest', 'payAgreement'),
      size: fc.integer({ min: -500, max: 500 }).map((hundredths) => amount(hundredths).div(100)),
      course: fc.constantFrom('level', 'growing'),
    })
    .map((each): Shock => ({ ...each, id: 's', label: 's' }))

  test('is linear: twice the shock is twice the effect, and shocks add up', () => {
    fc.assert(
      fc.property(
        anyShock,
        fc.integer({ min: -4, max: 4 }),
        fc.array(anyShock, { maxLength: 5 }),
        (each, times, others) => {
          const scaled = effectOf({ ...each, size: each.size.times(times) }, exposure)
          expect(scaled?.map((effect) => effect.plus(0).toFixed())).toEqual(
            effectOf(each, exposure)?.map((effect) => effect.times(times).plus(0).toFixed()),
          )
          const together = combinedEffect([each, ...others], exposure)
          const apart = combinedEffect([each], exposure).map((effect, year) =>
            effect.plus(combinedEffect(others, exposure)[year] ?? 0),
          )
          expect(together.map((effect) => effect.plus(0).toFixed())).toEqual(
            apart.map((effect) => effect.plus(0).toFixed()),
          )
        },
      ),
      runs(100),
    )
  })

  test('is monotone: a worse shock never gives a better result', () => {
    fc.assert(
      fc.property(anyShock, fc.integer({ min: 0, max: 300 }), (each, more) => {
        const worse = {
          ...each,
          size:
            each.kind === 'taxBase'
              ? each.size.minus(amount(more).div(100))
              : each.size.plus(amount(more).div(100)),
        }
        const [one, other] = [effectOf(each, exposure), effectOf(worse, exposure)]
        expect(other?.every((effect, year) => !effect.gt(one?.[year] ?? 0))).toBe(true)
      }),
      runs(100),
    )
  })
})

describe('the rows of the income statement moved', () => {
  test('the budget year is what the compiled sensitivity analysis prints', () => {
    const analysis = tableWith(derived.tables, 'kanslighetsanalys')
    const rows = rowSensitivities(exposure)
    expect(rows).toHaveLength(13)
    for (const [line, role] of [
      [3965, 'personnelCosts'],
      [3968, 'purchasedTransport'],
      [3972, 'interestCosts'],
    ] as const) {
      const printed = analysis.rows.find((row) => row.sourceLine === line)?.cells.at(-1)?.value
      const effect = rows.find((row) => row.role === role)?.years[0]?.effects.at(-1)?.effect
      expect(effect?.toFixed(0)).toBe(printed?.toFixed(0))
    }
    expect(cellsOf(analysis, 3965, [2025])[0]?.value?.toFixed(0)).toBe('-37451')
  })
})

describe('a tornado', () => {
  const shocks = [
    shock('interest', 1),
    shock('taxBase', 1),
    shock('payAgreement', 1),
    shock('row', 1, { roles: ['grantsGiven'] }),
  ]

  test('shows both ways, the widest first, without what acts on nothing', () => {
    const bars = tornado(shocks, exposure, 2026)
    expect(
      bars.map((bar) => [bar.label, Math.round(bar.low.toNumber()), Math.round(bar.high.toNumber())]),
    ).toEqual([
      ['taxBase', -1105, 1105],
      ['interest', -409, 409],
      ['payAgreement', -388, 388],
    ])
    expect(bars[1]?.forward.eq(bars[1].low)).toBe(true)
    expect(bars[0]?.forward.eq(bars[0].high)).toBe(true)
  })
})
