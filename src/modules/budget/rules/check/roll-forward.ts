import type { Column } from '../book.ts'
import { columnsBefore, isYearColumn } from './columns.ts'
import type { CheckContext } from './context.ts'
import type { Judged } from './judge.ts'
import type { TableView } from './view.ts'

/**
 * Judges every year of a table against the year before it. Where there are several columns of the year before, the
 * one that agrees is where the year begins. A budget does not begin where an older budget was to end, nor an
 * outcome where a budget was: between those a difference says nothing and is left out.
 * @param judgeStep gives the check of a year's column and the column of the year before, or null where something is
 * not printed
 * @param beforeIn the table the year before is read from
 */
export function rollForward(
  context: CheckContext,
  view: TableView,
  judgeStep: (at: number, before: number) => Judged | null,
  beforeIn: TableView = view,
): Judged[] {
  return view.table.columns.flatMap((column, at) => {
    if (!isYearColumn(column)) return []
    let surest: Judged | null = null
    for (const before of columnsBefore(beforeIn, column)) {
      const judged = judgeStep(at, before)
      if (judged && judged.check.outcome !== 'finding') return [judged]
      if (isOneLine(beforeIn.table.columns[before], column, context.book.budgetYear)) surest ??= judged
    }
    return surest ? [surest] : []
  })
}

/** Whether both years belong to one line of planning. */
function isOneLine(before: Column | undefined, now: Column, budgetYear: number): boolean {
  if (!before) return false
  if (isKnown(now)) return isKnown(before)
  return (now.year ?? 0) >= budgetYear && (isKnown(before) || (before.year ?? 0) >= budgetYear)
}

/** What became of a year, or what is expected. */
function isKnown({ kind }: Column): boolean {
  return kind === 'outcome' || kind === 'forecast'
}
