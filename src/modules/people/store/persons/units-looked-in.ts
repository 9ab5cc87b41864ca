import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'

/**
 * The units a search looks in: `all` when that is every unit of the organisation, so that nobody has to be left out;
 * else some. The same rows either way, but not the same way to them.
 */
export type UnitsLookedIn = { kind: 'all' | 'some'; ids: string[] }

/** @param unitId one within the caller's reach, with all below it; all the caller reaches without it */
export async function unitsLookedIn(
  { db, organisationId, scope }: Pick<OperationContext, 'db' | 'organisationId' | 'scope'>,
  unitId: string | null,
): Promise<UnitsLookedIn> {
  const units = await db.selectFrom('organisation.unit').select(['id', 'parent_id']).execute()
  const reached = new Set(scope === 'organisation' ? units.map((unit) => unit.id) : scope)
  const below =
    unitId === null
      ? reached
      : new Set(
          (
            await sql<{ id: string }>`
              select id from organisation.units_below(${organisationId}, ${unitId}) id`.execute(db)
          ).rows.map((row) => row.id),
        )
  const ids = units.flatMap(({ id }) => (reached.has(id) && below.has(id) ? [id] : []))
  return { kind: ids.length === units.length ? 'all' : 'some', ids }
}
