import type { Row, Table } from '../../book.ts'
import { sameBody, SAME_BODY } from '../../reading/bodies.ts'
import type { Role } from '../../roles.ts'
import { addOfWhichRows } from './add-of-which.ts'
import { addStatement } from './add-statement.ts'
import { commonColumns } from '../columns.ts'
import { matchBody, type BodyRow } from './body.ts'
import { isSummable, rowKey, type Draft } from './draft.ts'
import { believed, sameEvidence } from './fits.ts'
import { message } from '../message.ts'
import { plusTerm } from './quantity.ts'
import { recipes } from './recipes.ts'

/** One unit's table of income, costs and result, as quantities; null where it prints no such row. */
export type Unit = {
  tableAt: number
  label: string
  income: number | null
  tickets: number | null
  /** All its costs, when its result is computed from them. */
  costsTotal: number | null
  /** The rows a change of costs can land on, with their labels; empty when the result is not computed from costs. */
  costs: { quantity: number; label: string }[]
  /**
   * Parts of the costs that are named like parts of the appropriation, by that part's quantity. One that prints the
   * same figures is `tied`: it is that part, spent, and follows it.
   */
  costParts: { quantity: number; part: number; tied: boolean }[]
  result: number | null
  /** Whose appropriation it receives, as a row of the appropriations. */
  appropriation: BodyRow | null
  /** Its row among the result requirements. */
  requirement: BodyRow | null
}

/**
 * Finds the quantities of a unit's table. Its appropriation and its result are the same quantities as in the tables
 * of appropriations and result requirements, where the figures or the names tell which rows those are.
 */
export function addUnit(
  draft: Draft,
  tableAt: number,
  appropriations: readonly BodyRow[],
  requirements: readonly BodyRow[],
): Unit | null {
  const table = draft.tables[tableAt]
  if (table === undefined) return null
  const label = table.body ?? table.title
  const rowOf = (role: Role): number => table.rows.findIndex((row) => row.role === role && isSummable(row))

  const appropriationAt = rowOf('appropriationIncome')
  const appropriationRow = table.rows[appropriationAt]
  const appropriation =
    appropriationRow === undefined ? null : matchBody(draft, table, appropriationRow, [label], appropriations)
  if (appropriation !== null)
    draft.rowQuantity(tableAt, appropriationAt, draft.quantities.all[appropriation.quantity]?.key ?? null)

  const resultAt = rowOf('unitResult')
  const resultRow = table.rows[resultAt]
  const names = appropriation === null ? [label] : [appropriation.row.label, label]
  const requirement = resultRow === undefined ? null : matchBody(draft, table, resultRow, names, requirements)
  if (requirement !== null)
    draft.rowQuantity(tableAt, resultAt, draft.quantities.all[requirement.quantity]?.key ?? null)

  tellStructure(draft, table, label, appropriation)
  for (const [at, row] of table.rows.entries())
    if (isUnitRow(row)) draft.rowQuantity(tableAt, at, rowKey(table, row))
  addStatement(draft, tableAt, recipes.unitResult, privateRows(table))
  addOfWhichRows(draft, tableAt)
  addPensionEffect(draft, table, tableAt)

  const quantityOf = (role: Role): number | null => draft.quantities.at(tableAt, rowOf(role))
  const income = quantityOf('unitIncome')
  const costs = quantityOf('unitCosts')
  const result = quantityOf('unitResult')
  const computed = result !== null && costs !== null && draft.quantities.partsOf(result).includes(costs)
  return {
    tableAt,
    label,
    income,
    tickets: quantityOf('ticketRevenue'),
    costsTotal: computed ? costs : null,
    costs: computed ? costLeaves(draft, tableAt, costs) : [],
    costParts: computed ? costParts(draft, tableAt, costs, appropriation, appropriations) : [],
    result,
    appropriation,
    requirement,
  }
}

const unitRoles = new Set<Role>(['unitIncome', 'unitCosts', 'unitCostLine', 'ticketRevenue', 'unitResult'])

