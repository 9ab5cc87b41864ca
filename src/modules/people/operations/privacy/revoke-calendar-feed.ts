import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { ownPersonForChange } from '../../store/own-person.ts'

/** Ends the calendar's address, at once. */
export const revokeCalendarFeed = writeOperation({
  name: 'revoke-calendar-feed',
  summary: 'End the address of the calendar with your own dates.',
  route: 'POST /me/calendar/revoke',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid() }),
  output: z.object({ revoked: z.literal(true) }),
  example: ({ people }) => ({ personId: people.personId }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId }) {
    await ownPersonForChange(context, personId)
    found(
      await context.db
        .updateTable('people.calendar_feed')
        .set({ revoked_at: context.now })
        .where('person_id', '=', personId)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst(),
    )
    return { revoked: true as const }
  },
})
