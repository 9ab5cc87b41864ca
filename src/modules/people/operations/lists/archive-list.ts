import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { readList } from '../../store/lists/list-row.ts'
import { listId } from './shapes.ts'

/** Puts a list away, or brings it back. Lists that build on it go on working. */
export const archiveList = writeOperation({
  name: 'archive-list',
  summary: 'Archive a list, or bring it back.',
  route: 'POST /people/lists/{listId}/archive',
  policy: organiserPolicy,
  input: z.object({ listId, archived: z.boolean().default(true) }),
  output: z.object({ name: z.string(), unitId: z.uuid() }),
  example: ({ lists }) => ({ listId: lists.listId }),
  audit: (input, output) => ({
    kind: 'list',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: output.name, archived: input.archived },
  }),
  async run({ db, now }, { listId: id, archived }) {
    const list = await readList(db, id)
    await db
      .updateTable('people.list')
      .set({ archived_at: archived ? (list.archivedAt ?? now) : null, changed_at: now })
      .where('id', '=', id)
      .execute()
    return { name: list.name, unitId: list.unitId }
  },
})
