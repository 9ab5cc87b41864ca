import type { TableKind } from '../../book.ts'
import type { Role } from '../../roles.ts'
import type { CheckContext } from '../context.ts'
import { judge, term, type Judged } from '../judge.ts'
import { state } from '../state.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { hasMoney } from '../structure/polarity.ts'
import { inferSums, type SumRelation } from '../structure/sums.ts'
import { MONEY, BLANK, OTHER, partAt, type RowView, type TableView } from '../view.ts'

/** Sums that rules of their own speak of. */
const spokenOfElsewhere: ReadonlySet<Role> = new Set([
  'closingCash',
  'adjustedSum',
  'adjustedTotal',
  'ownResult',
])

/**
 * Every sum of a table agrees with the rows it adds, in every column. Which rows those are is found by arithmetic
 * (`inferSums`). Where no reading agrees anywhere the sum is said once to be past rebuilding, as a warning.
 */
function sumsOf(id: string, ...kinds: TableKind[]): Rule {
  const self: Rule = rule({
    id,
    class: 'identity',
    severity: 'error',
    run: (context) =>
      kinds
        .flatMap((kind) => context.byKind.get(kind) ?? [])
        .flatMap((view) => checkTable(context, self, view)),
  })
  return self
}

function checkTable(context: CheckContext, self: Rule, view: TableView): Series[] {
  const series: Series[] = []
  let candidates: RowView[] | null = null
  for (const relation of inferSums(view)) {
    const { role } = relation.target.row.row
    if (role !== null && spokenOfElsewhere.has(role)) continue
    if (relation.doubtful) {
      // In a table nobody knows the kind of, rows that do not add up may never have been meant to.
      if (view.table.kind !== 'other') series.push({ judged: [doubt(context, self, relation)] })
      continue
    }
    candidates ??= view.rows.filter((row) => row.row.kind !== 'memo' && hasMoney(row))
    series.push({ judged: checkSum(context, self, relation), candidates })
  }
  return series
}

function checkSum(context: CheckContext, self: Rule, { target, terms }: SumRelation): Judged[] {
  const { view } = target.row
  const judged: Judged[] = []
  for (let column = 0; column < view.table.columns.length; column++) {
    if (view.state[target.row.offset + column] !== MONEY) continue
    const states = terms.map(({ row }) => view.state[row.offset + column])
    if (states.includes(OTHER)) continue
    const blank = states.every((each) => each === BLANK)
    if (blank && view.scaled[target.row.offset + column] !== 0) continue
    const counted = terms.map(({ row, factor }) => term(row, column, factor))
    judged.push(judge(context, self, term(target.row, column, target.factor), counted))
  }
  return judged
}

function doubt(context: CheckContext, self: Rule, { target, terms }: SumRelation): Judged {
  const where = { ...partAt(target.row, 0).where, column: null, columnLabel: null }
  return state(context, self, {
    outcome: 'finding',
    severity: 'warning',
    where,
    parts: [target, ...terms].map(({ row }) => partAt(row, 0)),
    explanation: {
      key: 'check.explain.cannotBeRebuilt',
      params: { row: target.row.row.label, rows: terms.length },
    },
  })
}

/** LKBR ch. 5: the income statement's subtotals and the result of the year. */
export const incomeStatementSums = sumsOf('incomeStatement.sums', 'incomeStatement')
export const taxRevenueSums = sumsOf('taxRevenue.sums', 'taxRevenue')
export const appropriationSums = sumsOf('appropriations.sums', 'appropriations')
export const resultRequirementSums = sumsOf('resultRequirements.sums', 'resultRequirements')
export const unitResultSums = sumsOf('unitResults.sums', 'unitResult')
export const sensitivitySums = sumsOf('sensitivity.sums', 'sensitivityAnalysis')
/** LKBR ch. 6. */
export const balanceSheetSums = sumsOf('balanceSheet.sums', 'balanceSheet')
/** LKBR ch. 7. */
export const cashFlowSums = sumsOf('cashFlow.sums', 'cashFlow')
export const financingBudgetSums = sumsOf('financingBudget.sums', 'financingBudget')
export const otherSums = sumsOf('table.sums', 'other', 'chapterAdjustments')
