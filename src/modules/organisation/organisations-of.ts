import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { belongingsOf } from './grants.ts'

/**
 * The organisations that trust an account today, the first of them first. An account that none trusts belongs to
 * the installation's own organisation, as far as its log and its mails go; there may be none yet.
 */
export async function organisationsOf(
  database: Kysely<Tables>,
  userId: string,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const belongings = await belongingsOf(database, userId, now)
  if (belongings.length > 0) {
    return belongings.map((each) => ({ id: each.organisationId, name: each.organisationName }))
  }
  return database
    .selectFrom('organisation.organisation')
    .select(['id', 'name'])
    .where('is_demo', '=', false)
    .orderBy('created_at')
    .limit(1)
    .execute()
}
