import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { bodiesOn } from '../../rules/bodies/bodies-as-of.ts'
import { readBodies } from '../../store/bodies/read-bodies.ts'
import { listForChange } from '../../store/priorities/change-list.ts'
import { listId, priorityWriters } from './priority-shapes.ts'

/** Says which body adopted a list, and when. Said again of the same body, it is put right; what was written is kept. */
export const adoptPriorityList = writeOperation({
  name: 'adopt-priority-list',
  summary: 'Say which body adopted a list of priorities, on which day and where it is written.',
  route: 'POST /priority-lists/{listId}/adoptions',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({
    listId,
    bodyId: z.uuid(),
    day: z.iso.date(),
    /** Where it is written: a meeting and a paragraph. */
    decision: z.string().trim().max(200).default(''),
  }),
  output: z.object({ unitId: z.uuid(), name: z.string() }),
  example: ({ organisation }) => ({
    listId: organisation.priorityListId,
    bodyId: organisation.bodyId,
    day: '2026-03-14',
    decision: '§ 12',
  }),
  audit: (input, output) => ({
    kind: 'priorityList',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: output.name, day: input.day },
  }),
  async run(context, input) {
    const { db, now, organisationId } = context
    const { list } = await listForChange(context, input.listId)
    if (input.day > today(now)) {
      throw new Problem('invalidInput', { issues: [{ path: ['day'], message: 'priorityList.notYet' }] })
    }
    const bodies = await readBodies(db)
    found(bodies.bodies.find((body) => body.id === input.bodyId))
    if (!bodiesOn(bodies, input.day).some((body) => body.id === input.bodyId)) {
      throw new Problem('invalidInput', { issues: [{ path: ['bodyId'], message: 'body.notThereThen' }] })
    }
    await db
      .updateTable('organisation.priority_adoption')
      .set({ replaced_at: now })
      .where('list_id', '=', list.id)
      .where('body_id', '=', input.bodyId)
      .where('replaced_at', 'is', null)
      .execute()
    await db
      .insertInto('organisation.priority_adoption')
      .values({
        organisation_id: organisationId,
        id: newId(),
        list_id: list.id,
        body_id: input.bodyId,
        day: input.day,
        decision: input.decision,
        recorded_at: now,
      })
      .execute()
    return { unitId: list.unitId, name: list.title }
  },
})
