import type { Column } from '../../book.ts'
import { ZERO, round, type Amount } from '../../amount.ts'
import type { Role } from '../../roles.ts'
import { columnsBefore, isYearColumn } from '../columns.ts'
import { remember, type CheckContext } from '../context.ts'
import { judge, term, type Judged } from '../judge.ts'
import { stateOf } from '../state.ts'
import { judgePercent, percentRange, quotient, rounded, type Percentage } from '../percent.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { OTHER, cellAt, columnAt, isMoney, partAt, printedAt, type RowView, type TableView } from '../view.ts'

/** A change column says how much one column is more than another, in per cent or in money. */
export const changeColumn: Rule = rule({
  id: 'change.column',
  class: 'identity',
  severity: 'error',
  run: (context) => changeColumns(context).changes,
})

/** A change of exactly 0 where the two columns differ was filled in and never computed. */
export const changePlaceholder: Rule = rule({
  id: 'change.placeholder',
  class: 'plausibility',
  severity: 'warning',
  run: (context) => changeColumns(context).placeholders,
})

const memory = Symbol('change columns')

type Changes = { changes: Series[]; placeholders: Series[] }

/** Both rules read the same cells: a printed 0 that is wrong is a placeholder, any other wrong change an error. */
function changeColumns(context: CheckContext): Changes {
  return remember(context, memory, () => {
    const found: Changes = { changes: [], placeholders: [] }
    for (const view of context.views) {
      for (const [at, column] of view.table.columns.entries()) {
        const compared = column.kind === 'change' ? comparedColumns(view, column) : null
        if (!compared) continue
        for (const row of view.rows) readChange(context, found, row, at, compared)
      }
    }
    return found
  })
}

type Compared = { from: number; to: number }

function comparedColumns(view: TableView, { compares }: Column): Compared | null {
  if (!compares) return null
  const find = (key: string): number => view.table.columns.findIndex((column) => column.key === key)
  const [from, to] = [find(compares.from), find(compares.to)]
  return from < 0 || to < 0 ? null : { from, to }
}

function readChange(
  context: CheckContext,
  found: Changes,
  row: RowView,
  at: number,
  { from, to }: Compared,
): void {
  const cell = cellAt(row, at)
  if (!cell?.value) return
  if (cell.value.isZero() && differs(row, from, to)) {
    const column = `column:${row.view.table.key}/${columnAt(row, at).key}`
    found.placeholders.push({ judged: [placeholder(context, row, at, { from, to })], about: [column] })
    return
  }
  const change = isMoney(row, at)
    ? judgeAmount(context, row, at, { from, to })
    : cell.unit === 'percent' && isMoney(row, from) && isMoney(row, to)
      ? judgeChange(context, changeColumn, { row, at }, { row, at: from }, { row, at: to })
      : null
  if (change) found.changes.push({ judged: [change] })
}

/** Whether what is compared cannot be the same, rounding counted. Figures that are no money are compared as printed. */
function differs(row: RowView, from: number, to: number): boolean {
  const [before, after] = [cellAt(row, from), cellAt(row, to)]
  if (!after?.value) return false
  if (row.view.state[row.offset + from] === OTHER || row.view.state[row.offset + to] === OTHER) {
    return before?.value ? !before.value.equals(after.value) : false
  }
  const { value, half } = rounded([term(row, to), term(row, from, -1)])
  // A change of 0,0 % of a large amount may hide some: the last printed digit of the percentage decides.
  const share = quotient({ value, half }, rounded([term(row, from)]))
  if (share === null) return Math.abs(value) > half
  const least = Math.min(Math.abs(share.low.toNumber()), Math.abs(share.high.toNumber()))
  const spans = share.low.isNegative() !== share.high.isNegative()
  return !spans && least > 0.001
}

