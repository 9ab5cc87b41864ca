import { sql, type Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/**
 * What is published, as a short text: another one when something has been published, withdrawn or given its files.
 * @param owner sees every organisation's
 */
export async function publishedMark(owner: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ',
      (select count(*) from budget.publication),
      (select count(*) from budget.publication where withdrawn_at is not null),
      (select count(*) from budget.publication_file)) as mark`.execute(owner)
  return rows[0]?.mark ?? ''
}
