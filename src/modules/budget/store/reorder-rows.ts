import { sql } from 'kysely'
import { Problem } from '#platform/operations/problem.ts'
import type { OperationContext } from '#platform/operations/context.ts'

/**
 * Puts rows of a version in a new order. The places they had are given out again: rows that are not named stay
 * where they are.
 * @throws {Problem} notFound when one of them is not in the version, or is named twice
 */
export async function reorderRows(
  { db }: OperationContext,
  table: 'budget.adjustment' | 'budget.assignment' | 'budget.chapter',
  versionId: string,
  ids: readonly string[],
): Promise<void> {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'position'])
    .where('version_id', '=', versionId)
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute()
  if (rows.length !== ids.length) throw new Problem('notFound')
  const places = rows.map((row) => row.position).sort((a, b) => a - b)
  await db
    .updateTable(table)
    .from(
      sql<{ id: string; position: number }>`unnest(${ids}::uuid[], ${places}::integer[])`.as(
        sql`place(id, position)`,
      ),
    )
    .set({ position: sql<number>`place.position` })
    .whereRef(`${table}.id`, '=', sql`place.id`)
    .execute()
}
