import { round } from '../../amount.ts'
import type { Role } from '../../roles.ts'
import { sameColumn, yearColumns } from '../columns.ts'
import { rowOf, tablesOf, type CheckContext } from '../context.ts'
import { judge, term, type Judged, type Term } from '../judge.ts'
import { judgePercent, rounded } from '../percent.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { countFindings } from './equal.ts'
import { rollForward } from '../roll-forward.ts'
import { cellAt, isMoney, type RowView, type TableView } from '../view.ts'

/** LKBR 6:2: assets are equity, provisions and liabilities. */
export const balances: Rule = rule({
  id: 'balanceSheet.balances',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    tablesOf(context, 'balanceSheet').flatMap((view): Series[] => {
      const assets = rowOf([view], 'totalAssets')
      const financed = financedBy(view)
      if (!assets || financed.length === 0) return []
      const judged = yearColumns(view).flatMap((at) =>
        isMoney(assets, at) && financed.every((row) => isMoney(row, at))
          ? [
              judge(
                context,
                balances,
                term(assets, at),
                financed.map((row) => term(row, at)),
              ),
            ]
          : [],
      )
      return [{ judged, candidates: view.rows }]
    }),
})

function financedBy(view: TableView): RowView[] {
  const total = rowOf([view], 'equityAndLiabilities')
  if (total) return [total]
  const liabilities =
    rowsOf(view, ['liabilities']) ?? rowsOf(view, ['longTermLiabilities', 'currentLiabilities'])
  const others = rowsOf(view, ['equity', 'provisions']) ?? rowsOf(view, ['equity'])
  return others && liabilities ? [...others, ...liabilities] : []
}

function rowsOf(view: TableView, roles: readonly Role[]): RowView[] | null {
  const rows = roles.flatMap((role) => view.byRole.get(role)?.[0] ?? [])
  return rows.length === roles.length ? rows : null
}

/** Equity grows by the result of the year and by nothing else. */
export const equityRollForward: Rule = rule({
  id: 'balanceSheet.equityRollForward',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.families.flatMap((family) =>
      tablesOf(family, 'balanceSheet').flatMap((view): Series[] => {
        const equity = rowOf([view], 'equity')
        const result =
          rowOf([view], 'resultOfTheYear') ?? rowOf(tablesOf(family, 'incomeStatement'), 'resultOfTheYear')
        if (!equity || !result) return []
        const judged = rollForward(context, view, (at, before) => {
          const column = view.table.columns[at]
          const there = result.view === view || !column ? at : sameColumn(result.view, column)
          if (there < 0 || !isMoney(equity, at) || !isMoney(equity, before) || !isMoney(result, there))
            return null
          return judge(context, equityRollForward, term(equity, at), [
            term(equity, before),
            term(result, there),
          ])
        })
        return [{ judged }]
      }),
    ),
})

/** Equity as a share of all assets; with or without the pension obligations that stand outside the balance sheet. */
export const equityRatio: Rule = rule({
  id: 'balanceSheet.equityRatio',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    tablesOf(context, 'balanceSheet').flatMap((view): Series[] => {
      const [equity, assets] = [rowOf([view], 'equity'), rowOf([view], 'totalAssets')]
      if (!equity || !assets) return []
      const pension = rowOf([view], 'contingentPensionLiability')
      const both: Role[] = ['equityRatio', 'equityRatioIncludingPensionLiability']
      return both.flatMap((role) =>
        (view.byRole.get(role) ?? []).map((ratio) => {
          const without = ratios(context, ratio, equity, assets, null)
          const including = pension ? ratios(context, ratio, equity, assets, pension) : null
          return { judged: closer(role, without, including) }
        }),
      )
    }),
})

/** The definition the label says, unless the other one fits more years: labels say it loosely. */
function closer(role: Role, without: Judged[], including: Judged[] | null): Judged[] {
  if (!including) return role === 'equityRatio' ? without : []
  const [said, other] = role === 'equityRatio' ? [without, including] : [including, without]
  return countFindings(other) < countFindings(said) ? other : said
}

function ratios(
  context: CheckContext,
  ratio: RowView,
  equity: RowView,
  assets: RowView,
  pension: RowView | null,
): Judged[] {
  return yearColumns(ratio.view).flatMap((at) => {
    const cell = cellAt(ratio, at)
    if (!cell?.value || cell.unit !== 'percent' || !isMoney(equity, at) || !isMoney(assets, at)) return []
    if (pension && !isMoney(pension, at)) return []
    const own: Term[] = pension ? [term(equity, at), term(pension, at, -1)] : [term(equity, at)]
    const percentage = { over: rounded(own), under: rounded([term(assets, at)]), plus: 0 } as const
    const one = judgePercent(
      context,
      equityRatio,
      ratio,
      at,
      percentage,
      [...own, term(assets, at)],
      ({ low, high }) => ({
        key: 'check.explain.equityRatio',
        params: { low: round(low, 2).toNumber(), high: round(high, 2).toNumber() },
      }),
    )
    return one ? [one] : []
  })
}