function placeholder(context: CheckContext, row: RowView, at: number, { from, to }: Compared): Judged {
  const terms = [term(row, to), term(row, from, -1)]
  return stateOf(context, changePlaceholder, row, at, {
    outcome: 'finding',
    terms,
    computed: realChange(row, at, { from, to }),
    explain: () => ({
      key: isBlank(row, from) ? 'check.explain.placeholderFromBlank' : 'check.explain.placeholder',
      params: {
        printed: partAt(row, at).printed,
        from: partAt(row, from).printed,
        to: partAt(row, to).printed,
      },
    }),
  })
}

function isBlank(row: RowView, at: number): boolean {
  return (cellAt(row, at)?.value ?? null) === null
}

/** The change as it should have been printed; null where a percentage is of nothing. */
function realChange(row: RowView, at: number, { from, to }: Compared): Amount | null {
  const [before, after] = [cellAt(row, from)?.value ?? ZERO, cellAt(row, to)?.value ?? ZERO]
  const asAmount = isMoney(row, at) || row.view.state[row.offset + to] === OTHER
  if (asAmount) return after.minus(before)
  const range = percentRange({ over: rounded([term(row, to)]), under: rounded([term(row, from)]), plus: -1 })
  return range && round(range.exact, cellAt(row, at)?.decimals ?? 1)
}

function judgeAmount(context: CheckContext, row: RowView, at: number, { from, to }: Compared): Judged | null {
  if (!isMoney(row, from) || !isMoney(row, to)) return null
  return judge(context, changeColumn, term(row, at), [term(row, to), term(row, from, -1)])
}

type At = { row: RowView; at: number }

/** (to − from) / from in per cent; of a negative base too, so that a larger cost is a positive change. */
function judgeChange(context: CheckContext, self: Rule, change: At, from: At, to: At): Judged | null {
  const terms = [term(to.row, to.at), term(from.row, from.at, -1)]
  const percentage: Percentage = {
    over: rounded([term(to.row, to.at)]),
    under: rounded([term(from.row, from.at)]),
    plus: -1,
  }
  return judgePercent(context, self, change.row, change.at, percentage, terms, ({ low, high }) => ({
    key: 'check.explain.change',
    params: {
      from: printedAt(from.row, from.at) ?? 0,
      to: printedAt(to.row, to.at) ?? 0,
      low: round(low, 2).toNumber(),
      high: round(high, 2).toNumber(),
    },
  }))
}

/** Rows that say how much a sum has grown since the year before. */
export const changeFromPreviousYear: Rule = rule({
  id: 'change.previousYear',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.views.flatMap((view) => {
      const rows: Role[] = ['changeFromPreviousYear', 'changeFromPreviousYearPercent']
      return rows.flatMap((role) =>
        (view.byRole.get(role) ?? []).map((row) => ({ judged: growth(context, row) })),
      )
    }),
})

function growth(context: CheckContext, row: RowView): Judged[] {
  const of = grownRow(row)
  if (!of) return []
  return row.view.table.columns.flatMap((column, at) => {
    const cell = cellAt(row, at)
    if (!isYearColumn(column) || !cell?.value || !isMoney(of, at)) return []
    const judged = columnsBefore(row.view, column).flatMap((before) => {
      if (!isMoney(of, before)) return []
      const one = isMoney(row, at)
        ? judge(context, changeFromPreviousYear, term(row, at), [term(of, at), term(of, before, -1)])
        : cell.unit === 'percent'
          ? judgeChange(
              context,
              changeFromPreviousYear,
              { row, at },
              { row: of, at: before },
              { row: of, at },
            )
          : null
      return one ? [one] : []
    })
    const found = judged.find(({ check }) => check.outcome !== 'finding') ?? judged[0]
    return found ? [found] : []
  })
}

/** The total above, or the nearest sum. */
function grownRow(row: RowView): RowView | null {
  const above = row.view.rows.slice(0, row.index).toReversed()
  return (
    above.find((each) => each.row.role === 'totalTaxRevenue') ??
    above.find((each) => each.row.kind === 'sum') ??
    null
  )
}
