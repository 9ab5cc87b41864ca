import { ZERO, type Amount } from '../amount.ts'
import { bodyFinder, NO_BOARD, type BudgetBase } from './base.ts'
import { amountEffectsOf } from './effect.ts'
import { isBoardKind, type Version } from './version.ts'

/** One public board's way from the base to ours, one place a compiled year. */
export type BoardSum = {
  publicBoard: string
  /** null where the base prints nothing. */
  base: readonly (Amount | null)[]
  adjustments: readonly Amount[]
  sum: readonly Amount[]
}

/** Everything the workbench shows beside the grid, one place a compiled year. */
export type Totals = {
  years: readonly number[]
  boards: readonly BoardSum[]
  /** All appropriations: base and ours. */
  baseAppropriations: readonly Amount[]
  appropriations: readonly Amount[]
  /** Financing adjustments and tax steps. */
  financing: readonly Amount[]
  /** Changed result requirements on units. */
  resultRequirements: readonly Amount[]
  baseResult: readonly Amount[]
  /** Base result + financing + changed result requirements − adjustments of appropriations. */
  result: readonly Amount[]
}

/** The sums per public board, in the base's order; boards that only the version names come last. */
export function boardSums(version: Version, base: BudgetBase): readonly BoardSum[] {
  return totals(version, base).boards
}

/** All sums in one pass over the adjustments: fast enough to be counted afresh at every keystroke. */
export function totals(version: Version, base: BudgetBase): Totals {
  const zeros = base.years.map(() => ZERO)
  const labels = base.boards.map((board) => board.publicBoard)
  const adjustments: Amount[][] = labels.map(() => [...zeros])
  const find = bodyFinder(labels)
  const added = new Map<string, number>()
  const financing = [...zeros]
  const requirements = [...zeros]
  for (const effect of amountEffectsOf(version, base.years)) {
    if (!isBoardKind(effect.kind)) {
      add(effect.kind === 'financing' ? financing : requirements, effect.amounts)
      continue
    }
    const name = effect.publicBoard ?? NO_BOARD
    let at = find(name)
    if (at < 0) at = added.get(name) ?? -1
    if (at < 0) {
      at = adjustments.push([...zeros]) - 1
      added.set(name, at)
      labels.push(name)
    }
    add(adjustments[at] ?? [], effect.amounts)
  }
  const boards = labels.map((publicBoard, at): BoardSum => {
    const ours = adjustments[at] ?? zeros
    const before = base.boards[at]?.appropriation ?? zeros.map(() => null)
    return { publicBoard, base: before, adjustments: ours, sum: plus(before, ours) }
  })
  return withResult(base, boards, financing, requirements)
}

function withResult(
  base: BudgetBase,
  boards: BoardSum[],
  financing: Amount[],
  requirements: Amount[],
): Totals {
  const zeros = base.years.map(() => ZERO)
  const baseAppropriations = [...zeros]
  const appropriations = [...zeros]
  for (const board of boards) {
    add(baseAppropriations, board.base)
    add(appropriations, board.sum)
  }
  const result = base.years.map((_, year) =>
    (base.result[year] ?? ZERO)
      .plus(financing[year] ?? ZERO)
      .plus(requirements[year] ?? ZERO)
      .minus((appropriations[year] ?? ZERO).minus(baseAppropriations[year] ?? ZERO)),
  )
  return {
    years: base.years,
    boards,
    baseAppropriations,
    appropriations,
    financing,
    resultRequirements: requirements,
    baseResult: base.result,
    result,
  }
}

function add(total: Amount[], amounts: readonly (Amount | null)[]): void {
  for (const [year, each] of amounts.entries()) {
    if (each !== null && !each.isZero()) total[year] = (total[year] ?? ZERO).plus(each)
  }
}

function plus(a: readonly (Amount | null)[], b: readonly (Amount | null)[]): Amount[] {
  return a.map((each, year) => (each ?? ZERO).plus(b[year] ?? ZERO))
}

/** The result of one year beside what is required of it. */
export type ResultAgainstRequirement = {
  year: number
  result: Amount
  /** null when nobody has said what is required. */
  requirement: Amount | null
  difference: Amount | null
  met: boolean | null
}

/**
 * The result of each year against its requirement: the council's own target, for instance 1 % of tax revenue, or 0
 * for the bare law. A year without a requirement is not judged.
 */
export function resultAgainstRequirement(
  totalsNow: Pick<Totals, 'years' | 'result'>,
  requirement: Readonly<Record<number, Amount>>,
): ResultAgainstRequirement[] {
  return totalsNow.years.map((year, at) => {
    const result = totalsNow.result[at] ?? ZERO
    const required = requirement[year] ?? null
    const difference = required === null ? null : result.minus(required)
    return {
      year,
      result,
      requirement: required,
      difference,
      met: difference === null ? null : !difference.lt(0),
    }
  })
}
