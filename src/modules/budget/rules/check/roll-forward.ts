import type { Column } from '../book.ts'
import { columnsBefore, isYearColumn } from './columns.ts'
import type { CheckContext } from './context.ts'
import type { Judged } from './judge.ts'
import type { TableView } from './view.ts'

/** A year and the year before it. */
export type Step = {
  /** The year's column. */
  at: number
  /** The column of the year before, in the same table unless another was named. */
  before: number
  /** Both belong to one line of planning: a budget does not begin where an older budget was to end. */
  sure: boolean
}

/** The steps from year to year; a year with several columns before it gives several steps. */
function stepsOf(context: CheckContext, view: TableView, beforeIn: TableView): Step[][] {
  return view.table.columns.flatMap((column, at) => {
    if (!isYearColumn(column)) return []
    const steps = columnsBefore(beforeIn, column).map((before) => ({
      at,
      before,
      sure: isSure(beforeIn.table.columns[before], column, context.book.budgetYear),
    }))
    return steps.length > 0 ? [steps] : []
  })
}

/** What became of a year, or what is expected. */
function isKnown({ kind }: Column): boolean {
  return kind === 'outcome' || kind === 'forecast'
}

function isSure(before: Column | undefined, now: Column, budgetYear: number): boolean {
  if (!before) return false
  if (isKnown(now)) return isKnown(before)
  return (now.year ?? 0) >= budgetYear && (isKnown(before) || (before.year ?? 0) >= budgetYear)
}

/**
 * Judges every year of a table against the year before it. Where there are several columns of that year the one
 * that agrees is taken, or the surest.
 * @param judgeStep gives the check of one step, or null where something is not printed
 * @param beforeIn the table the year before is read from
 */
export function rollForward(
  context: CheckContext,
  view: TableView,
  judgeStep: (step: Step) => Judged | null,
  beforeIn: TableView = view,
): Judged[] {
  return stepsOf(context, view, beforeIn).flatMap((steps) => {
    const judged = steps.flatMap((step) => {
      const one = judgeStep(step)
      return one ? [one] : []
    })
    const found = judged.find(({ check }) => check.outcome !== 'finding') ?? judged[0]
    return found ? [found] : []
  })
}
