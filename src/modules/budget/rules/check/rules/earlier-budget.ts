import type { Role } from '../../roles.ts'
import { isYearColumn } from '../columns.ts'
import type { CheckContext } from '../context.ts'
import { judge, term, type Judged } from '../judge.ts'
import { rounded } from '../percent.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { isMoney, scaledAt, type RowView } from '../view.ts'

/** The difference from an earlier budget is a row of today's less the row of that budget. */
export const previousBudget: Rule = rule({
  id: 'taxRevenue.previousBudget',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    earlierBudgets(context).map(({ row, earlier, difference }) => ({
      judged: differences(context, row, earlier, difference),
    })),
})

type EarlierBudget = { row: RowView; earlier: RowView; difference: RowView }

const pairs: readonly (readonly [Role, Role, Role])[] = [
  ['previousBudget', 'differenceFromPreviousBudget', 'totalTaxRevenue'],
  ['previousBudgetEqualisation', 'differenceFromPreviousBudgetEqualisation', 'equalisation'],
]

function earlierBudgets(context: CheckContext): EarlierBudget[] {
  return context.views.flatMap((view) =>
    pairs.flatMap(([earlierRole, differenceRole, usual]): EarlierBudget[] => {
      const [earlier, difference] = [view.byRole.get(earlierRole)?.[0], view.byRole.get(differenceRole)?.[0]]
      if (!earlier || !difference) return []
      const rows = [
        ...(view.byRole.get(usual) ?? []),
        ...view.rows.filter((row) => row.row.kind !== 'memo' && row.index < earlier.index),
      ]
      const [row] = rows
        .map((each, order) => ({ each, order, held: held(each, earlier, difference) }))
        .sort((a, b) => b.held - a.held || a.order - b.order)
      return row ? [{ row: row.each, earlier, difference }] : []
    }),
  )
}

function held(row: RowView, earlier: RowView, difference: RowView): number {
  return row.view.table.columns.filter((column, at) => {
    if (!isYearColumn(column) || ![row, earlier, difference].every((each) => isMoney(each, at))) return false
    const { value, half } = rounded([term(difference, at), term(row, at, -1), term(earlier, at)])
    return Math.abs(value) <= half
  }).length
}

function differences(context: CheckContext, row: RowView, earlier: RowView, difference: RowView): Judged[] {
  return row.view.table.columns.flatMap((column, at) =>
    isYearColumn(column) && [row, earlier, difference].every((each) => isMoney(each, at))
      ? [judge(context, previousBudget, term(difference, at), [term(row, at), term(earlier, at, -1)])]
      : [],
  )
}

/**
 * In the column of the earlier budget itself the row that repeats it is the row it is compared with. Some other row
 * of that column printed in its place makes the comparison crooked.
 */
export const previousBudgetColumn: Rule = rule({
  id: 'taxRevenue.previousBudgetColumn',
  class: 'plausibility',
  severity: 'warning',
  run: (context) =>
    earlierBudgets(context).flatMap(({ row, earlier, difference }): Series[] => {
      const judged = row.view.table.columns.flatMap((column, at) => {
        if (column.kind !== 'budget' || column.year !== context.book.budgetYear - 1) return []
        if (
          !isMoney(row, at) ||
          !isMoney(earlier, at) ||
          (isMoney(difference, at) && scaledAt(difference, at) !== 0)
        )
          return []
        const one = judge(context, previousBudgetColumn, term(earlier, at), [term(row, at)])
        const other = row.view.rows.find(
          (each) =>
            each !== earlier &&
            each !== row &&
            each.index < earlier.index &&
            isMoney(each, at) &&
            scaledAt(each, at) === scaledAt(earlier, at),
        )
        if (one.check.outcome === 'finding' && other) {
          one.check.explanation = {
            key: 'check.explain.anotherRow',
            params: { row: other.row.label, meant: row.row.label },
          }
        }
        return [one]
      })
      return [{ judged }]
    }),
})
