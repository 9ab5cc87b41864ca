import type { Row, Table, Unit } from '../../book.ts'
import { believed, partEvidence, sumEvidence } from './fits.ts'
import { isSummable, type Draft } from './draft.ts'
import { plusTerm, type Quantity } from './quantity.ts'

/** A row and the of-which rows that belong to it, as places in the table. */
export type OfWhichGroup = { whole: number; parts: number[] }

/** Which of-which rows belong to which row: the nearest row above with less indentation, else the nearest line above. */
export function ofWhichGroups(table: Table): OfWhichGroup[] {
  const groups = new Map<number, number[]>()
  for (const [at, row] of table.rows.entries()) {
    if (row.kind !== 'ofWhich') continue
    const whole = wholeOf(table, at)
    if (whole < 0) continue
    const parts = groups.get(whole)
    if (parts === undefined) groups.set(whole, [at])
    else parts.push(at)
  }
  return [...groups].map(([whole, parts]) => ({ whole, parts }))
}

function wholeOf(table: Table, at: number): number {
  const row = table.rows[at]
  for (let above = at - 1; above >= 0; above--) {
    const other = table.rows[above]
    if (row === undefined || other === undefined || other.kind === 'memo') continue
    if (other.kind !== 'ofWhich') return above
    if (other.level < row.level) return above
  }
  return -1
}

/**
 * Makes every whole with of-which rows the sum of its parts; where they are not all of it, of a rest that no row
 * prints. A whole that is a sum already keeps that as its first way of being computed.
 */
export function addOfWhichRows(draft: Draft, tableAt: number): void {
  const table = draft.tables[tableAt]
  if (table === undefined) return
  for (const group of ofWhichGroups(table)) {
    const whole = table.rows[group.whole]
    if (whole === undefined || !isSummable(whole)) continue
    const summed = new Set(draft.quantities.partsOf(draft.quantities.at(tableAt, group.whole)))
    const parts = group.parts.filter((at) => {
      const row = table.rows[at]
      const quantity = draft.quantities.at(tableAt, at)
      return row !== undefined && isSummable(row) && (quantity === null || !summed.has(quantity))
    })
    addParts(draft, tableAt, group.whole, parts)
  }
}

/** Makes the whole a sum of the given part rows, and of a rest unless they are all of it. */
export function addParts(draft: Draft, tableAt: number, wholeAt: number, parts: readonly number[]): void {
  const table = draft.tables[tableAt]
  const whole = table?.rows[wholeAt]
  if (table === undefined || whole === undefined || parts.length === 0) return
  const { unit } = draft.settings
  const rows = parts.flatMap((at) => table.rows[at] ?? [])
  const quantity = draft.rowQuantity(tableAt, wholeAt)
  const terms = parts.map((at) => plusTerm(draft.rowQuantity(tableAt, at)))
  if (!isComplete(table, whole, rows, unit)) {
    const rest = `rest:${table.key}/${whole.key}`
    terms.push(plusTerm(draft.quantities.rest(rest, restSign(table, whole, rows, unit))))
  }
  draft.quantities.sum(quantity, terms)
}

/** Do the parts claim to be all of the whole? What a person or the document said goes first, then the arithmetic. */
export function isComplete(table: Table, whole: Row, parts: readonly Row[], unit: Unit): boolean {
  const said = parts.map((row) => row.ofWhichComplete)
  if (said.includes(false)) return false
  if (said.every((each) => each === true)) return true
  return believed(
    sumEvidence(
      table,
      whole,
      parts.map((row) => ({ row, sign: 1 as const })),
      unit,
    ),
  )
}

/** The rest of an income is no negative income: a part is at most the whole, unless most columns print otherwise. */
function restSign(
  table: Table,
  whole: Row,
  parts: readonly Row[],
  unit: Unit,
): NonNullable<Quantity['unprinted']> {
  const evidence = partEvidence(table, whole, parts, unit)
  if (evidence.fails > evidence.fits) return 'any'
  const values = whole.cells.flatMap((cell) =>
    cell?.value === null || cell?.value === undefined ? [] : [cell.value],
  )
  if (values.some((value) => value.isNegative() && !value.isZero())) {
    return values.every((value) => value.isNegative() || value.isZero()) ? 'notPositive' : 'any'
  }
  return values.some((value) => !value.isZero()) ? 'notNegative' : 'any'
}
