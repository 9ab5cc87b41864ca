import { sql } from 'kysely'
import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy, organisers } from '../../people-roles.ts'
import { askingOf } from '../../store/lists/asking-of.ts'
import { foundPeople } from '../../store/lists/compile-query.ts'
import { lockList } from '../../store/lists/list-row.ts'
import { sightFor } from '../../store/lists/sight.ts'
import { withRoom } from '../../store/lists/with-room.ts'
import { listId } from './shapes.ts'

/**
 * Makes a list static: those found now stay in it. A static one is found anew: who was added by hand stays, who was
 * taken out by hand stays out.
 */
export const freezeList = writeOperation({
  name: 'freeze-list',
  summary: 'Freeze a list to those in it now, or find them anew in a frozen list.',
  route: 'POST /people/lists/{listId}/freeze',
  policy: organiserPolicy,
  input: z.object({ listId }),
  output: z.object({ total: z.number().int(), name: z.string(), unitId: z.uuid() }),
  example: ({ lists }) => ({ listId: lists.listId }),
  audit: (input, output) => ({
    kind: 'list',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: output.name, total: output.total },
  }),
  async run(context, { listId: id }) {
    const { db, now, organisationId, actor } = context
    const list = await lockList(db, id)
    const { asking } = await askingOf(context, list.query, sightFor(actor, organisers), { listId: id })
    const { name } = actorName(context)
    await db
      .deleteFrom('people.list_member')
      .where('list_id', '=', id)
      .where('by_hand', '=', false)
      .where('removed_at', 'is', null)
      .execute()
    await withRoom(db, () =>
      sql`insert into people.list_member
          (organisation_id, list_id, person_id, home_unit_id, protected, added_at, added_by_name)
        select ${organisationId}::uuid, ${id}::uuid, found.id, found.home_unit_id, found.protected,
          ${now}::timestamptz, ${name}
        from (${foundPeople(list.query, asking, sql`, person.home_unit_id, person.protected`)}) found
        on conflict (organisation_id, list_id, person_id) do nothing`.execute(db),
    )
    await db
      .updateTable('people.list')
      .set({
        kind: 'static',
        frozen_at: now,
        frozen_by_name: name,
        revision: list.revision + 1,
        changed_at: now,
      })
      .where('id', '=', id)
      .execute()
    const counted = await db
      .selectFrom('people.list_member')
      .select((select) => select.fn.countAll<string>().as('total'))
      .where('list_id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirstOrThrow()
    return { total: Number(counted.total), name: list.name, unitId: list.unitId }
  },
})
