import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { folded } from '../../rules/folded.ts'
import { overlapping } from '../../rules/priorities/periods.ts'
import { dayBefore } from '../../rules/unit-records.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { writeOrder } from '../../store/priorities/change-list.ts'
import { readLists } from '../../store/priorities/read-priorities.ts'
import { priorityTitle, priorityWhy, priorityWriters } from './priority-shapes.ts'

/**
 * Begins a body's list of priorities for a period. A list before it that had no last day gets the day before as its last:
 * a body has one list on a day.
 */
export const createPriorityList = writeOperation({
  name: 'create-priority-list',
  summary: 'Begin a body’s list of priorities for a period; an open list before it ends the day before.',
  route: 'POST /priority-lists',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({
    bodyId: z.uuid(),
    title: z.string().trim().min(1).max(200),
    from: z.iso.date(),
    to: z.iso.date().nullish(),
    /** In their order: the first comes first. */
    priorities: z
      .array(z.object({ title: priorityTitle, why: priorityWhy.default('') }))
      .max(100)
      .refine((all) => new Set(all.map((each) => folded(each.title))).size === all.length, 'priority.exists')
      .default([]),
  }),
  output: z.object({ listId: z.uuid(), unitId: z.uuid() }),
  example: ({ organisation }) => ({
    bodyId: organisation.networkId,
    title: 'Prioriterade frågor 2027',
    from: '2027-01-01',
    to: '2027-12-31',
    priorities: [{ title: 'Tåg som går i tid' }],
  }),
  audit: (input, output) => ({
    kind: 'priorityList',
    id: output.listId,
    unitId: output.unitId,
    detail: { name: input.title },
  }),
  async run(context, { bodyId, title, from, to = null, priorities }) {
    const { db, now, organisationId, scope } = context
    const { unitId } = requireBody(await lockBodies(db), scope, bodyId)
    if (to !== null && to < from) {
      throw new Problem('invalidInput', { issues: [{ path: ['to'], message: 'priorityList.endsFirst' }] })
    }
    const there = await readLists(db, { bodyId })
    const open = there.find((list) => list.validTo === null && list.validFrom < from)
    if (open) {
      await db
        .updateTable('organisation.priority_list')
        .set({ valid_to: dayBefore(from) })
        .where('id', '=', open.id)
        .execute()
    }
    const other = overlapping(
      there.filter((list) => list.id !== open?.id),
      { validFrom: from, validTo: to },
    )
    if (other) {
      throw new Problem('notPossibleNow', {
        detail: 'priorityList.overlaps',
        params: { name: other.title, from: other.validFrom, to: other.validTo ?? '…' },
      })
    }
    const listId = newId()
    await db
      .insertInto('organisation.priority_list')
      .values({
        organisation_id: organisationId,
        id: listId,
        unit_id: unitId,
        body_id: bodyId,
        title,
        valid_from: from,
        valid_to: to,
        recorded_at: now,
      })
      .execute()
    const wanted = priorities.map((priority) => ({ id: newId(), ...priority }))
    await writeOrder(context, listId, [], wanted, from)
    return { listId, unitId }
  },
})
