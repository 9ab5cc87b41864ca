import type { Column, TableKind } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { about } from '../explain/clue.ts'
import { isYearColumn, sameColumn } from '../columns.ts'
import { rowOf, tablesOf, type CheckContext, type Family } from '../context.ts'
import { judge, term, type Judged, type Term } from '../judge.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { countFindings } from './equal.ts'
import { rollForward } from '../roll-forward.ts'
import { signOf } from '../structure/polarity.ts'
import { columnAt, isMoney, scaledAt, type RowView } from '../view.ts'

/** A row of one statement in a bridge: of the year itself, of the year before, or what it grew by. */
type Pier = {
  kind: TableKind
  /** The first of these that is printed; a list is added up. */
  roles: readonly (Role | readonly Role[])[]
  factor: number
  year?: 'before' | 'growth'
  /** Left out where it is not printed. */
  optional?: true
}

type Bridge = {
  target: { kind: TableKind; role: Role; factor: number }
  /** What the target may be made of; the one that fits most years is meant. */
  definitions: readonly (readonly Pier[])[]
  /**
   * Only said when it holds in some year in which something else than 0 stands: else the document counts
   * differently and there is nothing to compare.
   */
  anchored: boolean
}

/** A rule over rows of several statements in a year, with what the year before ended with. */
function bridge(id: string, { target, definitions, anchored }: Bridge): Rule {
  const self: Rule = rule({
    id: `bridge.${id}`,
    class: 'bridge',
    severity: 'warning',
    run: (context) =>
      context.families.flatMap((family): Series[] => {
        const row = rowOf(tablesOf(family, target.kind), target.role)
        if (!row) return []
        const [best = []] = definitions
          .map((piers) => judgeYears(context, self, family, term(row, 0, target.factor), piers))
          .filter((judged) => judged.length > 0)
          .sort((a, b) => countFindings(a) - countFindings(b))
        return best.length === 0 || (anchored && !best.some(holdsTellingly)) ? [] : [{ judged: best }]
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
  { row, factor }: Term,
  piers: readonly Pier[],
): Judged[] {
  const judgeAt = (at: number, before: number | null): Judged | null => {
    const terms = termsOf(family, piers, row, at, before)
    return terms && isMoney(row, at) ? judge(context, self, term(row, at, factor), terms) : null
  }
  if (piers.some(({ year }) => year !== undefined)) return rollForward(context, row.view, judgeAt)
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
  for (const pier of piers) {
    const rows = rowsOf(family, pier)
    if (rows.length === 0 && pier.optional !== true) return null
    for (const row of rows) {
      const found = pierTerms(
        row,
        pier,
        columnAt(target, at),
        before === null ? null : columnAt(target, before),
      )
      if (!found) return null
      terms.push(...found)
    }
  }
  return terms
}

function rowsOf(family: Family, { kind, roles }: Pier): RowView[] {
  for (const wanted of roles) {
    const rows = [wanted].flat().flatMap((role) => rowOf(tablesOf(family, kind), role) ?? [])
    if (rows.length > 0) return rows
  }
  return []
}

function pierTerms(row: RowView, { factor, year }: Pier, now: Column, before: Column | null): Term[] | null {
  // A cost is taken as a cost, with whatever sign it is printed.
  const counted = row.row.role === 'depreciation' ? factor * signOf(row) : factor
  const wanted = [
    ...(year === 'before' ? [] : [{ column: now, by: counted }]),
    ...(year === undefined ? [] : [{ column: before, by: year === 'before' ? counted : -counted }]),
  ]
  const terms: Term[] = []
  for (const { column, by } of wanted) {
    const there = column ? sameColumn(row.view, column) : -1
    if (there < 0 || !isMoney(row, there)) return null
    terms.push(term(row, there, by))
  }
  return terms
}

const depreciation: Pier = { kind: 'incomeStatement', roles: ['depreciation'], factor: 1 }

/** What changes the result without being paid: depreciation, and what provisions grow by. */
export const nonCashItems: Rule = bridge('nonCashItems', {
  target: { kind: 'cashFlow', role: 'nonCashItems', factor: 1 },
  definitions: [
    [
      depreciation,
      {
        kind: 'balanceSheet',
        roles: ['provisions', ['pensionProvisions', 'otherProvisions']],
        factor: 1,
        year: 'growth',
      },
    ],
    [depreciation],
  ],
  anchored: false,
})

/** Fixed assets grow by what is invested and shrink by what is written off. */
export const fixedAssets: Rule = bridge('fixedAssets', {
  target: { kind: 'balanceSheet', role: 'fixedAssets', factor: 1 },
  definitions: [
    [
      { kind: 'balanceSheet', roles: ['fixedAssets'], factor: 1, year: 'before' },
      { kind: 'cashFlow', roles: ['investmentCashFlow'], factor: -1 },
      { kind: 'incomeStatement', roles: ['depreciation'], factor: -1 },
    ],
  ],
  anchored: false,
})

/** Loans and leasing grow by new loans, amortisation and the change of leasing. */
export const debt: Rule = bridge('debt', {
  target: { kind: 'balanceSheet', role: 'longTermLoans', factor: 1 },
  definitions: [
    [
      { kind: 'balanceSheet', roles: ['longTermLoans'], factor: 1, year: 'before' },
      { kind: 'cashFlow', roles: ['newLoans'], factor: 1 },
      { kind: 'cashFlow', roles: ['amortisation'], factor: 1 },
      { kind: 'cashFlow', roles: ['leasingChange'], factor: 1, optional: true },
    ],
  ],
  anchored: true,
})

/** What short-term liabilities grow by in the balance sheet is what the cash flow says. */
export const currentLiabilities: Rule = bridge('currentLiabilities', {
  target: { kind: 'cashFlow', role: 'currentLiabilitiesChange', factor: 1 },
  definitions: [[{ kind: 'balanceSheet', roles: ['currentLiabilities'], factor: 1, year: 'growth' }]],
  anchored: true,
})

/** What current assets but cash shrink by is what the cash flow says of stocks and claims. */
export const currentAssets: Rule = bridge('currentAssets', {
  target: { kind: 'cashFlow', role: 'currentReceivablesChange', factor: 1 },
  definitions: [
    [
      { kind: 'cashFlow', roles: ['inventoryChange'], factor: -1, optional: true },
      { kind: 'balanceSheet', roles: ['currentAssets'], factor: -1, year: 'growth' },
      { kind: 'balanceSheet', roles: ['cashAndBank'], factor: 1, year: 'growth' },
    ],
  ],
  anchored: true,
})

/** Financial fixed assets shrink by what long-term claims are paid back. */
export const financialAssets: Rule = bridge('financialAssets', {
  target: { kind: 'cashFlow', role: 'longTermReceivablesChange', factor: 1 },
  definitions: [[{ kind: 'balanceSheet', roles: ['financialAssets'], factor: -1, year: 'growth' }]],
  anchored: true,
})

/** Investments are the same in the financing budget and in the cash flow. */
export const investments: Rule = bridge('investments', {
  target: { kind: 'financingBudget', role: 'investments', factor: 1 },
  definitions: [[{ kind: 'cashFlow', roles: ['investmentCashFlow'], factor: -1 }]],
  anchored: true,
})

/** What is paid out of one's own pocket is what the operations bring in. */
export const ownLiquidity: Rule = bridge('ownLiquidity', {
  target: { kind: 'financingBudget', role: 'ownLiquidityFinancing', factor: -1 },
  definitions: [[{ kind: 'cashFlow', roles: ['operatingCashFlow'], factor: 1 }]],
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
