import { sql } from 'kysely'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { inPieces } from './in-pieces.ts'

/**
 * Copies a version's figures into another: adjustments with amounts and links, tax, requirements, what was written
 * over by hand. Each copy remembers what it is a copy of. Texts and assignments stay with the original.
 */
export async function copyFigures(
  context: OperationContext,
  { bookId, from, to }: { bookId: string; from: string; to: string },
): Promise<void> {
  const { db } = context
  const adjustments = await db
    .selectFrom('budget.adjustment')
    .selectAll()
    .where('version_id', '=', from)
    .where('removed_at', 'is', null)
    .execute()
  const copies = new Map(adjustments.map((row) => [row.id, newId()]))
  await inPieces(adjustments, (piece) =>
    db
      .insertInto('budget.adjustment')
      .values(
        piece.map((row) => ({
          ...row,
          id: copies.get(row.id)!,
          version_id: to,
          origin_id: row.id,
          revision: 1,
        })),
      )
      .execute(),
  )
  await inPieces([...copies.keys()], async (ids) => {
    const amounts = await db
      .selectFrom('budget.adjustment_amount')
      .selectAll()
      .where('adjustment_id', 'in', ids)
      .execute()
    await inPieces(amounts, (piece) =>
      db
        .insertInto('budget.adjustment_amount')
        .values(piece.map((row) => ({ ...row, adjustment_id: copies.get(row.adjustment_id)! })))
        .execute(),
    )
    const links = await db
      .selectFrom('budget.adjustment_link')
      .selectAll()
      .where('adjustment_id', 'in', ids)
      .execute()
    await inPieces(links, (piece) =>
      db
        .insertInto('budget.adjustment_link')
        .values(piece.map((row) => ({ ...row, id: newId(), adjustment_id: copies.get(row.adjustment_id)! })))
        .execute(),
    )
  })
  const steps = await db
    .selectFrom('budget.tax_step')
    .selectAll()
    .where('version_id', '=', from)
    .where('removed_at', 'is', null)
    .execute()
  if (steps.length > 0) {
    await db
      .insertInto('budget.tax_step')
      .values(
        steps.map((row) => ({
          ...row,
          id: newId(),
          origin_id: row.id,
          version_id: to,
          revision: 1,
          ore: JSON.stringify(row.ore),
        })),
      )
      .execute()
  }
  for (const table of ['budget.tax_base', 'budget.result_requirement'] as const) {
    await sql`insert into ${sql.table(table)} (organisation_id, version_id, year, book_id, amount, revision)
      select organisation_id, ${to}, year, book_id, amount, 1 from ${sql.table(table)} where version_id = ${from}`.execute(
      db,
    )
  }
  const overrides = await db
    .selectFrom('budget.statement_override')
    .selectAll()
    .where('book_id', '=', bookId)
    .where('version_id', '=', from)
    .where('withdrawn_at', 'is', null)
    .execute()
  if (overrides.length > 0) {
    await db
      .insertInto('budget.statement_override')
      .values(overrides.map((row) => ({ ...row, id: newId(), version_id: to })))
      .execute()
  }
}
