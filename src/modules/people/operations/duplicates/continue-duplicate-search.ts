import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { searchStep } from '../../store/duplicates/search-step.ts'

const name = 'continue-duplicate-search'

/**
 * Does one piece of a search and asks for the next: no transaction is long, a stop loses one piece at most, and a search
 * that was cancelled goes no further.
 */
export const continueDuplicateSearch = writeOperation({
  name,
  summary: 'Do the next piece of a search for duplicates, and ask for the one after it.',
  route: 'POST /people/duplicates/searches/{searchId}/pieces',
  policy: { allow: 'operator' },
  input: z.object({ searchId: z.uuid() }),
  output: z.object({ goesOn: z.boolean() }),
  example: ({ duplicates }) => ({ searchId: duplicates.searchId }),
  audit: ({ searchId }) => ({ kind: 'duplicateSearch', id: searchId }),
  async run(context, { searchId }) {
    const { db, organisationId, now, services } = context
    const search = await db
      .selectFrom('people.duplicate_search')
      .select([
        'id',
        'organisation_id as organisationId',
        'blocks_done as blocksDone',
        'last_first as lastFirst',
        'last_second as lastSecond',
      ])
      .where('id', '=', searchId)
      .where('status', '=', 'searching')
      .forUpdate()
      .executeTakeFirst()
    const isLast = search ? await searchStep(db, search, now) : true
    if (!isLast) {
      context.afterCommit(() =>
        services.jobs.enqueue({ operation: name, organisationId, input: { searchId } }),
      )
    }
    return { goesOn: !isLast }
  },
})
