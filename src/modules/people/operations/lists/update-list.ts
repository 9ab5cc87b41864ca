import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { lockList } from '../../store/lists/list-row.ts'
import { requireSavable, requireSeenByAll } from '../../store/lists/write-list.ts'
import { exampleQuery } from './example-query.ts'
import { description, listId, listName, query, shownAs } from './shapes.ts'

/** Writes a list's name, query and columns anew. A static list keeps those in it until it is frozen again. */
export const updateList = writeOperation({
  name: 'update-list',
  summary: 'Change a list’s name, query or columns.',
  route: 'PUT /people/lists/{listId}',
  policy: organiserPolicy,
  input: z.object({
    listId,
    /** The revision that was read: somebody else's change is not written over. */
    revision: z.number().int().min(1),
    name: listName,
    description: description.default(''),
    query,
    ...shownAs,
  }),
  output: z.object({ revision: z.number().int(), unitId: z.uuid() }),
  example: ({ lists }) => ({
    listId: lists.listId,
    revision: 1,
    name: 'Unga medlemmar',
    query: exampleQuery,
    columns: ['name' as const],
    sorting: 'name' as const,
    descending: false,
  }),
  audit: (input, output) => ({
    kind: 'list',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: input.name },
  }),
  async run(context, { listId: id, revision, ...written }) {
    const list = await lockList(context.db, id)
    if (list.revision !== revision) {
      throw new Problem('changedMeanwhile', {
        detail: 'list.changed',
        params: { name: list.name },
        facts: { revision: list.revision },
      })
    }
    const references = await requireSavable(context, written, id)
    if (list.shared)
      await requireSeenByAll(context, { unitId: list.unitId, query: written.query }, references)
    await context.db
      .updateTable('people.list')
      .set({
        name: written.name,
        description: written.description,
        query: JSON.stringify(written.query),
        columns: [...written.columns],
        sorting: written.sorting,
        descending: written.descending,
        revision: list.revision + 1,
        changed_at: context.now,
      })
      .where('id', '=', id)
      .execute()
    return { revision: list.revision + 1, unitId: list.unitId }
  },
})
