import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { readList } from '../../store/lists/list-row.ts'
import { peopleOfList } from '../../store/lists/people-of-list.ts'
import { sayQuery } from '../../store/lists/say-query.ts'
import { listId, listShape, offeredColumn, people } from './shapes.ts'

/** A list and one page of its people, as the caller sees them: only people they reach, only columns they may see. */
export const getList = personalReadOperation({
  name: 'get-list',
  summary: 'A list with its people, a page at a time.',
  route: 'GET /people/lists/{listId}',
  policy: organiserPolicy,
  input: z.object({
    listId,
    page: z.number().int().min(1).max(10_000).default(1),
    perPage: z.number().int().min(1).max(200).default(50),
  }),
  output: listShape.extend({
    revision: z.number().int(),
    frozenByName: z.string(),
    /** The query in words, and as it is. */
    words: z.string(),
    query: z.unknown(),
    chosenColumns: z.array(z.string()),
    sorting: z.string(),
    descending: z.boolean(),
    columns: z.array(offeredColumn),
    total: z.number().int(),
    people,
  }),
  example: ({ lists }) => ({ listId: lists.listId }),
  audit: (input, output) => ({
    kind: 'list',
    id: input.listId,
    unitId: output.unitId,
    aboutPersonIds: output.people.map(({ id }) => id),
    detail: { name: output.name, total: output.total, page: input.page },
  }),
  async run(context, { listId: id, page, perPage }) {
    const { db, language } = context
    const list = await readList(db, id)
    const unit = await db
      .selectFrom('organisation.unit')
      .select('name')
      .where('id', '=', list.unitId)
      .executeTakeFirstOrThrow()
    const found = await peopleOfList(context, list, { limit: perPage, offset: (page - 1) * perPage })
    const { ownerUserId, archivedAt, columns: chosenColumns, ...kept } = list
    return {
      ...kept,
      unitName: unit.name,
      own: ownerUserId !== null && ownerUserId === actorName(context).id,
      archived: archivedAt !== null,
      words: sayQuery(list.query, found.references.names, language),
      chosenColumns,
      columns: found.columns,
      total: found.total,
      people: found.people,
    }
  },
})
