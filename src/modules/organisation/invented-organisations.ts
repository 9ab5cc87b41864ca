import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** The organisations that are made up, for looking at: nothing they write may reach anybody. */
export async function inventedOrganisations(database: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('organisation.organisation')
    .select('id')
    .where('is_demo', '=', true)
    .execute()
  return new Set(rows.map((row) => row.id))
}
