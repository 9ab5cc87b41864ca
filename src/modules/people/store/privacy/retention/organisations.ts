import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** The organisations that have switched a retention rule on. For the nightly task. */
export async function organisationsWithRetention(owner: Kysely<Tables>): Promise<string[]> {
  const rows = await owner
    .selectFrom('people.retention_rule')
    .select('organisation_id')
    .distinct()
    .where('active', '=', true)
    .execute()
  return rows.map((row) => row.organisation_id)
}
