import type { TableKind } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { about } from '../explain/clue.ts'
import { isYearColumn, sameColumn } from '../columns.ts'
import { rowOf, tablesOf, type CheckContext, type Family } from '../context.ts'
import { judge, term, type Judged, type Term } from '../judge.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { rollForward } from '../roll-forward.ts'
import { signOf } from '../structure/polarity.ts'
import { columnAt, isMoney, scaledAt, type RowView } from '../view.ts'

/** A row of one statement in a bridge: of the year itself (`now`), of the year before, or what it grew by. */
type Pier = { kind: TableKind; role: Role; factor: number; year?: 'now' | 'before' | 'growth' }

type Bridge = {
  target: Pier
  piers: readonly Pier[]
  /**
   * Only said when it holds in some year in which something else than 0 stands: else the document counts
   * differently and there is nothing to compare.
   */
  anchored: boolean
}

/** A rule over rows of several statements in a year, with what the year before ended with. */
function bridge(id: string, { target, piers, anchored }: Bridge): Rule {
  const self: Rule = rule({
    id: `bridge.${id}`,
    class: 'bridge',
    severity: 'warning',
    run: (context) =>
      context.families.flatMap((family): Series[] => {
        const row = rowOf(tablesOf(family, target.kind), target.role)
        if (!row) return []
        const judged = judgeYears(context, self, family, row, { target, piers, anchored })
        return judged.length === 0 || (anchored && !judged.some(holdsTellingly)) ? [] : [{ judged }]
      }),
  })
  return self
}

function holdsTellingly({ check, target }: Judged): boolean {
  return check.outcome !== 'finding' && target !== null && scaledAt(target.row, target.column) !== 0
}

/** Years with a year before them where the bridge needs one, every year where it does not. */
function judgeYears(
  context: CheckContext,
  self: Rule,
  family: Family,
  row: RowView,
  { target, piers }: Bridge,
): Judged[] {
  const needsBefore = piers.some(({ year }) => year === 'before' || year === 'growth')
  const judgeAt = (at: number, before: number | null): Judged | null => {
    const terms = termsOf(family, piers, row, at, before)
    return terms && isMoney(row, at) ? judge(context, self, term(row, at, target.factor), terms) : null
  }
  if (needsBefore)
    return rollForward(context, row.view, ({ at, before, sure }) => (sure ? judgeAt(at, before) : null))
  return row.view.table.columns.flatMap((column, at) => {
    const one = isYearColumn(column) ? judgeAt(at, null) : null
    return one ? [one] : []
  })
}

/** Every pier as terms, or null when one of them is not printed. */
function termsOf(
  family: Family,
  piers: readonly Pier[],
  target: RowView,
  at: number,
  before: number | null,
): Term[] | null {
  const terms: Term[] = []
  for (const { kind, role, factor, year } of piers) {
    const row = rowOf(tablesOf(family, kind), role)
    if (!row) return null
    const add = (column: number, by: number): boolean => {
      const there = sameColumn(row.view, columnAt(target, column))
      if (there < 0 || !isMoney(row, there)) return false
      // A cost is taken as a cost, with whatever sign it is printed.
      terms.push(term(row, there, role === 'depreciation' ? by * signOf(row) : by))
      return true
    }
    if (year !== 'before' && !add(at, factor)) return null
    if (year === 'before' && (before === null || !add(before, factor))) return null
    if (year === 'growth' && (before === null || !add(before, -factor))) return null
  }
  return terms
}

/** What changes the result without being paid: depreciation, and what provisions grow by. */
export const nonCashItems: Rule = bridge('nonCashItems', {
  target: { kind: 'cashFlow', role: 'nonCashItems', factor: 1 },
  piers: [
    { kind: 'incomeStatement', role: 'depreciation', factor: 1 },
    { kind: 'balanceSheet', role: 'provisions', factor: 1, year: 'growth' },
  ],
  anchored: false,
})

/** Fixed assets grow by what is invested and shrink by what is written off. */
export const fixedAssets: Rule = bridge('fixedAssets', {
  target: { kind: 'balanceSheet', role: 'fixedAssets', factor: 1 },
  piers: [
    { kind: 'balanceSheet', role: 'fixedAssets', factor: 1, year: 'before' },
    { kind: 'cashFlow', role: 'investmentCashFlow', factor: -1 },
    { kind: 'incomeStatement', role: 'depreciation', factor: -1 },
  ],
  anchored: false,
})

/** Loans and leasing grow by new loans, amortisation and the change of leasing. */
export const debt: Rule = bridge('debt', {
  target: { kind: 'balanceSheet', role: 'longTermLoans', factor: 1 },
  piers: [
    { kind: 'balanceSheet', role: 'longTermLoans', factor: 1, year: 'before' },
    { kind: 'cashFlow', role: 'newLoans', factor: 1 },
    { kind: 'cashFlow', role: 'amortisation', factor: 1 },
    { kind: 'cashFlow', role: 'leasingChange', factor: 1 },
  ],
  anchored: true,
})

/** What short-term liabilities grow by in the balance sheet is what the cash flow says. */
export const currentLiabilities: Rule = bridge('currentLiabilities', {
  target: { kind: 'cashFlow', role: 'currentLiabilitiesChange', factor: 1 },
  piers: [{ kind: 'balanceSheet', role: 'currentLiabilities', factor: 1, year: 'growth' }],
  anchored: true,
})

/** What current assets but cash shrink by is what the cash flow says of stocks and claims. */
export const currentAssets: Rule = bridge('currentAssets', {
  target: { kind: 'cashFlow', role: 'currentReceivablesChange', factor: 1 },
  piers: [
    { kind: 'cashFlow', role: 'inventoryChange', factor: -1 },
    { kind: 'balanceSheet', role: 'currentAssets', factor: -1, year: 'growth' },
    { kind: 'balanceSheet', role: 'cashAndBank', factor: 1, year: 'growth' },
  ],
  anchored: true,
})

/** Financial fixed assets shrink by what long-term claims are paid back. */
export const financialAssets: Rule = bridge('financialAssets', {
  target: { kind: 'cashFlow', role: 'longTermReceivablesChange', factor: 1 },
  piers: [{ kind: 'balanceSheet', role: 'financialAssets', factor: -1, year: 'growth' }],
  anchored: true,
})

/** Investments are the same in the financing budget and in the cash flow. */
export const investments: Rule = bridge('investments', {
  target: { kind: 'financingBudget', role: 'investments', factor: 1 },
  piers: [{ kind: 'cashFlow', role: 'investmentCashFlow', factor: -1 }],
  anchored: true,
})

/** What is paid out of one's own pocket is what the operations bring in. */
export const ownLiquidity: Rule = bridge('ownLiquidity', {
  target: { kind: 'financingBudget', role: 'ownLiquidityFinancing', factor: -1 },
  piers: [{ kind: 'cashFlow', role: 'operatingCashFlow', factor: 1 }],
  anchored: true,
})

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
      const turned = all.some((source) => signOf(source) * signOf(row) < 0)
      const judged = view.table.columns.flatMap((column, at) =>
        isYearColumn(column) && isMoney(row, at)
          ? [
              judge(
                context,
                financingBalances,
                term(row, at),
                all.filter((each) => isMoney(each, at)).map((each) => term(each, at, turned ? -1 : 1)),
              ),
            ]
          : [],
      )
      return [{ judged, candidates: view.rows }]
    }),
})
