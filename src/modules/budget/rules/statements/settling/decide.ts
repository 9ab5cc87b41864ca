import type { Amount } from '../../amount.ts'
import type { Equation, Intervals } from './intervals.ts'
import type { PrintedFigure } from './printed-figure.ts'
import { reconcile, type Room } from './reconcile.ts'
import type { Structure } from '../structure/structure.ts'

/**
 * Gives every figure one value: the rounding left over is spread first (`reconcile`), then every figure takes the whole
 * number next to its share, leaves before sums; the last one of each sum takes what makes it exact.
 */
export function decide(
  structure: Structure,
  first: ReadonlyMap<number, PrintedFigure>,
  equations: readonly Equation[],
  intervals: Intervals,
  whole: (value: Amount) => bigint,
): void {
  const years = structure.settings.years.length
  const wanted = structure.quantities.all.flatMap((_, quantity) =>
    Array.from({ length: years }, (__, year) => {
      const variable = quantity * years + year
      const figure = first.get(variable)
      const printed = figure === undefined ? null : whole(figure.value)
      // A figure that cannot be what is printed has no edge to hold on to: it is wherever the others leave it.
      return printed !== null && intervals.nearest(variable, printed) === printed
        ? printed
        : intervals.nearest(variable, middle(intervals, variable))
    }),
  )
  const isFirm = (variable: number): boolean => first.get(variable)?.firm === true
  const moved = reconcile(
    wanted.map((value, variable) => ({
      ...roomAround(intervals, variable, value),
      ease: isFirm(variable) ? EASE_OF_FIRM : 1,
    })),
    equations.map((equation) => ({ ...equation, gap: Number(gapOf(equation, wanted)) })),
  )
  const choose = (variable: number): void => {
    if (intervals.isDecided(variable)) return
    const value = intervals.nearest(
      variable,
      (wanted[variable] ?? 0n) + BigInt(Math.round(moved[variable] ?? 0)),
    )
    for (const each of [value, intervals.low[variable] ?? null, intervals.high[variable] ?? null]) {
      if (each !== null && intervals.limit(variable, each, each)) return
    }
  }
  const isPrinted = (variable: number): boolean => first.has(variable)
  const order = structure.order.flatMap((quantity) =>
    Array.from({ length: years }, (_, year) => quantity * years + year),
  )
  for (const variable of order) if (isFirm(variable)) choose(variable)
  for (const variable of order) if (isPrinted(variable)) choose(variable)
  for (const variable of order) choose(variable)
}

function middle(intervals: Intervals, variable: number): bigint {
  const low = intervals.low[variable] ?? null
  const high = intervals.high[variable] ?? null
  return low === null || high === null ? 0n : (low + high) / 2n
}

/** How readily a firm figure moves, beside others. */
const EASE_OF_FIRM = 1e-4

/** How far the variable may move from the wanted value: small numbers, whatever the figures are. */
function roomAround(intervals: Intervals, variable: number, wanted: bigint): Omit<Room, 'ease'> {
  const low = intervals.low[variable] ?? null
  const high = intervals.high[variable] ?? null
  return {
    down: low === null ? null : Number(low - wanted),
    up: high === null ? null : Number(high - wanted),
  }
}

/** What the sum misses by when every figure is where it is wanted. */
function gapOf(equation: Equation, wanted: readonly bigint[]): bigint {
  let gap = 0n
  for (const [index, variable] of equation.of.entries()) {
    const value = wanted[variable] ?? 0n
    gap += equation.minus[index] === true ? -value : value
  }
  return gap
}
