import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { continueDuplicateSearch } from './continue-duplicate-search.ts'

/** Begins to look for records that are alike, or goes on with the search that was begun. The work is a job's. */
export const findDuplicates = writeOperation({
  name: 'find-duplicates',
  summary:
    'Look through the whole register for records that may be of one person. One search at a time; it goes on by itself.',
  route: 'POST /people/duplicates/searches',
  policy: registrarPolicy,
  input: z.object({}),
  output: z.object({ searchId: z.uuid() }),
  example: () => ({}),
  audit: (_, { searchId }) => ({ kind: 'duplicateSearch', id: searchId }),
  async run(context) {
    const { db, organisationId, now, services } = context
    const begun = await db
      .insertInto('people.duplicate_search')
      .values({
        organisation_id: organisationId,
        id: newId(),
        status: 'searching',
        started_at: now,
        started_by_name: actorName(context).name,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id']).where('status', '=', 'searching').doNothing(),
      )
      .returning('id')
      .executeTakeFirst()
    const { id: searchId } =
      begun ??
      (await db
        .selectFrom('people.duplicate_search')
        .select('id')
        .where('status', '=', 'searching')
        .executeTakeFirstOrThrow())
    context.afterCommit(() =>
      services.jobs.enqueue({ operation: continueDuplicateSearch.name, organisationId, input: { searchId } }),
    )
    return { searchId }
  },
})
