import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { lockStaticList } from '../../store/lists/list-row.ts'
import { listId } from './shapes.ts'

/** Takes somebody out of a static list; they stay out when it is found anew. */
export const removeListMember = writeOperation({
  name: 'remove-list-member',
  summary: 'Take a person out of a frozen list by hand.',
  route: 'DELETE /people/lists/{listId}/members/{personId}',
  policy: organiserPolicy,
  input: z.object({ listId, personId: z.uuid() }),
  output: z.object({ name: z.string(), unitId: z.uuid() }),
  example: ({ lists, people }) => ({ listId: lists.staticListId, personId: people.personId }),
  audit: (input, output) => ({
    kind: 'list',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: output.name, personId: input.personId },
  }),
  async run(context, { listId: id, personId }) {
    const { db, now } = context
    const list = await lockStaticList(db, id)
    const removed = await db
      .updateTable('people.list_member')
      .set({ by_hand: true, removed_at: now, removed_by_name: actorName(context).name })
      .where('list_id', '=', id)
      .where('person_id', '=', personId)
      .where('removed_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    found(removed)
    return { name: list.name, unitId: list.unitId }
  },
})
