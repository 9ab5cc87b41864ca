import { ZERO, type Amount } from '../amount.ts'
import { bodyFinder, NO_BOARD, type BudgetBase } from '../statements/base.ts'
import { amountEffectsOf } from '../statements/effect.ts'
import { totals } from '../statements/totals.ts'
import { isBoardKind, type Version } from '../statements/version.ts'
import { compareVersions } from './compare-versions.ts'
import type { Comparable } from './comparable.ts'

/** One step on the way from one result to another. */
export type WaterfallStep = {
  kind: 'start' | 'financing' | 'resultRequirement' | 'board' | 'adjustment' | 'rest' | 'end'
  /** The adjustment's or board's label; empty for start, rest and end, whose words are the caller's. */
  label: string
  /** The adjustment, for steps that are one. */
  adjustment: string | null
  /** What the step does to the result: + betters it. For start and end the result itself. */
  amount: Amount
  /** The running result before and after the step; start and end reach from 0. */
  from: Amount
  to: Amount
}

/**
 * The way from the base's result to ours in one year: each tax step and financing, each changed requirement, then each
 * public board (or each adjustment) as it burdens the result. Steps of 0 are left out; the last step ends at our result.
 * @param year one of the base's years
 * @param detail one step a public board, or one an adjustment
 */
export function waterfall(
  version: Version,
  base: BudgetBase,
  year: number,
  detail: 'boards' | 'adjustments' = 'boards',
): WaterfallStep[] {
  const at = base.years.indexOf(year)
  const sums = totals(version, base)
  const effects = amountEffectsOf(version, base.years)
  const way = new Way(base.result[at] ?? ZERO)
  for (const kind of ['financing', 'resultRequirement'] as const) {
    for (const effect of effects)
      if (effect.kind === kind) way.step(kind, effect.label, effect.id, effect.amounts[at] ?? ZERO)
  }
  const find = bodyFinder(sums.boards.map((board) => board.publicBoard))
  for (const [boardAt, board] of sums.boards.entries()) {
    if (detail === 'boards') {
      way.step('board', board.publicBoard, null, (board.adjustments[at] ?? ZERO).neg())
      continue
    }
    for (const effect of effects) {
      if (!isBoardKind(effect.kind) || find(effect.publicBoard ?? NO_BOARD) !== boardAt) continue
      way.step('adjustment', effect.label, effect.id, (effect.amounts[at] ?? ZERO).neg())
    }
  }
  return way.end()
}

/**
 * The way from one budget's result to another's in one year, by public board; what the boards do not explain (taxes,
 * other financing, requirements) is one rest. null when either result is not told.
 */
export function waterfallBetween(
  first: Comparable,
  second: Comparable,
  year: number,
): WaterfallStep[] | null {
  const comparison = compareVersions(first, second)
  const result = comparison.result.find((each) => each.year === year)
  if (result === undefined || result.first === null || result.difference === null) return null
  const way = new Way(result.first)
  let rest = result.difference
  for (const board of comparison.boards) {
    const difference = board.years.find((each) => each.year === year)?.difference ?? null
    if (difference === null) continue
    way.step('board', board.publicBoard, null, difference.neg())
    rest = rest.plus(difference)
  }
  way.step('rest', '', null, rest)
  return way.end()
}

class Way {
  private readonly steps: WaterfallStep[] = []
  private running: Amount

  constructor(start: Amount) {
    this.running = start
    this.steps.push({ kind: 'start', label: '', adjustment: null, amount: start, from: ZERO, to: start })
  }

  step(kind: WaterfallStep['kind'], label: string, adjustment: string | null, amount: Amount): void {
    if (amount.isZero()) return
    const to = this.running.plus(amount)
    this.steps.push({ kind, label, adjustment, amount, from: this.running, to })
    this.running = to
  }

  end(): WaterfallStep[] {
    return [
      ...this.steps,
      { kind: 'end', label: '', adjustment: null, amount: this.running, from: ZERO, to: this.running },
    ]
  }
}
