import type { ColumnKind } from '../book.ts'
import { readColumnLabel } from './column-label.ts'
import type { Grid } from './grid.ts'

export type Years = { budgetYear: number | null; planYears: number[]; confidence: number }

/**
 * The budget year and the plan years a set of tables speaks of. The budget year is the one that has a budget
 * column with a plan column of the next year beside it; where no column is called plan, the last budget column;
 * where headings are bare years, the first of them.
 */
export function yearsOf(grids: readonly Grid[]): Years {
  const votes = new Map<number, number>()
  const vote = (year: number, weight: number): void => void votes.set(year, (votes.get(year) ?? 0) + weight)
  const planned = new Set<number>()
  for (const grid of grids) {
    const columns = grid.headings.map((heading) => {
      const label = readColumnLabel(heading.text)
      return { kind: heading.kind ?? label.kind, year: label.year }
    })
    const of = (kind: ColumnKind | null): number[] =>
      columns.flatMap((column) => (column.kind === kind && column.year !== null ? [column.year] : []))
    const [budgets, plans, bare] = [of('budget'), of('plan'), of(null)]
    for (const year of plans) planned.add(year)
    const followed = budgets.filter((year) => plans.includes(year + 1))
    if (followed.length > 0) vote(Math.max(...followed), 100)
    else if (budgets.length > 0) vote(Math.max(...budgets), plans.length > 0 ? 20 : 5)
    else if (bare.length > 0) vote(Math.min(...bare), 1)
    if (budgets.length === 0 && plans.length === 0) for (const year of bare) planned.add(year)
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  if (first === undefined) return { budgetYear: null, planYears: [], confidence: 0 }
  const [budgetYear, weight] = first
  const planYears = [...planned].filter((year) => year > budgetYear).sort((a, b) => a - b)
  const clear = second === undefined || weight >= second[1] * 2
  return { budgetYear, planYears, confidence: weight >= 5 ? (clear ? 1 : 0.7) : 0.6 }
}
