import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { pageId, pagePolicy } from './shapes.ts'

/** Closes a join page at once. The address stays and says that it is closed. */
export const closeJoinPage = writeOperation({
  name: 'close-join-page',
  summary: 'Close a join page at once, or open a closed one again.',
  route: 'POST /people/join-pages/{pageId}/close',
  policy: pagePolicy,
  input: z.object({ pageId, open: z.boolean().default(false).describe('Opens it again instead') }),
  output: z.object({ pageId: z.uuid() }),
  example: ({ joining }) => ({ pageId: joining.pageId }),
  audit: (input) => ({ kind: 'joinPage', id: input.pageId, detail: { open: input.open } }),
  async run({ db, now }, { pageId: id, open }) {
    const changed = await db
      .updateTable('people.join_page')
      .set({ closed_at: open ? null : now })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    return { pageId: found(changed).id }
  },
})
