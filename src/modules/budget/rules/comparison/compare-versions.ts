import { ZERO, type Amount } from '../amount.ts'
import { bodyFinder } from '../statements/base.ts'
import type { Amounts, Comparable } from './comparable.ts'
import { differences, shareOf, type Difference } from './difference.ts'
import { matchAdjustments, type AdjustmentChange } from './match-adjustments.ts'

/** One public board in two budgets. */
export type BoardComparison = {
  publicBoard: string
  /** Which of the two name the board at all. */
  inFirst: boolean
  inSecond: boolean
  years: (Difference & {
    /** In per cent of each budget's own total. */
    firstShare: Amount | null
    secondShare: Amount | null
  })[]
}

export type Comparison = {
  years: readonly number[]
  boards: BoardComparison[]
  total: Difference[]
  result: Difference[]
  /** null when either of the two does not tell its adjustments. */
  adjustments: AdjustmentChange[] | null
}

/**
 * Compares any two budgets over the years both have: versions, scenarios, the base, another party's printed budget.
 * What one of them does not say is null, never 0. Boards in the first one's order, then those only the second names.
 */
export function compareVersions(first: Comparable, second: Comparable): Comparison {
  const years = first.years.filter((year) => second.years.includes(year))
  const one = (amounts: Amounts): Amounts => years.map((year) => amounts[first.years.indexOf(year)] ?? null)
  const other = (amounts: Amounts): Amounts =>
    years.map((year) => amounts[second.years.indexOf(year)] ?? null)
  const find = bodyFinder(second.boards.map((board) => board.publicBoard))
  const met = new Set<number>()
  const firstTotal = one(first.total)
  const secondTotal = other(second.total)
  const compared = (publicBoard: string, a: Amounts | null, b: Amounts | null): BoardComparison => ({
    publicBoard,
    inFirst: a !== null,
    inSecond: b !== null,
    years: differences(years, a ?? [], b ?? []).map((each, at) => ({
      ...each,
      firstShare: shareOf(each.first, firstTotal[at]),
      secondShare: shareOf(each.second, secondTotal[at]),
    })),
  })
  const boards = first.boards.map((board) => {
    const at = find(board.publicBoard)
    const same = second.boards[at]
    if (same !== undefined) met.add(at)
    return compared(board.publicBoard, one(board.amounts), same === undefined ? null : other(same.amounts))
  })
  for (const [at, board] of second.boards.entries()) {
    if (!met.has(at)) boards.push(compared(board.publicBoard, null, other(board.amounts)))
  }
  const adjustments =
    first.adjustments === null || second.adjustments === null
      ? null
      : matchAdjustments(
          first.adjustments.map((each) => ({ ...each, amounts: one(each.amounts) })),
          second.adjustments.map((each) => ({ ...each, amounts: other(each.amounts) })),
          years,
        )
  return {
    years,
    boards,
    total: differences(years, firstTotal, secondTotal),
    result: differences(years, one(first.result), other(second.result)),
    adjustments,
  }
}

/** Where the two differ most in a year, largest difference first (either way); equal boards and unknown ones are left out. */
export function largestDifferences(
  comparison: Comparison,
  year: number,
): { publicBoard: string; difference: Amount; percent: Amount | null }[] {
  return comparison.boards
    .flatMap((board) => {
      const found = board.years.find((each) => each.year === year)
      const difference = found?.difference ?? null
      return difference === null || difference.isZero()
        ? []
        : [{ publicBoard: board.publicBoard, difference, percent: found?.percent ?? null }]
    })
    .sort((a, b) => b.difference.abs().cmp(a.difference.abs()))
}

/** All differences of a board together, over the years; null when none is known. */
export function differenceOverYears(years: readonly Difference[]): Amount | null {
  const known = years.flatMap((each) => each.difference ?? [])
  return known.length === 0 ? null : known.reduce((total, each) => total.plus(each), ZERO)
}
