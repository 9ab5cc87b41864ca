import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

const minute = 60_000

/** Who was to make them has had time to, and what still cannot be made after so long will not be. */
const expected = 15 * minute
const givenUp = 7 * 24 * 60 * minute

/**
 * Editions that can be read and whose files nobody has made: the server ended before it could ask for them, or they
 * were published from the command line, which makes none afterwards.
 * @param owner sees every organisation's
 */
export async function publicationsWithoutFiles(
  owner: Kysely<Tables>,
  now: Date,
): Promise<{ organisationId: string; publicationId: string }[]> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  return owner
    .selectFrom('budget.publication as edition')
    .select(['edition.organisation_id as organisationId', 'edition.id as publicationId'])
    .where('edition.withdrawn_at', 'is', null)
    .where('edition.published_at', '<', before(expected))
    .where('edition.published_at', '>', before(givenUp))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('budget.publication_file as file')
            .select('file.format')
            .whereRef('file.organisation_id', '=', 'edition.organisation_id')
            .whereRef('file.publication_id', '=', 'edition.id')
            .where('file.format', '=', 'pdf'),
        ),
      ),
    )
    .orderBy('edition.published_at')
    .execute()
}
