import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { personForChange } from '../../store/find-person.ts'
import { lockStaticList } from '../../store/lists/list-row.ts'
import { shieldColumns } from '../../store/record-event.ts'
import { listId } from './shapes.ts'

/** Adds somebody to a static list; they stay in it when it is found anew. */
export const addListMember = writeOperation({
  name: 'add-list-member',
  summary: 'Add a person to a frozen list by hand.',
  route: 'POST /people/lists/{listId}/members',
  policy: organiserPolicy,
  input: z.object({ listId, personId: z.uuid() }),
  output: z.object({ name: z.string(), unitId: z.uuid() }),
  example: ({ lists, people }) => ({ listId: lists.staticListId, personId: people.otherPersonId }),
  audit: (input, output) => ({
    kind: 'list',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: output.name, personId: input.personId },
  }),
  async run(context, { listId: id, personId }) {
    const { db, now, organisationId } = context
    const list = await lockStaticList(db, id)
    const person = await personForChange(context, personId)
    const { name } = actorName(context)
    const added = { by_hand: true, added_at: now, added_by_name: name, removed_at: null, removed_by_name: '' }
    await db
      .insertInto('people.list_member')
      .values({ ...shieldColumns(organisationId, person), list_id: id, ...added })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'list_id', 'person_id']).doUpdateSet(added),
      )
      .execute()
    return { name: list.name, unitId: list.unitId }
  },
})
