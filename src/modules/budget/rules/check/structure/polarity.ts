import { costRoles, type Role } from '../../roles.ts'
import { BLANK, MONEY, scaledAt, type RowView, type TableView } from '../view.ts'

export function isCost(role: Role | null): boolean {
  return role !== null && costRoles.has(role)
}

/** What may keep its sign where costs are printed without: nothing, the net cost, the financial costs, or both. */
const exceptions: readonly (readonly (Role | null)[])[] = [
  [],
  ['netCost'],
  ['interestCosts', 'pensionFinancialCosts'],
  ['netCost', 'interestCosts', 'pensionFinancialCosts'],
]

/**
 * How the costs of a table may be printed, as a factor a row: −1 for costs printed without their sign, else 1. Sums
 * are then `factor · sum = Σ factor · row`. The likeliest comes first: what most cost rows show; then all with
 * their sign, all or nearly all without. One cost that turned to an income is no convention.
 */
export function signConventions(view: TableView): Int8Array[] {
  const plain = new Int8Array(view.rows.length).fill(1)
  const signs = view.rows.map((row) => (isCost(row.row.role) ? signOf(row) : 0))
  if (!signs.some((sign) => sign > 0)) return [plain]
  const unsigned = signs.filter((sign) => sign > 0).length > signs.filter((sign) => sign < 0).length
  const turned = (isTurned: (row: RowView, at: number) => boolean): Int8Array =>
    Int8Array.from(view.rows, (row, at) => (isTurned(row, at) ? -1 : 1))
  const likeliest = unsigned ? turned(({ row }, at) => isCost(row.role) && (signs[at] ?? 0) >= 0) : plain
  return [
    likeliest,
    plain,
    ...exceptions.map((kept) => turned(({ row }) => isCost(row.role) && !kept.includes(row.role))),
  ]
}

/** The sign of the row's amounts taken together: 1, −1, or 0. A small amount with the other sign decides nothing. */
export function signOf(row: RowView): number {
  let total = 0
  for (let column = 0; column < row.view.table.columns.length; column++) total += scaledAt(row, column)
  return Math.sign(total)
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
