import { ZERO } from '../../amount.ts'
import type { Equation } from './intervals.ts'
import type { PrintedFigure } from './printed-figure.ts'
import type { Structure } from '../structure/structure.ts'

/** The most believed figure of each quantity and year. */
export function firstFigures(
  figures: readonly PrintedFigure[],
  years: number,
): ReadonlyMap<number, PrintedFigure> {
  const first = new Map<number, PrintedFigure>()
  for (const figure of figures) {
    const variable = figure.quantity * years + figure.year
    const known = first.get(variable)
    if (known === undefined || figure.rank < known.rank) first.set(variable, figure)
  }
  return first
}

/**
 * By rank; then figures that more sums bear out than speak against; then small ones, so that what has to give is
 * the largest figure of its kind, where it shows least.
 */
export function inOrderOfBelief(
  structure: Structure,
  figures: readonly PrintedFigure[],
  first: ReadonlyMap<number, PrintedFigure>,
  equations: readonly Equation[],
  years: number,
): PrintedFigure[] {
  const support = new Map<number, number>()
  for (const equation of equations) {
    const parts = equation.of.map((variable) => first.get(variable))
    if (parts.includes(undefined)) continue
    let value = ZERO
    let reach = ZERO
    for (const [index, part] of parts.entries()) {
      value =
        equation.minus[index] === true ? value.minus(part?.value ?? ZERO) : value.plus(part?.value ?? ZERO)
      reach = reach.plus(part?.reach ?? ZERO)
    }
    const vote = value.abs().gt(reach) ? -1 : 1
    for (const variable of equation.of) support.set(variable, (support.get(variable) ?? 0) + vote)
  }
  const supportOf = (figure: PrintedFigure): number => support.get(figure.quantity * years + figure.year) ?? 0
  const isRest = (figure: PrintedFigure): number =>
    structure.quantities.all[figure.quantity]?.unprinted === null ? 0 : 1
  return figures.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      supportOf(b) - supportOf(a) ||
      isRest(a) - isRest(b) ||
      a.value.abs().cmp(b.value.abs()),
  )
}
