import type { Role } from '../../roles.ts'
import { isYearColumn, sameColumn } from '../columns.ts'
import { rowOf, tablesOf, type CheckContext } from '../context.ts'
import { about } from '../explain/clue.ts'
import { judge, term, type Judged } from '../judge.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { signOf } from '../structure/polarity.ts'
import { isMoney, scaledAt, type RowView } from '../view.ts'
import { holdsTellingly } from './bridge.ts'
import { countFindings } from './equal.ts'

/** Co-financing is the investment grants received; printed one year out of step it says so itself. */
export const coFinancing: Rule = rule({
  id: 'bridge.coFinancing',
  class: 'bridge',
  severity: 'warning',
  run: (context) =>
    context.families.flatMap((family): Series[] => {
      const row = rowOf(tablesOf(family, 'financingBudget'), 'coFinancing')
      const other = rowOf(tablesOf(family, 'cashFlow'), 'grantsReceived')
      if (!row || !other) return []
      const judged = row.view.table.columns.flatMap((column, at) => {
        const there = sameColumn(other.view, column)
        if (there < 0 || !isMoney(row, at) || !isMoney(other, there)) return []
        return [
          judge(context, coFinancing, term(row, at, signOf(row) * signOf(other) < 0 ? -1 : 1), [
            term(other, there),
          ]),
        ]
      })
      if (judged.some(holdsTellingly)) return [{ judged }]
      const shifted = outOfStep(judged, row, other)
      return shifted.length >= 2 ? [{ judged: shifted, about: [about.row(row)] }] : []
    }),
})

/** The years whose figure stands in the year before it in the other statement. */
function outOfStep(judged: readonly Judged[], row: RowView, other: RowView): Judged[] {
  return judged.flatMap((one) => {
    const at = one.target?.column ?? -1
    const column = row.view.table.columns[at]
    if (!column || scaledAt(row, at) === 0) return []
    const before = other.view.table.columns.findIndex(
      (each, there) =>
        isYearColumn(each) &&
        each.year === (column.year ?? 0) - 1 &&
        Math.abs(scaledAt(other, there)) === Math.abs(scaledAt(row, at)),
    )
    if (before < 0) return []
    const label = other.view.table.columns[before]?.label ?? ''
    one.check.explanation = {
      key: 'check.explain.shiftedColumn',
      params: {
        row: row.row.label,
        column: column.label,
        other: other.row.label,
        otherColumn: label,
        otherTable: other.view.table.title,
      },
    }
    return [one]
  })
}

/** KL 11:6: investments and what pays for them are the same amount. */
export const financingBalances: Rule = rule({
  id: 'financingBudget.balances',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    tablesOf(context, 'financingBudget').flatMap((view): Series[] => {
      const row = rowOf([view], 'investments')
      const roles: Role[] = ['ownLiquidityFinancing', 'coFinancing', 'loanFinancing']
      const sources = roles.flatMap((role) => view.byRole.get(role) ?? [])
      if (!row || sources.length === 0) return []
      // Other sources stand as lines beside the known ones.
      const others = view.rows.filter(
        (each) => each.row.kind === 'line' && each.row.role === null && each.index > row.index,
      )
      const all = [...sources, ...others]
      // Sources are printed with the sign of the investments or with the opposite one: whichever fits more years.
      const [judged = []] = [-1, 1]
        .map((factor) => balancesWith(context, row, all, factor))
        .sort((a, b) => countFindings(a) - countFindings(b))
      return [{ judged, candidates: view.rows }]
    }),
})

function balancesWith(
  context: CheckContext,
  row: RowView,
  sources: readonly RowView[],
  factor: number,
): Judged[] {
  return row.view.table.columns.flatMap((column, at) => {
    if (!isYearColumn(column) || !isMoney(row, at)) return []
    const terms = sources.filter((each) => isMoney(each, at)).map((each) => term(each, at, factor))
    return [judge(context, financingBalances, term(row, at), terms)]
  })
}
