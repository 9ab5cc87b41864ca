import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'

/** Stops a search. What it has found already stays. */
export const cancelDuplicateSearch = writeOperation({
  name: 'cancel-duplicate-search',
  summary: 'Stop the search for duplicates; what it has found stays.',
  route: 'POST /people/duplicates/searches/cancellations',
  policy: registrarPolicy,
  input: z.object({}),
  output: z.object({ cancelled: z.boolean() }),
  example: () => ({}),
  audit: () => ({ kind: 'duplicateSearch', id: null }),
  async run({ db, now }) {
    const searches = await db
      .updateTable('people.duplicate_search')
      .set({ status: 'cancelled', ended_at: now })
      .where('status', '=', 'searching')
      .returning('id')
      .execute()
    return { cancelled: searches.length > 0 }
  },
})
