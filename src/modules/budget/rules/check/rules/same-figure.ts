import type { TableKind } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { isYearColumn } from '../columns.ts'
import { tablesOf, type CheckContext, type Family } from '../context.ts'
import { judge, term, type Term } from '../judge.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { stems } from '../../reading/words.ts'
import { halfAt, isMoney, scaledAt, type RowView } from '../view.ts'
import { sameDefinition } from './same-definition.ts'

/** Where the result of the year is printed, the surest first. */
const resultRows: readonly (readonly [TableKind, Role])[] = [
  ['resultRequirements', 'grandTotal'],
  ['incomeStatement', 'resultOfTheYear'],
  ['balanceSheet', 'resultOfTheYear'],
  ['cashFlow', 'resultOfTheYear'],
  ['adjustmentSummary', 'ownResult'],
]

/** The result of a year is the same in every statement. */
export const sameResult: Rule = rule({
  id: 'result.same',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.families.flatMap((family) => {
      const byColumn = new Map<string, Term[]>()
      for (const [kind, role] of resultRows) {
        for (const view of tablesOf(family, kind)) {
          const row = view.byRole.get(role)?.at(-1)
          if (row) collect(byColumn, row)
        }
      }
      return [...byColumn.values()].map((figures) => ({ judged: agree(context, figures) }))
    }),
})

function collect(byColumn: Map<string, Term[]>, row: RowView): void {
  for (const [at, column] of row.view.table.columns.entries()) {
    if (!isYearColumn(column) || !isMoney(row, at)) continue
    // A budget document may call a year's decided figures budget in one table and plan in the next.
    const key = `${column.year}:${column.kind === 'outcome' || column.kind === 'forecast' ? column.kind : 'decided'}`
    const figures = byColumn.get(key)
    if (figures) figures.push(term(row, at))
    else byColumn.set(key, [term(row, at)])
  }
}

/**
 * Holds all figures against one of them: of those that agree with at least half of the others the most precisely
 * printed one, so that a single wrong figure is the one that is pointed out.
 */
function agree(context: CheckContext, figures: readonly Term[]): ReturnType<typeof judge>[] {
  if (figures.length < 2) return []
  const agreeing = figures.map((one) => figures.filter((other) => other !== one && within(one, other)).length)
  const trusted = figures.filter((_, at) => (agreeing[at] ?? 0) * 2 >= figures.length - 1)
  const [first] = (trusted.length > 0 ? trusted : [...figures]).sort(
    (a, b) =>
      halfAt(a.row, a.column) - halfAt(b.row, b.column) ||
      (agreeing[figures.indexOf(b)] ?? 0) - (agreeing[figures.indexOf(a)] ?? 0),
  )
  if (!first) return []
  return figures.filter((one) => one !== first).map((one) => judge(context, sameResult, one, [first]))
}

function within(a: Term, b: Term): boolean {
  const reach = halfAt(a.row, a.column) + halfAt(b.row, b.column)
  return Math.abs(scaledAt(a.row, a.column) - scaledAt(b.row, b.column)) <= reach
}

/** The tax table's rows are the income statement's. */
export const taxInIncomeStatement: Rule = rule({
  id: 'taxRevenue.incomeStatement',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.families.flatMap((family) => {
      const [statement] = tablesOf(family, 'incomeStatement')
      if (!statement) return []
      const shared: Role[] = ['taxRevenue', 'generalGrants', 'equalisation', 'totalTaxRevenue']
      return tablesOf(family, 'taxRevenue').flatMap((view) =>
        shared.flatMap((role) => {
          const [row, ...more] = view.byRole.get(role) ?? []
          const [other, ...others] = statement.byRole.get(role) ?? []
          return row && other && more.length + others.length === 0
            ? sameDefinition(context, taxInIncomeStatement, row, other)
            : []
        }),
      )
    }),
})

const statements: readonly TableKind[] = [
  'incomeStatement',
  'taxRevenue',
  'balanceSheet',
  'cashFlow',
  'financingBudget',
]

/** A statement that is printed twice says the same both times. */
export const repeatedStatement: Rule = rule({
  id: 'statement.repeated',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.families.flatMap((family) => statements.flatMap((kind) => repeated(context, family, kind))),
})

function repeated(context: CheckContext, family: Family, kind: TableKind): Series[] {
  const [first, ...more] = tablesOf(family, kind)
  if (!first) return []
  return more.flatMap((view) =>
    [...view.byRole].flatMap(([role, rows]) => {
      const others = first.byRole.get(role) ?? []
      const [row, other] = [rows[0], others[0]]
      if (!row || !other || rows.length > 1 || others.length > 1) return []
      if (stems(row.row.label).join(' ') !== stems(other.row.label).join(' ')) return []
      return sameDefinition(context, repeatedStatement, row, other)
    }),
  )
}
