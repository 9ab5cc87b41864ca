import type { Role } from '../../roles.ts'
import { BLANK, MONEY, scaledAt, type RowView, type TableView } from '../view.ts'

/** Roles whose figures are costs: negative where costs are printed with their sign. */
const costs: ReadonlySet<Role> = new Set([
  'personnelCosts',
  'pensionCosts',
  'purchasedCare',
  'purchasedTransport',
  'purchasedServices',
  'grantsGiven',
  'otherCosts',
  'operatingCosts',
  'depreciation',
  'netCost',
  'interestCosts',
  'pensionFinancialCosts',
  'unitCosts',
  'unitCostLine',
  'totalCosts',
])

export function isCost(role: Role | null): boolean {
  return role !== null && costs.has(role)
}

const polarities = new WeakMap<TableView, Int8Array>()

/**
 * By row: −1 for costs that are printed without their sign in a table that prints costs so, else 1. Sums are
 * then `polarity · sum = Σ polarity · row` in either convention.
 */
export function polaritiesOf(view: TableView): Int8Array {
  const known = polarities.get(view)
  if (known) return known
  const found = new Int8Array(view.rows.length).fill(1)
  const signs = view.rows.map((row) => (isCost(row.row.role) ? signOf(row) : 0))
  // The table decides first: one cost that turned to an income for a year is no convention.
  const unsigned = signs.filter((sign) => sign > 0).length > signs.filter((sign) => sign < 0).length
  if (unsigned) for (const [at, sign] of signs.entries()) if (sign > 0) found[at] = -1
  polarities.set(view, found)
  return found
}

/** The sign most of the row's amounts have: 1, −1, or 0 for neither. */
export function signOf(row: RowView): number {
  let balance = 0
  for (let column = 0; column < row.view.table.columns.length; column++) {
    balance += Math.sign(scaledAt(row, column))
  }
  return Math.sign(balance)
}

/** Whether the row prints any amount of money. */
export function hasMoney(row: RowView): boolean {
  const width = row.view.table.columns.length
  for (let at = row.offset; at < row.offset + width; at++) if (row.view.state[at] === MONEY) return true
  return false
}

/** Whether nothing at all is printed in the row: a heading. */
export function isEmpty(row: RowView): boolean {
  const width = row.view.table.columns.length
  for (let at = row.offset; at < row.offset + width; at++) if (row.view.state[at] !== BLANK) return false
  return true
}
