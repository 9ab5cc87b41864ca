import { z } from 'zod'
import { readBodies } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { endPaidFor, postForChange, requireMayEnd } from '../../store/posts/end-post.ts'
import { requireSeatTrust } from '../../store/posts/require-seat-trust.ts'
import { recordEvent } from '../../store/record-event.ts'
import { day, reason } from './post-shapes.ts'

/** Gives a term its last day, and says why. What was paid for it ends with it; the seat is vacant from the day after. */
export const endTerm = writeOperation({
  name: 'end-term',
  summary:
    'End a person’s term in a body after a last day, with the reason; the seat is vacant from the day after.',
  route: 'POST /people/posts/terms/{termId}/end',
  policy: registrarPolicy,
  input: z.object({ termId: z.uuid(), lastDay: day.optional(), reason }),
  output: z.object({ personId: z.uuid(), lastDay: day }),
  example: ({ posts }) => ({ termId: posts.termId, reason: 'Flyttade' }),
  audit: (input, output) => ({ kind: 'person', id: output.personId, detail: { lastDay: output.lastDay } }),
  async run(context, input) {
    const { db, now, scope } = context
    const row = await postForChange(context, 'people.role_term', input.termId)
    const { body_id: bodyId, seat_id: seatId } = await db
      .selectFrom('people.role_term')
      .select(['body_id', 'seat_id'])
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    const records = await readBodies(db)
    const body = found(records.bodies.find((each) => each.id === bodyId))
    requireSeatTrust(
      scope,
      body,
      records.seats.find((each) => each.id === seatId),
    )
    const lastDay = input.lastDay ?? today(now)
    requireMayEnd(row, lastDay)
    const why = input.reason ?? ''
    await db
      .updateTable('people.role_term')
      .set({ valid_to: lastDay, ended_reason: why })
      .where('id', '=', row.id)
      .execute()
    await endPaidFor(context, { roleTermId: row.id }, lastDay, why)
    await recordEvent(context, row.person, 'termEnded', { lastDay, reason: why })
    return { personId: row.person.id, lastDay }
  },
})
