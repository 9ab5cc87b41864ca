import { amount, ZERO, type Amount } from '../../amount.ts'
import { firstFigures, inOrderOfBelief } from './belief.ts'
import { decide } from './decide.ts'
import { Intervals, type Equation } from './intervals.ts'
import { makeExact } from './make-exact.ts'
import type { PrintedFigure } from './printed-figure.ts'
import type { Structure } from '../structure/structure.ts'

/** A printed figure that cannot stand beside the others, and what stands instead. */
export type Unsettled = {
  figure: PrintedFigure
  /** The exact figure that agrees with all the others. */
  settled: Amount
  /** Could rounding alone explain it? Then nothing is wrong with the base; else two of its figures contradict each other. */
  rounding: boolean
}

export type Settled = {
  /** By quantity and compiled year. Every formula holds exactly. */
  values: Amount[][]
  unsettled: Unsettled[]
}

/**
 * Finds exact figures behind printed, rounded ones, so that every sum and every repetition holds exactly and each
 * figure still prints as it was printed, wherever that is possible. Where printed figures contradict each other, the
 * one that comes first by rank stands (within a table the one more sums bear out), and the others are told.
 * Figures that agree exactly are left untouched.
 */
export function settle(structure: Structure, figures: readonly PrintedFigure[]): Settled {
  const years = structure.settings.years.length
  const scale = scaleOf(figures)
  const whole = (value: Amount): bigint => BigInt(value.times(scale.factor).toFixed(0))
  const equations = equationsOf(structure, years)
  const intervals = new Intervals(structure.quantities.all.length * years, equations)
  const at = (quantity: number, year: number): number => quantity * years + year

  for (const [quantity, { unprinted }] of structure.quantities.all.entries()) {
    if (unprinted === null || unprinted === 'any') continue
    for (let year = 0; year < years; year++) {
      intervals.limit(
        at(quantity, year),
        unprinted === 'notNegative' ? 0n : null,
        unprinted === 'notPositive' ? 0n : null,
      )
    }
  }
  const first = firstFigures(figures, years)
  const ordered = inOrderOfBelief(structure, figures, first, equations, years)
  for (const figure of ordered) {
    // Halves are rounded away from zero: the edge towards zero still prints so, the other one does not.
    const inexact = !figure.reach.isZero()
    const low = whole(figure.value.minus(figure.reach)) + (inexact && !figure.printed.gt(0) ? 1n : 0n)
    const high = whole(figure.value.plus(figure.reach)) - (inexact && !figure.printed.lt(0) ? 1n : 0n)
    intervals.limit(at(figure.quantity, figure.year), low, high)
  }
  decide(structure, first, equations, intervals, whole)

  const exact = makeExact(
    structure,
    intervals.low.map((low) => low ?? 0n),
    (variable) => first.get(variable)?.rank ?? Infinity,
  )
  const values = structure.quantities.all.map((_, quantity) =>
    Array.from({ length: years }, (__, year) =>
      amount(`${exact[at(quantity, year)] ?? 0n}e-${scale.digits}`),
    ),
  )
  const unsettled = figures.flatMap((figure): Unsettled[] => {
    const settled = values[figure.quantity]?.[figure.year] ?? ZERO
    if (settled.minus(figure.value).abs().lte(figure.reach)) return []
    return [{ figure, settled, rounding: withinRounding(structure, figure, settled) }]
  })
  return { values, unsettled }
}

/** Counted in a hundredth of the smallest half unit, so that there is room on both sides of a rounding edge. */
function scaleOf(figures: readonly PrintedFigure[]): { digits: number; factor: Amount } {
  const digits =
    Math.max(
      0,
      ...figures.map((figure) => Math.max(figure.value.decimalPlaces(), figure.reach.decimalPlaces())),
    ) + 2
  return { digits, factor: amount(`1e${digits}`) }
}

function equationsOf(structure: Structure, years: number): Equation[] {
  const equations: Equation[] = []
  for (const [quantity, { formulas }] of structure.quantities.all.entries()) {
    for (const formula of formulas) {
      const first = formula.some((term) => term.previous) ? 1 : 0
      for (let year = first; year < years; year++) {
        equations.push({
          of: [
            quantity * years + year,
            ...formula.map((term) => term.of * years + year - (term.previous ? 1 : 0)),
          ],
          minus: [true, ...formula.map((term) => term.sign === -1)],
        })
      }
    }
  }
  return equations
}

/** Could the printed figure be off by rounding alone: at most half a unit for itself and each part of its sum? */
function withinRounding(structure: Structure, figure: PrintedFigure, settled: Amount): boolean {
  const terms = structure.quantities.all[figure.quantity]?.formulas.map((formula) => formula.length) ?? []
  const reach = figure.reach.times(Math.max(1, ...terms) + 1)
  return !settled.minus(figure.value).abs().gt(reach)
}
