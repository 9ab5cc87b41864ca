import { isYearColumn, sameColumn } from '../columns.ts'
import type { CheckContext } from '../context.ts'
import { judge, term, type JudgeOptions, type Judged } from '../judge.ts'
import type { Rule, Series } from '../rule.ts'
import { isMoney, type RowView } from '../view.ts'
import { signOf } from '../structure/polarity.ts'

export type EqualOptions = {
  /** Rows that may explain a difference. */
  candidates?: readonly RowView[]
  /** The two tables may print the figure with different signs. */
  anySign?: boolean
  /** Only say it when it holds in more than half of the years: else the two are not the same thing. */
  onlyIfMostly?: boolean
  judge?: JudgeOptions
}

/** Holds one row against another in every year both print it. */
export function equalInYears(
  context: CheckContext,
  self: Rule,
  row: RowView,
  other: RowView,
  options: EqualOptions = {},
): Series[] {
  const factor = options.anySign === true && signOf(row) * signOf(other) < 0 ? -1 : 1
  const judged: Judged[] = row.view.table.columns.flatMap((column, at) => {
    if (!isYearColumn(column) || !isMoney(row, at)) return []
    const there = sameColumn(other.view, column)
    if (there < 0 || !isMoney(other, there)) return []
    return [judge(context, self, term(row, at), [term(other, there, factor)], options.judge)]
  })
  if (judged.length === 0) return []
  if (options.onlyIfMostly === true && countFindings(judged) * 2 >= judged.length) return []
  return [{ judged, ...(options.candidates && { candidates: options.candidates }) }]
}

/** In how many columns the claim does not hold. */
export function countFindings(judged: readonly Judged[]): number {
  return judged.filter(({ check }) => check.outcome === 'finding').length
}
