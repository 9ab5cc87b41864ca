import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { nearestDay, prioritiesOn } from '../../rules/priorities/order.ts'
import { listOfPriority, readLists, readPriorities } from '../../store/priorities/read-priorities.ts'
import { requireThing } from '../../store/priorities/taggable-registry.ts'
import { priorityWriters, thingKind } from './priority-shapes.ts'

/**
 * Says that a thing carries a priority. Whose the list is does not matter, only that one may read the thing: an
 * association's campaign carries what the district puts first. Said twice, it is said once.
 */
export const tagPriority = writeOperation({
  name: 'tag-priority',
  summary: 'Say that a thing (an adjustment, an assignment, a request) carries a priority.',
  route: 'POST /priorities/{priorityId}/things',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({ priorityId: z.uuid(), kind: thingKind, thingId: z.uuid() }),
  output: z.object({ unitId: z.uuid(), name: z.string(), thing: z.string() }),
  example: ({ organisation }) => ({
    priorityId: organisation.otherPriorityId,
    kind: 'organisation.venueRequest',
    thingId: organisation.venueRequestId,
  }),
  audit: (input, output) => ({
    kind: 'priority',
    id: input.priorityId,
    unitId: output.unitId,
    detail: { name: output.name, thing: output.thing },
  }),
  async run(context, { priorityId, kind, thingId }) {
    const { db, now, organisationId } = context
    const thing = await requireThing(context, kind, thingId)
    const list = found((await readLists(db, { listId: await listOfPriority(db, priorityId) }))[0])
    const day = nearestDay(list, today(now))
    const priority = prioritiesOn(await readPriorities(db, [list.id]), day).find(
      (each) => each.id === priorityId,
    )
    if (!priority) throw new Problem('notPossibleNow', { detail: 'priority.ended' })
    await db
      .insertInto('organisation.priority_tag')
      .values({
        organisation_id: organisationId,
        id: newId(),
        priority_id: priorityId,
        kind,
        thing_id: thingId,
        unit_id: thing.unitId,
        valid_from: day,
        recorded_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'priority_id', 'kind', 'thing_id'])
          .where('valid_to', 'is', null)
          .doNothing(),
      )
      .execute()
    return { unitId: thing.unitId, name: priority.title, thing: thing.title.slice(0, 100) }
  },
})
