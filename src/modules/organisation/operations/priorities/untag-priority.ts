import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { nearestDay } from '../../rules/priorities/order.ts'
import { dayBefore } from '../../rules/unit-records.ts'
import { listOfPriority, readLists } from '../../store/priorities/read-priorities.ts'
import { requireThing } from '../../store/priorities/taggable-registry.ts'
import { priorityWriters, thingKind } from './priority-shapes.ts'

/** Says that a thing no longer carries a priority. That it did is kept. */
export const untagPriority = writeOperation({
  name: 'untag-priority',
  summary: 'Say that a thing no longer carries a priority; that it did is kept.',
  route: 'POST /priorities/{priorityId}/things/end',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({ priorityId: z.uuid(), kind: thingKind, thingId: z.uuid() }),
  output: z.object({ unitId: z.uuid(), thing: z.string() }),
  example: ({ organisation }) => ({
    priorityId: organisation.priorityId,
    kind: 'organisation.venueRequest',
    thingId: organisation.venueRequestId,
  }),
  audit: (input, output) => ({
    kind: 'priority',
    id: input.priorityId,
    unitId: output.unitId,
    detail: { thing: output.thing },
  }),
  async run(context, { priorityId, kind, thingId }) {
    const { db, now } = context
    const thing = await requireThing(context, kind, thingId)
    const list = found((await readLists(db, { listId: await listOfPriority(db, priorityId) }))[0])
    found(
      await db
        .updateTable('organisation.priority_tag')
        .set({ valid_to: dayBefore(nearestDay(list, today(now))) })
        .where('priority_id', '=', priorityId)
        .where('kind', '=', kind)
        .where('thing_id', '=', thingId)
        .where('valid_to', 'is', null)
        .returning('id')
        .executeTakeFirst(),
    )
    return { unitId: thing.unitId, thing: thing.title.slice(0, 100) }
  },
})