function isUnitRow(row: Row): boolean {
  return row.role !== null && unitRoles.has(row.role) && isSummable(row)
}

/** A unit's rows mean the unit's own figures: their keys carry the table. */
function privateRows(table: Table): Partial<Record<Role, string>> {
  const alias: Partial<Record<Role, string>> = {}
  for (const role of unitRoles) {
    const row = table.rows.find((each) => each.role === role)
    if (row !== undefined) alias[role] = rowKey(table, row)
  }
  return alias
}

/** "Result excluding pension effect" is the result plus an effect that no row prints. */
function addPensionEffect(draft: Draft, table: Table, tableAt: number): void {
  const at = table.rows.findIndex((row) => row.role === 'unitResultExcludingPension')
  const result = draft.quantities.at(
    tableAt,
    table.rows.findIndex((row) => row.role === 'unitResult'),
  )
  const row = table.rows[at]
  if (row === undefined || result === null) return
  const effect = draft.quantities.rest(`rest:${table.key}/${row.key}`, 'any')
  draft.quantities.sum(draft.rowQuantity(tableAt, at), [plusTerm(result), plusTerm(effect)])
}

/** The rows a change of costs can land on: the cost lines, or the costs themselves (their rest, where parts are named). */
function costLeaves(draft: Draft, tableAt: number, costs: number): Unit['costs'] {
  const table = draft.tables[tableAt]
  const lines = (table?.rows ?? []).flatMap((row, at) => {
    const quantity = draft.quantities.at(tableAt, at)
    return quantity !== null && row.kind === 'line' && draft.quantities.partsOf(costs).includes(quantity)
      ? [{ quantity, label: row.label }]
      : []
  })
  return lines.length > 0 ? lines : [{ quantity: costs, label: '' }]
}

/** Of-which rows of the costs that bear the name of a part of the same appropriation. */
function costParts(
  draft: Draft,
  tableAt: number,
  costs: number,
  appropriation: BodyRow | null,
  appropriations: readonly BodyRow[],
): Unit['costParts'] {
  const table = draft.tables[tableAt]
  if (appropriation === null || table === undefined) return []
  const partsOf = new Set(draft.quantities.partsOf(appropriation.quantity))
  const parts = appropriations.filter((each) => partsOf.has(each.quantity))
  const inCosts = new Set(draft.quantities.partsOf(costs))
  return table.rows.flatMap((row, at) => {
    const quantity = draft.quantities.at(tableAt, at)
    if (quantity === null || row.kind !== 'ofWhich' || !inCosts.has(quantity)) return []
    const part = parts.find((each) => sameBody(each.row.label, row.label) >= SAME_BODY)
    if (part === undefined) return []
    return [{ quantity, part: part.quantity, tied: tie(draft, table, row, quantity, costs, part) }]
  })
}

/**
 * Makes a part of the costs the part of the appropriation it spends, when most columns print the same figures. Only
 * where something else is left of the costs: what does not come from the appropriation has to be somewhere.
 */
function tie(draft: Draft, table: Table, row: Row, quantity: number, costs: number, part: BodyRow): boolean {
  const hasRest = draft.quantities
    .partsOf(costs)
    .some((each) => draft.quantities.all[each]?.unprinted !== null)
  if (!hasRest) return false
  for (const sign of [-1, 1] as const) {
    const evidence = sameEvidence(row, part.row, commonColumns(table, part.table), draft.settings.unit, sign)
    if (!believed(evidence)) continue
    draft.quantities.sum(quantity, [{ of: part.quantity, sign, previous: false }])
    return true
  }
  return false
}

function tellStructure(draft: Draft, table: Table, label: string, appropriation: BodyRow | null): void {
  if (appropriation === null || sameBody(label, appropriation.row.label) >= SAME_BODY) return
  draft.structure(
    message('statements.structure.appropriationOf', { unit: label, board: appropriation.row.label }),
    table,
    null,
  )
}
