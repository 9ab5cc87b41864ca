import type { TableKind } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { judge, term, toleranceOf, type Judged } from '../judge.ts'
import { stateOf } from '../state.ts'
import { about } from '../explain/clue.ts'
import type { CheckContext } from '../context.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { ofWhichGroups, type OfWhichGroup } from '../structure/of-which.ts'
import { signOf } from '../structure/polarity.ts'
import {
  BLANK,
  MONEY,
  amountOf,
  halfAt,
  isMoney,
  partAt,
  printedAt,
  scaledAt,
  type RowView,
} from '../view.ts'

/** Of-which rows that claim to be all of their row add up to it. */
export const ofWhichSum: Rule = rule({
  id: 'ofWhich.sum',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    groupsOf(context)
      .filter((group) => group.complete !== 'partial')
      .map((group) => ({ judged: checkSum(context, group) })),
})

function groupsOf(context: CheckContext): OfWhichGroup[] {
  return context.views.flatMap((view) => (view.table.kind === 'adjustmentSummary' ? [] : ofWhichGroups(view)))
}

function checkSum(context: CheckContext, { whole, parts, complete }: OfWhichGroup): Judged[] {
  const { view } = whole
  const judged: Judged[] = []
  for (let column = 0; column < view.table.columns.length; column++) {
    const states = parts.map((part) => view.state[part.offset + column])
    if (!isMoney(whole, column) || states.some((each) => each !== MONEY && each !== BLANK)) continue
    if (states.every((each) => each === BLANK)) continue
    const terms = parts.map((part) => term(part, column))
    judged.push(
      judge(
        context,
        ofWhichSum,
        term(whole, column),
        terms,
        complete === 'likely' ? { severity: 'warning' } : {},
      ),
    )
  }
  return judged
}

/** Tables whose rows are gross amounts, so that a part cannot be larger than its whole. Results net and can. */
const gross: ReadonlySet<TableKind> = new Set([
  'appropriations',
  'unitResult',
  'incomeStatement',
  'taxRevenue',
  'sensitivityAnalysis',
  'balanceSheet',
  'financingBudget',
])

/** Rows that net incomes and costs, or contributions and fees. */
const netted: ReadonlySet<Role> = new Set([
  'equalisation',
  'netCost',
  'operatingResult',
  'financialItems',
  'resultAfterFinancialItems',
  'resultOfTheYear',
  'unitResult',
  'unitResultExcludingPension',
  'balanceResult',
])

/** A part is never larger than its whole, where both are gross amounts of one sign throughout. */
export const ofWhichPart: Rule = rule({
  id: 'ofWhich.part',
  class: 'identity',
  severity: 'error',
  run: (context) => groupsOf(context).flatMap((group) => checkParts(context, group)),
})

function checkParts(context: CheckContext, { whole, parts, complete }: OfWhichGroup): Series[] {
  if (complete !== 'partial' || !gross.has(whole.view.table.kind)) return []
  if (whole.row.role !== null && netted.has(whole.row.role)) return []
  const sign = signOf(whole)
  // Beside a part that is taken away another may be larger than what is left.
  if (sign === 0 || ![whole, ...parts].every((row) => hasOneSign(row, sign))) return []
  return parts.map((part) => ({ judged: checkPart(context, whole, part), about: [about.row(part)] }))
}

function hasOneSign(row: RowView, sign: number): boolean {
  return row.view.table.columns.every(
    ({ kind }, column) => kind === 'scenario' || kind === 'change' || scaledAt(row, column) * sign >= 0,
  )
}

function checkPart(context: CheckContext, whole: RowView, part: RowView): Judged[] {
  const judged: Judged[] = []
  for (const [column, { kind }] of whole.view.table.columns.entries()) {
    if (kind === 'scenario' || kind === 'change' || !isMoney(whole, column) || !isMoney(part, column))
      continue
    const beyond = Math.abs(scaledAt(part, column)) - Math.abs(scaledAt(whole, column))
    const tolerance = halfAt(part, column) + halfAt(whole, column)
    const { unit } = partAt(part, column)
    const one = stateOf(context, ofWhichPart, part, column, {
      outcome: beyond <= 0 ? 'holds' : beyond <= tolerance ? 'rounding' : 'finding',
      terms: [term(whole, column)],
      // A part is held against its whole only when it is larger.
      computed: printedAt(beyond > 0 ? whole : part, column),
      tolerance: toleranceOf(context, tolerance, unit),
      explain: () => ({
        key: 'check.explain.partLargerThanWhole',
        params: {
          part: part.row.label,
          whole: whole.row.label,
          beyond: amountOf(beyond, context.quantum, unit),
        },
      }),
    })
    judged.push(one)
  }
  return judged
}
