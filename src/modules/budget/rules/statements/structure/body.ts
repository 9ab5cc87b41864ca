import type { Row, Table } from '../../book.ts'
import { sameBody, SAME_BODY } from '../../reading/bodies.ts'
import { commonColumns } from '../columns.ts'
import type { Draft } from './draft.ts'
import { sameEvidence, type Evidence } from './fits.ts'

/** A row about a body in a table of bodies, with the quantity it prints. */
export type BodyRow = { table: Table; tableAt: number; rowAt: number; row: Row; quantity: number }

/** All rows about bodies in a table: its lines and of-which rows. */
export function bodyRows(draft: Draft, tableAt: number): BodyRow[] {
  const table = draft.tables[tableAt]
  if (table === undefined) return []
  return table.rows.flatMap((row, rowAt) => {
    const quantity = draft.quantities.at(tableAt, rowAt)
    return quantity === null || (row.kind !== 'line' && row.kind !== 'ofWhich')
      ? []
      : [{ table, tableAt, rowAt, row, quantity }]
  })
}

/**
 * The row of `candidates` that is about the same body as a unit's table. Figures decide where they can: the only row
 * that prints the same figures in most columns is it, whatever it is called (`Regionledningskontoret` receives
 * `Regionstyrelsen`'s appropriation). Among several, or where all figures are 0, the name decides.
 * @param row the unit's own row (its appropriation, its result)
 * @param names what the unit is called, most telling first
 */
export function matchBody(
  draft: Draft,
  table: Table,
  row: Row,
  names: readonly string[],
  candidates: readonly BodyRow[],
): BodyRow | null {
  const scored = candidates.map((candidate) => {
    const evidence = sameEvidence(
      row,
      candidate.row,
      commonColumns(table, candidate.table),
      draft.settings.unit,
    )
    return { candidate, evidence }
  })
  const told = scored.filter(({ evidence }) => strong(evidence))
  const nameOf = ({ candidate }: { candidate: BodyRow }): number =>
    Math.max(...names.map((each) => sameBody(each, candidate.row.label)))
  const named = (list: typeof scored): BodyRow | null => {
    const alike = list
      .map((each) => ({ ...each, name: nameOf(each) }))
      .filter(({ name }) => name >= SAME_BODY)
    return alike.sort((a, b) => b.name - a.name)[0]?.candidate ?? null
  }
  return (
    named(told) ??
    named(scored.filter(({ evidence }) => evidence.fails <= evidence.fits)) ??
    (told.length === 1 ? (told[0]?.candidate ?? null) : null)
  )
}

/** At least two columns alike and none against. */
function strong(evidence: Evidence): boolean {
  return evidence.fits >= 2 && evidence.fails === 0
}
