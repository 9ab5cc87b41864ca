import type { TableKind } from '../../../book.ts'
import { isYearColumn } from '../../columns.ts'
import type { CheckContext } from '../../context.ts'
import { state } from '../../state.ts'
import { tablePlace } from '../../places.ts'
import { rule, type Rule } from '../../rule.ts'
import type { TableView } from '../../view.ts'

const everyYear: readonly TableKind[] = [
  'incomeStatement',
  'taxRevenue',
  'appropriations',
  'resultRequirements',
  'balanceSheet',
  'cashFlow',
  'financingBudget',
  'adjustmentSummary',
]

/** KL 11:6: the plan covers three years, the budget year first; and no year between two others is left out. */
export const missingYear: Rule = rule({
  id: 'plausibility.missingYear',
  class: 'completeness',
  severity: 'warning',
  run: (context) =>
    everyYear
      .flatMap((kind) => context.byKind.get(kind) ?? [])
      .map((view) => {
        const missing = missingYears(context, view)
        return {
          judged: [
            state(context, missingYear, {
              outcome: missing.length > 0 ? 'finding' : 'holds',
              where: tablePlace(view),
              parts: [],
              explanation: {
                key: 'check.explain.missingYear',
                params: { table: view.table.title, years: missing.join(', ') },
              },
            }),
          ],
        }
      }),
})

function missingYears({ book }: CheckContext, view: TableView): number[] {
  const years = new Set(
    view.table.columns.flatMap((column) =>
      isYearColumn(column) && column.year !== null ? [column.year] : [],
    ),
  )
  const due = [book.budgetYear, ...book.planYears]
  // A table of the budget year alone is no plan.
  const planned = due.filter((year) => years.has(year)).length >= 2 ? due : []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const between = years.size > 1 ? Array.from({ length: last - first }, (_, at) => first + at) : []
  return [...new Set([...between, ...planned])].filter((year) => !years.has(year)).sort((a, b) => a - b)
}
