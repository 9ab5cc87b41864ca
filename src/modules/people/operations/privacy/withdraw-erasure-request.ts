import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { recordEvent } from '../../store/record-event.ts'

/** Takes back the wish to be erased, as long as it has not been carried out. */
export const withdrawErasureRequest = writeOperation({
  name: 'withdraw-erasure-request',
  summary: 'Take back your request to be erased.',
  route: 'POST /me/erasure-requests/{requestId}/withdraw',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid(), requestId: z.uuid() }),
  output: z.object({ withdrawn: z.literal(true) }),
  example: ({ people, privacy }) => ({ personId: people.personId, requestId: privacy.ownRequestId }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId, requestId }) {
    const person = await ownPersonForChange(context, personId)
    found(
      await context.db
        .updateTable('people.erasure_request')
        .set({ state: 'withdrawn', decided_at: context.now })
        .where('id', '=', requestId)
        .where('person_id', '=', personId)
        .where('state', '=', 'asked')
        .returning('id')
        .executeTakeFirst(),
    )
    await recordEvent(context, person, 'erasureWithdrawn')
    return { withdrawn: true as const }
  },
})
