import type { Role } from '../../../roles.ts'
import { yearColumns } from '../../columns.ts'
import type { CheckContext } from '../../context.ts'
import type { Judged } from '../../judge.ts'
import { stateOf } from '../../state.ts'
import { rule, type Rule, type Series } from '../../rule.ts'
import { columnAt, isMoney, printedAt, scaledAt, type RowView, type TableView } from '../../view.ts'

/** Amounts that cannot go below nothing, by what is printed with one sign in one table. */
const neverNegative: readonly (readonly Role[])[] = [
  ['operatingIncome', 'taxRevenue', 'totalTaxRevenue', 'unitIncome', 'appropriationIncome', 'ticketRevenue'],
  [
    'intangibleAssets',
    'tangibleAssets',
    'financialAssets',
    'fixedAssets',
    'inventories',
    'currentReceivables',
    'otherCurrentAssets',
    'cashAndBank',
    'currentAssets',
    'totalAssets',
  ],
  [
    'provisions',
    'longTermLoans',
    'longTermLiabilities',
    'currentLiabilities',
    'liabilities',
    'contingentPensionLiability',
  ],
  ['openingCash', 'closingCash'],
  ['investments'],
]

/** Costs that no repayment or revaluation turns into an income. */
const alwaysCosts: readonly (readonly Role[])[] = [
  [
    'personnelCosts',
    'purchasedCare',
    'purchasedTransport',
    'purchasedServices',
    'grantsGiven',
    'operatingCosts',
    'depreciation',
  ],
  ['unitCosts'],
  ['totalCosts'],
  ['netCost'],
]

/** Assets, cash, incomes and tax are never less than nothing; by whatever sign their table prints them. */
export const negative: Rule = rule({
  id: 'plausibility.negative',
  class: 'plausibility',
  severity: 'warning',
  run: (context) => signs(context, negative, neverNegative, 'check.explain.negative'),
})

/** A cost with another sign than the costs around it was typed without its minus, or with one too many. */
export const costSign: Rule = rule({
  id: 'plausibility.costSign',
  class: 'plausibility',
  severity: 'warning',
  run: (context) => signs(context, costSign, alwaysCosts, 'check.explain.costSign'),
})

function signs(
  context: CheckContext,
  self: Rule,
  groups: readonly (readonly Role[])[],
  key: string,
): Series[] {
  return context.views.flatMap((view) =>
    groups.flatMap((roles): Series[] => {
      const rows = roles.flatMap((role) => view.byRole.get(role) ?? [])
      const usual = rows.length === 0 ? 0 : usualSign(view, rows)
      return usual === 0
        ? []
        : [{ judged: rows.flatMap((row) => wrongSigns(context, self, row, usual, key)) }]
    }),
  )
}

/** The sign most of the amounts have. */
function usualSign(view: TableView, rows: readonly RowView[]): number {
  let balance = 0
  for (const at of yearColumns(view)) for (const row of rows) balance += Math.sign(scaledAt(row, at))
  return Math.sign(balance)
}

/** A finding for each amount with another sign; one check that holds for a row without any. */
function wrongSigns(context: CheckContext, self: Rule, row: RowView, usual: number, key: string): Judged[] {
  const columns = yearColumns(row.view).filter((at) => isMoney(row, at))
  const wrong = columns.filter((at) => scaledAt(row, at) * usual < 0)
  const shown = wrong.length > 0 ? wrong : columns.slice(0, 1)
  return shown.map((at) =>
    stateOf(context, self, row, at, {
      outcome: wrong.length > 0 ? 'finding' : 'holds',
      terms: [],
      explain: () => ({
        key,
        params: { row: row.row.label, column: columnAt(row, at).label, printed: printedAt(row, at) ?? 0 },
      }),
    }),
  )
}
