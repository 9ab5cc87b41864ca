import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** The organisations that have a register, for what is done with all of them at night. */
export async function organisationsWithPeople(owner: Kysely<Tables>): Promise<string[]> {
  const rows = await owner
    .selectFrom('organisation.organisation as organisation')
    .select('organisation.id')
    .where((each) =>
      each.exists(
        each
          .selectFrom('people.person as person')
          .select('person.id')
          .whereRef('person.organisation_id', '=', 'organisation.id'),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}
