import { lastDigit, type Amount } from '../amount.ts'
import type { Cell, Column, ColumnKind } from '../book.ts'

type Cells = { cells: readonly (Cell | null)[] }

const amounts: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['outcome', 'budget', 'forecast', 'plan'])

/** Rows that have to fit before two columns are taken for the compared ones, and the share of all that must. */
const fewestRows = 3
const leastShare = 0.8

/**
 * Fills in what a change column goes from and to when its heading does not say it (`Diff`, `Förändring %`): the
 * one pair of columns whose difference its figures are. Columns are changed in place; without one clear pair
 * they stay as they are.
 */
export function giveComparisons(columns: readonly Column[], rows: readonly Cells[]): void {
  for (const [at, column] of columns.entries()) {
    if (column.kind !== 'change' || column.compares !== null) continue
    const candidates = columns.flatMap((from, one) =>
      columns.flatMap((to, other) => {
        if (one === other || !amounts.has(from.kind) || !amounts.has(to.kind)) return []
        const { fitting, compared } = fit(rows, at, one, other)
        return compared >= fewestRows && fitting >= compared * leastShare ? [{ from, to, fitting }] : []
      }),
    )
    const [best, second] = candidates.toSorted((a, b) => b.fitting - a.fitting)
    if (best === undefined || best.fitting === second?.fitting) continue
    column.compares = { from: best.from.key, to: best.to.key }
  }
}

function fit(
  rows: readonly Cells[],
  change: number,
  from: number,
  to: number,
): { fitting: number; compared: number } {
  let fitting = 0
  let compared = 0
  for (const { cells } of rows) {
    const [cell, start, end] = [cells[change], cells[from], cells[to]]
    if (!cell?.value || !start?.value || !end?.value || (start.value.isZero() && end.value.isZero())) continue
    compared++
    const difference = end.value.minus(start.value)
    const reach = lastDigit(cell.decimals).plus(lastDigit(start.decimals))
    if (near(cell.value, cell.unit === 'percent' ? share(difference, start.value) : difference, reach))
      fitting++
  }
  return { fitting, compared }
}

function share(difference: Amount, of: Amount): Amount | null {
  return of.isZero() ? null : difference.div(of).times(100)
}

function near(value: Amount, computed: Amount | null, reach: Amount): boolean {
  return computed !== null && value.minus(computed).abs().lte(reach)
}
