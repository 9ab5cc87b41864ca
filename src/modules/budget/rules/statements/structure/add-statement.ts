import type { Row, Table } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { commonColumns } from '../columns.ts'
import { isSummable, type Draft } from './draft.ts'
import { believed, sameEvidence, uncontradicted } from './fits.ts'
import { message } from '../message.ts'
import { plusTerm, type Term } from './quantity.ts'
import { expand, type Recipe } from './recipes.ts'
import { fittingSigns } from './signs.ts'

/** The quantity of a role that means the same in every statement: `role:taxRevenue`. */
export function roleKey(role: Role): string {
  return `role:${role}`
}

/**
 * Finds a statement's quantities by role: each known row prints one, and each sum is a sum of the rows its recipe
 * names. Where most columns say that a sum is something else, the remainder is kept beside it as a leaf of its own,
 * so that nothing printed is lost.
 * @param alias the key of a row's quantity where it is another than its role's own (cash in the balance sheet is the
 *   closing cash of the cash flow)
 */
export function addStatement(draft: Draft, tableAt: number, recipe: Recipe, alias: Alias = {}): void {
  const table = draft.tables[tableAt]
  if (table === undefined) return
  const names = (role: Role): boolean => recipe[role] !== undefined
  const known = new Set<Role>([...(Object.keys(recipe) as Role[]), ...Object.values(recipe).flat()])
  const present = new Set<Role>()
  for (const [at, row] of table.rows.entries()) {
    if (row.role === null || !known.has(row.role) || !isSummable(row)) continue
    if (row.kind === 'ofWhich' && row.role !== 'resultOfTheYear') continue
    const first = !present.has(row.role)
    present.add(row.role)
    const key = alias[row.role] ?? roleKey(row.role)
    draft.rowQuantity(tableAt, at, first && isSameFigure(draft, tableAt, row, key) ? key : null)
  }
  const claimed = new Set<number>()
  let blockStart = 0
  for (const [at, row] of table.rows.entries()) {
    if (row.role === null || !names(row.role) || draft.quantities.at(tableAt, at) === null) continue
    const parts = partsOf(table, at, blockStart, expand(recipe, row.role, present), claimed)
    if (parts.known.length > 0) addSum(draft, tableAt, at, parts, claimed)
    blockStart = at + 1
  }
}

export type Alias = Partial<Record<Role, string>>

/**
 * Is the row the same figure as the rows that print the quantity already? The result of the year always is, by law;
 * others unless most columns speak against it, where the compiled years alone are enough to tell.
 */
function isSameFigure(draft: Draft, tableAt: number, row: Row, key: string): boolean {
  const table = draft.tables[tableAt]
  const quantity = draft.quantities.find(key)
  if (quantity === null || row.role === 'resultOfTheYear' || table === undefined) return true
  return draft.quantities.places.every((place) => {
    if (place.quantity !== quantity) return true
    const other = draft.tables[place.table]
    const otherRow = other?.rows[place.row]
    if (other === undefined || otherRow === undefined) return true
    const { unit, years } = draft.settings
    const columns = commonColumns(table, other)
    const compiled = columns.filter(([at]) => years.includes(table.columns[at]?.year ?? 0))
    return (
      believed(sameEvidence(row, otherRow, compiled, unit)) ||
      uncontradicted(sameEvidence(row, otherRow, columns, unit))
    )
  })
}

/** Which rows a sum may add up: those of its roles, and rows of unknown meaning that stand right above it. */
function partsOf(
  table: Table,
  sumAt: number,
  blockStart: number,
  of: readonly Role[],
  claimed: ReadonlySet<number>,
): Parts {
  const known: number[] = []
  const free = (at: number): boolean => at !== sumAt && !claimed.has(at)
  for (const role of of) {
    const rows: number[] = []
    for (const [at, row] of table.rows.entries()) {
      if (
        row.role === role &&
        free(at) &&
        isSummable(row) &&
        (row.kind !== 'ofWhich' || role === 'resultOfTheYear')
      )
        rows.push(at)
    }
    const inBlock = rows.filter((at) => at >= blockStart && at < sumAt)
    const nearest = rows.findLast((at) => at < sumAt) ?? rows[0]
    if (inBlock.length > 0) known.push(...inBlock)
    else if (nearest !== undefined) known.push(nearest)
  }
  const section = table.rows[sumAt]?.section ?? null
  const unknown: number[] = []
  for (let at = blockStart; at < sumAt; at++) {
    const row = table.rows[at]
    if (row?.role === null && row.kind === 'line' && row.section === section && isSummable(row) && free(at))
      unknown.push(at)
  }
  return { known, unknown }
}

type Parts = { known: number[]; unknown: number[] }

function addSum(draft: Draft, tableAt: number, sumAt: number, parts: Parts, claimed: Set<number>): void {
  const table = draft.tables[tableAt]
  const sum = table?.rows[sumAt]
  if (table === undefined || sum === undefined) return
  const rowsAt = (places: readonly number[]): Row[] => places.flatMap((at) => table.rows[at] ?? [])
  const { unit } = draft.settings
  let places = [...parts.known, ...parts.unknown].sort((a, b) => a - b)
  let signs = fittingSigns(table, sum, rowsAt(places), unit)
  if (signs === null && parts.unknown.length > 0) {
    places = parts.known.toSorted((a, b) => a - b)
    signs = fittingSigns(table, sum, rowsAt(places), unit)
  }
  const terms = places.map((at, index): Term => ({
    of: draft.rowQuantity(tableAt, at),
    sign: signs?.[index] ?? 1,
    previous: false,
  }))
  const quantity = draft.rowQuantity(tableAt, sumAt)
  if (signs === null) {
    terms.push(plusTerm(draft.quantities.rest(`rest:${table.key}/${sum.key}`, 'any')))
    draft.structure(
      message('statements.structure.restKept', { table: table.title, row: sum.label }),
      table,
      sum,
    )
  }
  for (const at of places) claimed.add(at)
  draft.quantities.sum(quantity, terms)
}
