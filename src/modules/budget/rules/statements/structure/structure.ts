import type { Table } from '../../book.ts'
import { addBodies } from './add-bodies.ts'
import { addBalance, addFinancingBudget, addRollForward } from './add-links.ts'
import { addOfWhichRows } from './add-of-which.ts'
import { addStatement, roleKey } from './add-statement.ts'
import { addUnit, type Unit } from './add-units.ts'
import { bodyRows, type BodyRow } from './body.ts'
import type { StatementSettings } from '../columns.ts'
import { Draft, type Step } from './draft.ts'
import { message } from '../message.ts'
import type { Quantities } from './quantity.ts'
import { recipes } from './recipes.ts'

/** A set of statements understood: which figure each row prints and how the figures depend on one another. */
export type Structure = {
  tables: readonly Table[]
  settings: StatementSettings
  quantities: Quantities
  /** Every quantity after those its first formula sums up. */
  order: readonly number[]
  appropriations: readonly BodyRow[]
  requirements: readonly BodyRow[]
  units: readonly Unit[]
  steps: readonly Step[]
}

/**
 * Finds the quantities of a book's statements. Tables of unknown kind, the adjustment summary and the chapters' lists
 * take no part: the first print nothing that can be followed, the others are compiled from the version itself.
 */
export function structureOf(tables: readonly Table[], settings: StatementSettings): Structure {
  const draft = new Draft(tables, settings)
  for (const kind of ['incomeStatement', 'taxRevenue', 'cashFlow'] as const) {
    const main = onlyMain(draft, kind)
    if (main === null) continue
    addStatement(draft, main, recipes[kind])
    if (kind === 'cashFlow') addRollForward(draft, main, 'openingCash', 'closingCash')
    else addOfWhichRows(draft, main)
  }
  const balanceSheet = onlyMain(draft, 'balanceSheet')
  if (balanceSheet !== null) {
    addStatement(draft, balanceSheet, recipes.balanceSheet, { cashAndBank: roleKey('closingCash') })
    addRollForward(draft, balanceSheet, 'otherEquity', 'equity')
    addBalance(draft)
  }
  const financingBudget = onlyMain(draft, 'financingBudget')
  if (financingBudget !== null) {
    addFinancingBudget(draft, financingBudget)
    addOfWhichRows(draft, financingBudget)
  }
  const lists = (kind: 'appropriations' | 'resultRequirements'): BodyRow[] => {
    const at = onlyMain(draft, kind)
    if (at === null) return []
    addBodies(draft, at)
    return bodyRows(draft, at)
  }
  const appropriations = lists('appropriations')
  const requirements = lists('resultRequirements')
  const units = draft
    .ofKind('unitResult')
    .flatMap(({ at }) => addUnit(draft, at, appropriations, requirements) ?? [])
  const sensitivity = onlyMain(draft, 'sensitivityAnalysis')
  if (sensitivity !== null) addSensitivity(draft, sensitivity, units)
  const { quantities, steps } = draft
  return {
    tables,
    settings,
    quantities,
    order: quantities.inOrder(),
    appropriations,
    requirements,
    units,
    steps,
  }
}

/** The table of a kind that is followed: the first. Another one of the same kind stays as it was printed, and that is said. */
function onlyMain(draft: Draft, kind: Table['kind']): number | null {
  const [main, ...others] = draft.ofKind(kind)
  for (const { table } of others)
    draft.structure(message('statements.structure.tableLeft', { table: table.title }), table, null)
  return main?.at ?? null
}

/** The ticket revenue of a sensitivity analysis is that of a unit, when their figures agree. */
function addSensitivity(draft: Draft, tableAt: number, units: readonly Unit[]): void {
  const table = draft.tables[tableAt]
  const at = table?.rows.findIndex((row) => row.role === 'ticketRevenue') ?? -1
  const ticketKey = units
    .flatMap((unit) => (unit.tickets === null ? [] : [draft.quantities.all[unit.tickets]?.key ?? '']))
    .find((key) => sameTickets(draft, tableAt, at, key))
  if (at >= 0) draft.rowQuantity(tableAt, at, ticketKey ?? null)
  addStatement(draft, tableAt, recipes.sensitivityAnalysis)
  for (const [rowAt, row] of (table?.rows ?? []).entries()) {
    const known = row.role === null ? null : draft.quantities.find(roleKey(row.role))
    if (row.role !== null && known !== null) draft.rowQuantity(tableAt, rowAt, roleKey(row.role))
  }
}

function sameTickets(draft: Draft, tableAt: number, rowAt: number, key: string): boolean {
  const quantity = draft.quantities.find(key)
  const place = draft.quantities.places.find((each) => each.quantity === quantity)
  const row = draft.tables[tableAt]?.rows[rowAt]
  const other = draft.tables[place?.table ?? -1]?.rows[place?.row ?? -1]
  if (place === undefined || row === undefined || other === undefined) return false
  return (draft.columns[tableAt] ?? []).every((column, year) => {
    const mine = row.cells[column]?.value
    const theirs = other.cells[place.columns[year] ?? -1]?.value
    return mine === null || mine === undefined || (theirs !== null && theirs !== undefined && mine.eq(theirs))
  })
}
