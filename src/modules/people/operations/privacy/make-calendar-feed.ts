import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { linkSecret } from '../../rules/privacy/secret-link.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { newLinkToken } from '../../store/privacy/link-token.ts'
import { shieldColumns } from '../../store/record-event.ts'

/** Makes the secret address of a calendar with the own dates; one made before stops working. */
export const makeCalendarFeed = writeOperation({
  name: 'make-calendar-feed',
  summary:
    'Make the address of a calendar with your own dates. It is shown once; one made before stops working.',
  route: 'POST /me/calendar',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid() }),
  output: z.object({ address: z.url() }),
  example: ({ people }) => ({ personId: people.personId }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId }) {
    const person = await ownPersonForChange(context, personId)
    const { db, now, organisationId, services } = context
    await db
      .updateTable('people.calendar_feed')
      .set({ revoked_at: now })
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .execute()
    const token = newLinkToken(organisationId)
    await db
      .insertInto('people.calendar_feed')
      .values({
        ...shieldColumns(organisationId, person),
        id: newId(),
        token_hash: services.keyedHash(linkSecret('calendar', token)),
        made_at: now,
      })
      .execute()
    return { address: `${services.publicUrl}/calendar/${token}.ics` }
  },
})
