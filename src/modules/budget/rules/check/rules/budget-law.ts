import type { Role } from '../../roles.ts'
import { isYearColumn } from '../columns.ts'
import { rowOf, tablesOf, type CheckContext, type Family } from '../context.ts'
import { judge, term, type Judged } from '../judge.ts'
import { stateOf } from '../state.ts'
import { countFindings } from './equal.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { amountOf, columnAt, isMoney, partAt, scaledAt, type RowView } from '../view.ts'

/** The result the budget law looks at: the balance result where it is worked out, else the result of the year. */
function lawfulResult(family: Family): RowView | undefined {
  const statements = [...tablesOf(family, 'incomeStatement'), ...tablesOf(family, 'other')]
  return (
    rowOf(statements, 'balanceResult') ??
    rowOf(tablesOf(family, 'incomeStatement'), 'resultOfTheYear') ??
    rowOf(tablesOf(family, 'resultRequirements'), 'grandTotal') ??
    rowOf(tablesOf(family, 'adjustmentSummary'), 'ownResult')
  )
}

/**
 * KL 11:5: incomes exceed costs, in the budget year and (11:6) in the plan, unless a reserve is used or there are
 * special reasons, which the budget then has to state.
 */
export const incomeCoversCosts: Rule = rule({
  id: 'law.incomeCoversCosts',
  class: 'plausibility',
  severity: 'warning',
  run: (context) =>
    context.families.flatMap((family): Series[] => {
      const result = lawfulResult(family)
      if (!result) return []
      const reserve = rowOf(tablesOf(family, 'incomeStatement'), 'resultReserveChange')
      const judged = decidedColumns(context, result).map((at) => {
        const used =
          reserve && result.row.role !== 'balanceResult' && reserve.view === result.view
            ? Math.max(0, scaledAt(reserve, at))
            : 0
        return stateOf(context, incomeCoversCosts, result, at, {
          outcome: scaledAt(result, at) + used >= 0 ? 'holds' : 'finding',
          terms: used > 0 && reserve ? [term(reserve, at)] : [],
          explain: () => ({
            key: 'check.explain.negativeResult',
            params: {
              year: columnAt(result, at).year ?? 0,
              result: amountOf(scaledAt(result, at), context.quantum, partAt(result, at).unit),
            },
          }),
        })
      })
      return [{ judged }]
    }),
})

function decidedColumns({ book }: CheckContext, row: RowView): number[] {
  return row.view.table.columns.flatMap((column, at) =>
    isYearColumn(column) &&
    (column.year ?? 0) >= book.budgetYear &&
    column.kind !== 'outcome' &&
    column.kind !== 'forecast' &&
    isMoney(row, at)
      ? [at]
      : [],
  )
}

/** KL 11:12: a negative balance result is made up for within three years. Only said of years the table shows to the end. */
export const deficitRestored: Rule = rule({
  id: 'law.deficitRestored',
  class: 'plausibility',
  severity: 'warning',
  run: (context) =>
    context.families.flatMap((family): Series[] => {
      const result = lawfulResult(family)
      return result ? [{ judged: restorations(context, result) }] : []
    }),
})

const yearsToRestore = 3

function restorations(context: CheckContext, result: RowView): Judged[] {
  const years = oneColumnAYear(context, result)
  const last = Math.max(...years.keys())
  const left = new Map([...years].map(([year, at]) => [year, Math.max(0, scaledAt(result, at))]))
  return [...years].flatMap(([year, at]) => {
    let missing = -scaledAt(result, at)
    if (missing <= 0) return []
    const parts = []
    for (let next = year + 1; next <= year + yearsToRestore && missing > 0; next++) {
      const used = Math.min(missing, left.get(next) ?? 0)
      if (used === 0) continue
      left.set(next, (left.get(next) ?? 0) - used)
      missing -= used
      parts.push(term(result, years.get(next) ?? at))
    }
    if (missing > 0 && last < year + yearsToRestore) return []
    return [
      stateOf(context, deficitRestored, result, at, {
        outcome: missing <= 0 ? 'holds' : 'finding',
        terms: parts,
        explain: () => ({
          key: 'check.explain.deficitNotRestored',
          params: {
            year,
            until: year + yearsToRestore,
            missing: amountOf(missing, context.quantum, partAt(result, at).unit),
          },
        }),
      }),
    ]
  })
}

/** What became of a year if it is known, else what is expected, else what is decided; in the order of the years. */
function oneColumnAYear({ book }: CheckContext, row: RowView): Map<number, number> {
  const rank = ['outcome', 'forecast', 'budget', 'plan', 'other']
  const columns = row.view.table.columns
    .flatMap((column, at) =>
      isYearColumn(column) && isMoney(row, at)
        ? [{ year: column.year ?? 0, at, rank: rank.indexOf(column.kind) }]
        : [],
    )
    .sort((a, b) => a.year - b.year || b.rank - a.rank)
  // A budget of a year gone by says nothing of what there is to restore.
  return new Map(
    columns
      .filter(({ year, rank: kind }) => year >= book.budgetYear || kind < 2)
      .map(({ year, at }) => [year, at]),
  )
}

const inquiry: readonly { role: Role; factor: number }[] = [
  { role: 'resultOfTheYear', factor: 1 },
  { role: 'gainsOnSales', factor: 1 },
  { role: 'balanceExceptions', factor: 1 },
  { role: 'unrealisedGains', factor: 1 },
]

/** LKBR 11: result of the year, less gains on sales, exceptions and unrealised gains; then the reserve. */
export const balanceInquiry: Rule = rule({
  id: 'law.balanceInquiry',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.views.flatMap((view): Series[] => {
      const after = rowOf([view], 'resultAfterBalanceAdjustments')
      const final = rowOf([view], 'balanceResult')
      const reserve = view.byRole.get('resultReserveChange') ?? []
      const start = inquiry.flatMap(({ role }) => view.byRole.get(role) ?? [])
      return [
        ...(after && start.length > 1 ? [{ judged: chain(context, after, start) }] : []),
        ...(final && after ? [{ judged: chain(context, final, [after, ...reserve]) }] : []),
        ...(final && !after && start.length > 0
          ? [{ judged: chain(context, final, [...start, ...reserve]) }]
          : []),
      ]
    }),
})

/** Deductions are printed with their minus or without: the way that holds in most years is taken. */
function chain(context: CheckContext, target: RowView, rows: readonly RowView[]): Judged[] {
  const judgeWith = (sign: number): Judged[] =>
    target.view.table.columns.flatMap((column, at) => {
      if (!isYearColumn(column) || !isMoney(target, at)) return []
      const terms = rows.flatMap((row, order) =>
        isMoney(row, at) ? [term(row, at, order === 0 ? 1 : sign)] : [],
      )
      return terms.length === 0 ? [] : [judge(context, balanceInquiry, term(target, at), terms)]
    })
  const [plain, turned] = [judgeWith(1), judgeWith(-1)]
  return countFindings(turned) < countFindings(plain) ? turned : plain
}
