import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { firstColumns } from '../../rules/lists/columns.ts'
import { addList, requireSavable, requireSeenByAll } from '../../store/lists/write-list.ts'
import { exampleQuery } from './example-query.ts'
import { description, listName, query, shownAs } from './shapes.ts'

/** Saves a query as a living list, private or shared with its unit. */
export const createList = writeOperation({
  name: 'create-list',
  summary: 'Save a query as a list: its columns, and whether the unit sees it.',
  route: 'POST /people/lists',
  policy: organiserPolicy,
  input: z.object({
    unitId: z.uuid(),
    name: listName,
    description: description.default(''),
    shared: z.boolean().default(false),
    query,
    columns: shownAs.columns.default([...firstColumns]),
    sorting: shownAs.sorting.default('name'),
    descending: shownAs.descending.default(false),
  }),
  output: z.object({ listId: z.uuid() }),
  example: ({ lists }) => ({ unitId: lists.unitId, name: 'Unga medlemmar', query: exampleQuery }),
  audit: (input, output) => ({
    kind: 'list',
    id: output.listId,
    unitId: input.unitId,
    detail: { name: input.name },
  }),
  async run(context, input) {
    const { scope } = context
    if (scope !== 'organisation' && !scope.includes(input.unitId)) throw new Problem('notFound')
    const references = await requireSavable(context, input, null)
    if (input.shared) await requireSeenByAll(context, input, references)
    return { listId: await addList(context, input) }
  },
})
