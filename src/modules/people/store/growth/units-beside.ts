import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** A unit, and those that have ever lain right under the same one: what is not told of it could be worked out from them. */
export async function unitsBeside(db: Transaction<Tables>, unitId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation.unit_place as own')
    .innerJoin('organisation.unit_place as other', (join) =>
      join
        .onRef('other.organisation_id', '=', 'own.organisation_id')
        .onRef('other.parent_id', '=', 'own.parent_id'),
    )
    .select('other.unit_id as unitId')
    .distinct()
    .where('own.unit_id', '=', unitId)
    .where('own.replaced_at', 'is', null)
    .where('other.replaced_at', 'is', null)
    .execute()
  return [...new Set([unitId, ...rows.map((row) => row.unitId)])]
}
