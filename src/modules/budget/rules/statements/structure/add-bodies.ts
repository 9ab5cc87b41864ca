import type { Table } from '../../book.ts'
import { addOfWhichRows, addParts, ofWhichGroups } from './add-of-which.ts'
import { roleKey } from './add-statement.ts'
import { commonColumns } from '../columns.ts'
import type { Draft } from './draft.ts'
import { believed, sameEvidence, sumEvidence } from './fits.ts'
import { message } from '../message.ts'
import { plusTerm } from './quantity.ts'
import { sectionsOf } from './sections.ts'

/**
 * Finds the quantities of a table with one row a body (appropriations, result requirements): a leaf a line, the sums
 * of its sections, and the wholes of its of-which rows. Lines that stand apart from their section's sum become parts
 * of the line before them when the arithmetic says so.
 */
export function addBodies(draft: Draft, tableAt: number): void {
  const table = draft.tables[tableAt]
  if (table === undefined) return
  for (const [at, row] of table.rows.entries()) {
    if (row.kind === 'line') draft.rowQuantity(tableAt, at)
  }
  for (const section of sectionsOf(table, draft.settings.unit)) {
    const sum = table.rows[section.sum]
    if (sum === undefined || section.lines.length === 0) continue
    const key =
      table.kind === 'resultRequirements' && section.total ? resultKey(draft, table, section.sum) : null
    const terms = section.lines.map((line) => plusTerm(draft.rowQuantity(tableAt, line)))
    const quantity = draft.rowQuantity(tableAt, section.sum, key)
    if (!section.fits) {
      terms.push(plusTerm(draft.quantities.rest(`rest:${table.key}/${sum.key}`, 'any')))
      draft.structure(
        message('statements.structure.restKept', { table: table.title, row: sum.label }),
        table,
        sum,
      )
    }
    draft.quantities.sum(quantity, terms)
    for (const line of section.apart) addApart(draft, tableAt, line)
  }
  addOfWhichRows(draft, tableAt)
}

/** A line outside its section's sum is a part of the nearest line before it whose of-which rows it completes. */
function addApart(draft: Draft, tableAt: number, line: number): void {
  const table = draft.tables[tableAt]
  const apart = table?.rows[line]
  if (table === undefined || apart === undefined) return
  for (let above = line - 1; above >= 0; above--) {
    const whole = table.rows[above]
    if (whole?.kind === 'sum') return
    if (whole?.kind !== 'line') continue
    const parts = [...(ofWhichGroups(table).find((group) => group.whole === above)?.parts ?? []), line]
    const rows = parts.flatMap((at) => table.rows[at] ?? [])
    if (
      !believed(
        sumEvidence(
          table,
          whole,
          rows.map((row) => ({ row, sign: 1 as const })),
          draft.settings.unit,
        ),
      )
    )
      continue
    addParts(draft, tableAt, above, parts)
    draft.structure(
      message('statements.structure.partOf', { row: apart.label, whole: whole.label }),
      table,
      apart,
    )
    return
  }
}

/** The total of the result requirements is the result of the year, unless most columns say otherwise. */
function resultKey(draft: Draft, table: Table, totalAt: number): string | null {
  const key = roleKey('resultOfTheYear')
  const result = draft.quantities.find(key)
  const place = draft.quantities.places.find((each) => each.quantity === result)
  const other = place === undefined ? undefined : draft.tables[place.table]
  const otherRow = other?.rows[place?.row ?? -1]
  const total = table.rows[totalAt]
  if (other === undefined || otherRow === undefined || total === undefined) return key
  const evidence = sameEvidence(total, otherRow, commonColumns(table, other), draft.settings.unit)
  if (evidence.fails === 0 || believed(evidence)) return key
  draft.structure(message('statements.structure.requirementsApart', { table: table.title }), table, total)
  return null
}
