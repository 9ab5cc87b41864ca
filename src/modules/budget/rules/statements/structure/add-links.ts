import type { Row, Table } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { roleKey } from './add-statement.ts'
import { openingColumn } from '../columns.ts'
import { isSummable, type Draft } from './draft.ts'
import { believed, sameEvidence, sumEvidence, type SignedRow } from './fits.ts'
import type { Term } from './quantity.ts'

/** Opening is last year's closing: where most of the compiled years print it so, it is computed so. */
export function addRollForward(draft: Draft, tableAt: number, opening: Role, closing: Role): void {
  const table = draft.tables[tableAt]
  const openingAt = onlyRow(table, opening)
  const closingAt = onlyRow(table, closing)
  const openingRow = table?.rows[openingAt]
  const closingRow = table?.rows[closingAt]
  if (table === undefined || openingRow === undefined || closingRow === undefined) return
  const columns = [openingColumn(table, draft.settings.years), ...(draft.columns[tableAt] ?? [])]
  const pairs = columns.slice(1).flatMap((column, at): [number, number][] => {
    const before = columns[at] ?? -1
    return column < 0 || before < 0 ? [] : [[column, before]]
  })
  if (pairs.length === 0 || !believed(sameEvidence(openingRow, closingRow, pairs, draft.settings.unit)))
    return
  const of = draft.rowQuantity(tableAt, closingAt)
  draft.quantities.sum(draft.rowQuantity(tableAt, openingAt), [{ of, sign: 1, previous: true }])
}

/** Assets = equity + provisions + liabilities (LKBR 6): one figure with two ways of summing it up. */
export function addBalance(draft: Draft): void {
  const assets = draft.quantities.find(roleKey('totalAssets'))
  const claims = draft.quantities.find(roleKey('equityAndLiabilities'))
  if (assets !== null && claims !== null)
    draft.quantities.sum(claims, [{ of: assets, sign: 1, previous: false }])
}

/** The ways the investments are paid for, which together are the investments. */
const financingRoles = [
  'ownLiquidityFinancing',
  'coFinancing',
  'loanFinancing',
] as const satisfies readonly Role[]

/**
 * Financing budget: investments are paid for by own liquidity, co-financing and loans. Financing is printed with the
 * opposite sign or with the same one; the arithmetic tells which. Where neither fits, nothing is tied together.
 */
export function addFinancingBudget(draft: Draft, tableAt: number): void {
  const table = draft.tables[tableAt]
  const investmentsAt = onlyRow(table, 'investments')
  const investments = table?.rows[investmentsAt]
  if (table === undefined || investments === undefined) return
  const rows = financingRoles.flatMap((role) => {
    const at = onlyRow(table, role)
    return at < 0 ? [] : [at]
  })
  if (rows.length === 0) return
  draft.rowQuantity(tableAt, investmentsAt, roleKey('investments'))
  for (const at of rows) draft.rowQuantity(tableAt, at, roleKey(table.rows[at]?.role ?? 'investments'))
  for (const sign of [-1, 1] as const) {
    const signed = rows.flatMap((at): SignedRow[] => {
      const row = table.rows[at]
      return row === undefined ? [] : [{ row, sign }]
    })
    if (!believed(sumEvidence(table, investments, signed, draft.settings.unit))) continue
    const terms = rows.map((at): Term => ({ of: draft.rowQuantity(tableAt, at), sign, previous: false }))
    draft.quantities.sum(draft.rowQuantity(tableAt, investmentsAt), terms)
    return
  }
}

/** The place of the one row with that role; −1 when there is none, or several to choose among. */
function onlyRow(table: Table | undefined, role: Role): number {
  const found = (table?.rows ?? []).flatMap((row: Row, at) =>
    row.role === role && isSummable(row) ? [at] : [],
  )
  return found.length === 1 ? (found[0] ?? -1) : -1
}
