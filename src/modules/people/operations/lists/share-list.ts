import { sql } from 'kysely'
import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { lockList } from '../../store/lists/list-row.ts'
import { readReferences } from '../../store/lists/read-references.ts'
import { requireSeenByAll } from '../../store/lists/write-list.ts'
import { listId } from './shapes.ts'

/** Lets those who organise in the list's unit, or above it, see and use the list; or nobody but its owner. */
export const shareList = writeOperation({
  name: 'share-list',
  summary: 'Share a list with those who organise in its unit, or stop sharing it.',
  route: 'POST /people/lists/{listId}/share',
  policy: organiserPolicy,
  input: z.object({ listId, shared: z.boolean() }),
  output: z.object({ name: z.string(), unitId: z.uuid() }),
  example: ({ lists }) => ({ listId: lists.listId, shared: true }),
  audit: (input, output) => ({
    kind: 'list',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: output.name, shared: input.shared },
  }),
  async run(context, { listId: id, shared }) {
    const { db, now, actor } = context
    const list = await lockList(db, id)
    if (shared) await requireSeenByAll(context, list, await readReferences(db, list.query))
    else {
      // Somebody else's list would be gone from before their eyes.
      if (actor.kind === 'person' && list.ownerUserId !== actorName(context).id) {
        throw new Problem('notPossibleNow', { detail: 'list.notOwner' })
      }
      const user = await db
        .selectFrom('people.list')
        .select('name')
        .where('shared', '=', true)
        .where('archived_at', 'is', null)
        .where('id', '!=', id)
        .where(sql<boolean>`query::text like ${`%"${id}"%`}`)
        .limit(1)
        .executeTakeFirst()
      if (user) throw new Problem('notPossibleNow', { detail: 'list.builtOn', params: { name: user.name } })
    }
    await db
      .updateTable('people.list')
      .set({ shared, revision: list.revision + 1, changed_at: now })
      .where('id', '=', id)
      .execute()
    return { name: list.name, unitId: list.unitId }
  },
})
