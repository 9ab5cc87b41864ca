import type { Column, TableKind } from '../book.ts'
import { isYearColumn, sameColumn } from './columns.ts'
import { remember, tablesOf, type CheckContext } from './context.ts'
import { columnAt, halfAt, isMoney, scaledAt, type RowView, type TableView } from './view.ts'
import { bodyKeyOf } from './words.ts'

/** A unit's own table and the rows that speak of the unit elsewhere. */
export type UnitRows = {
  view: TableView
  name: string
  appropriation: RowView | null
  requirement: RowView | null
}

const memory = Symbol('unit matching')

/**
 * Finds for every unit table the row of the appropriations and of the result requirements that is about the same
 * unit: by name (however it is inflected), and where the name leads nowhere or to a row that agrees in no year, by
 * the appropriation itself: an office may print what its board is given (an audit office the audit board's).
 */
export function matchUnits(context: CheckContext): UnitRows[] {
  return remember(context, memory, () => {
    const appropriations = bodyRows(context, 'appropriations')
    const requirements = bodyRows(context, 'resultRequirements')
    const units = (context.byKind.get('unitResult') ?? []).map((view) => {
      const name = view.table.body ?? view.table.title
      return { view, name, key: bodyKeyOf(name), income: view.byRole.get('appropriationIncome')?.[0] ?? null }
    })
    const taken = new Set<RowView>()
    const amounts = new AmountIndex(appropriations.rows)
    const named = units.map(({ key, income }) => {
      const row = bestByName(appropriations.byKey.get(key) ?? [], income)
      if (row) taken.add(row)
      return row
    })
    return units.map(({ view, name, key, income }, at) => {
      const appropriation = named[at] ?? (income ? byAmounts(amounts, income, taken) : null)
      const result = view.byRole.get('unitResult')?.[0] ?? null
      const other = appropriation ? bodyKeyOf(appropriation.row.label) : key
      const rows = requirements.byKey.get(key) ?? requirements.byKey.get(other) ?? []
      return { view, name, appropriation, requirement: mostAgreeing(rows, result) }
    })
  })
}

type BodyRows = { rows: RowView[]; byKey: Map<string, RowView[]> }

/** Rows that are about a body: lines and of-which rows, by the body's key. */
function bodyRows(context: CheckContext, kind: TableKind): BodyRows {
  const rows = tablesOf(context, kind).flatMap((view) =>
    view.rows.filter((row) => row.row.kind === 'line' || row.row.kind === 'ofWhich'),
  )
  return { rows, byKey: Map.groupBy(rows, (row) => bodyKeyOf(row.row.label)) }
}

/** Of the rows with the name the one that agrees best; none when it agrees nowhere though both print amounts. */
function bestByName(rows: readonly RowView[], income: RowView | null): RowView | null {
  const best = mostAgreeing(rows, income)
  if (!best || !income) return best
  const { telling, agreeing } = agreement(income, best)
  return telling > 1 && agreeing === 0 ? null : best
}

function mostAgreeing(rows: readonly RowView[], row: RowView | null): RowView | null {
  const [first] = rows
  if (!first || rows.length === 1 || !row) return first ?? null
  const agreeing = rows.map((each) => agreement(row, each).agreeing)
  return rows[agreeing.indexOf(Math.max(...agreeing))] ?? first
}

/** The only row not named by another unit that agrees in every year, or in all of at least three but one. */
function byAmounts(index: AmountIndex, income: RowView, taken: ReadonlySet<RowView>): RowView | null {
  let found: RowView | null = null
  let most = 0
  let several = false
  for (const row of index.near(income)) {
    if (taken.has(row)) continue
    const { telling, agreeing } = agreement(income, row, 1)
    if (agreeing < 2 || agreeing < telling - 1 || agreeing < most) continue
    several = agreeing === most
    found = row
    most = agreeing
  }
  return several ? null : found
}

/** Rows by their amounts in a year, counted in steps of the last digit that another table prints. */
class AmountIndex {
  readonly #rows: readonly RowView[]
  readonly #bySteps = new Map<string, Map<number, RowView[]>>()

  constructor(rows: readonly RowView[]) {
    this.#rows = rows
  }

  /** The rows that agree with `row` in one of the first two years in which it prints something. */
  near(row: RowView): Set<RowView> {
    const columns = row.view.table.columns.flatMap((column, at) =>
      isYearColumn(column) && scaledAt(row, at) !== 0 ? [at] : [],
    )
    return new Set(columns.slice(0, 2).flatMap((at) => this.#agreeing(row, at)))
  }

  #agreeing(row: RowView, at: number): RowView[] {
    const column = columnAt(row, at)
    const step = 2 * halfAt(row, at)
    const key = `${column.year}/${column.kind}/${step}`
    const known = this.#bySteps.get(key) ?? this.#indexed(column, step)
    this.#bySteps.set(key, known)
    const steps = Math.round(scaledAt(row, at) / step)
    return [steps - 1, steps, steps + 1].flatMap((each) => known.get(each) ?? [])
  }

  #indexed(column: Column, step: number): Map<number, RowView[]> {
    const bySteps = new Map<number, RowView[]>()
    for (const row of this.#rows) {
      const there = sameColumn(row.view, column)
      if (there < 0 || scaledAt(row, there) === 0) continue
      const steps = Math.round(scaledAt(row, there) / step)
      const rows = bySteps.get(steps)
      if (rows) rows.push(row)
      else bySteps.set(steps, [row])
    }
    return bySteps
  }
}

/**
 * In how many years either prints something else than 0, and in how many of them they agree within rounding. Stops
 * counting after more than `most` years that do not agree.
 */
function agreement(one: RowView, other: RowView, most = Infinity): { telling: number; agreeing: number } {
  const count = { telling: 0, agreeing: 0 }
  for (const [at, column] of one.view.table.columns.entries()) {
    if (!isYearColumn(column) || !isMoney(one, at)) continue
    const there = sameColumn(other.view, column)
    if (there < 0 || !isMoney(other, there)) continue
    const [a, b] = [scaledAt(one, at), scaledAt(other, there)]
    if (a === 0 && b === 0) continue
    count.telling++
    if (Math.abs(a - b) <= halfAt(one, at) + halfAt(other, there)) count.agreeing++
    else if (count.telling - count.agreeing > most) return count
  }
  return count
}
