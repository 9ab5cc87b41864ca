import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { readBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'

/** Notes that a body met or did something. A network without a note for long is flagged. */
export const recordBodyActivity = writeOperation({
  name: 'record-body-activity',
  summary: 'Note that a body met or did something on a day.',
  route: 'POST /bodies/{bodyId}/activity',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary', 'organiser', 'board'] },
  input: z.object({
    bodyId: z.uuid(),
    day: z.iso.date().optional(),
    what: z.string().trim().min(1).max(200),
  }),
  output: z.object({ day: z.iso.date() }),
  example: ({ organisation }) => ({ bodyId: organisation.bodyId, what: 'Möte' }),
  audit: (input, output) => ({ kind: 'body', id: input.bodyId, detail: { day: output.day } }),
  async run({ db, now, organisationId, scope }, { bodyId, day, what }) {
    requireBody(await readBodies(db), scope, bodyId)
    const then = firstDay(day, today(now), 'day')
    await db
      .insertInto('organisation.body_activity')
      .values({
        organisation_id: organisationId,
        id: newId(),
        body_id: bodyId,
        day: then,
        what,
        recorded_at: now,
      })
      .execute()
    return { day: then }
  },
})
