import type { Amount } from '../amount.ts'
import type { Book, TableKind, Unit } from '../book.ts'
import type { Role } from '../roles.ts'
import { bodyKey } from '../reading/bodies.ts'
import { isMoney, quantumOf, viewOf, type RowView, type TableView } from './view.ts'

/**
 * What every rule is given: the book, indexed once. Rules ask it for tables by kind and rows by role, and keep
 * what they infer in `remembered`, so that no two of them work it out twice.
 */
export type CheckContext = {
  book: Book
  /** The power of ten, in kronor, of what amounts are counted in. */
  quantum: number
  views: TableView[]
  byKind: ReadonlyMap<TableKind, TableView[]>
  /** Statements that belong together: one for the whole, one more for each body that prints statements of its own. */
  families: Family[]
  remembered: Map<symbol, unknown>
  /** Tolerances as amounts, made once each. */
  tolerances: Map<Unit, Map<number, Amount>>
}

/** The statements of one body (usually the whole region or municipality). */
export type Family = { body: string; byKind: ReadonlyMap<TableKind, TableView[]> }

/** Kinds where `body` says whose row-less table it is, not whose statements these are. */
const ofOneBody: ReadonlySet<TableKind> = new Set(['unitResult', 'chapterAdjustments'])

/** Reads the book once for all rules. */
export function contextOf(book: Book): CheckContext {
  const quantum = quantumOf(book)
  // A table without columns says nothing.
  const views = book.tables.filter(({ columns }) => columns.length > 0).map((table) => viewOf(table, quantum))
  const whole = bodyKey(book.jurisdiction)
  const families = Map.groupBy(
    views.filter((view) => !ofOneBody.has(view.table.kind)),
    ({ table }) => {
      const body = table.body === null ? '' : bodyKey(table.body)
      return body === whole ? '' : body
    },
  )
  return {
    book,
    quantum,
    views,
    byKind: groupByKind(views),
    families: [...families].map(([body, members]) => ({ body, byKind: groupByKind(members) })),
    remembered: new Map(),
    tolerances: new Map(),
  }
}

function groupByKind(views: readonly TableView[]): ReadonlyMap<TableKind, TableView[]> {
  return Map.groupBy(views, (view) => view.table.kind)
}

/** The tables of a kind in the whole book or in one family; none gives an empty list. */
export function tablesOf(of: CheckContext | Family, kind: TableKind): TableView[] {
  return of.byKind.get(kind) ?? []
}

/** What `make` finds, worked out at the first call with the key and kept for the other rules. */
export function remember<Value>(context: CheckContext, key: symbol, make: () => Value): Value {
  if (!context.remembered.has(key)) context.remembered.set(key, make())
  return context.remembered.get(key) as Value
}

/** The first row with the role in the first table that has one. */
export function rowOf(views: readonly TableView[], role: Role): RowView | undefined {
  for (const view of views) {
    const row = view.byRole.get(role)?.[0]
    if (row) return row
  }
  return undefined
}

/** The columns in which the row prints an amount. */
export function printedColumns(row: RowView): number[] {
  return row.view.table.columns.flatMap((_, at) => (isMoney(row, at) ? [at] : []))
}
