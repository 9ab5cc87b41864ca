import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { protectedPolicy } from '../../people-roles.ts'
import { personForChange } from '../../store/find-person.ts'
import { recordEvent } from '../../store/record-event.ts'

/** Says no to a request, with the reason that the law asks for (GDPR art. 12.4); the person reads it on the own page. */
export const refuseErasureRequest = writeOperation({
  name: 'refuse-erasure-request',
  summary: 'Refuse a request to be erased, with the reason.',
  route: 'POST /people/erasure-requests/{requestId}/refuse',
  policy: protectedPolicy,
  input: z.object({ requestId: z.uuid(), reason: z.string().trim().min(10).max(2000) }),
  output: z.object({ personId: z.uuid() }),
  example: ({ privacy }) => ({
    requestId: privacy.ownRequestId,
    reason: 'Uppdraget som revisor måste redovisas till årsmötet.',
  }),
  audit: ({ requestId }, { personId }) => ({
    kind: 'person',
    id: personId,
    detail: { requestId },
  }),
  async run(context, { requestId, reason }) {
    const { db, now } = context
    const { personId } = found(
      await db
        .updateTable('people.erasure_request')
        .set({ state: 'refused', reason, decided_at: now, decided_by_name: actorName(context).name })
        .where('id', '=', requestId)
        .where('state', '=', 'asked')
        .returning('person_id as personId')
        .executeTakeFirst(),
    )
    await recordEvent(context, await personForChange(context, personId), 'erasureRefused')
    return { personId }
  },
})
