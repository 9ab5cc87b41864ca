import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { fullName } from '../../rules/names.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'

/** Asks to be erased (GDPR art. 17). A registrar carries it out, or says why not, within a month (art. 12.3). */
export const createErasureRequest = writeOperation({
  name: 'create-erasure-request',
  summary: 'Ask that everything kept about you is erased.',
  route: 'POST /me/erasure-requests',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid(), message: z.string().trim().max(2000).default('') }),
  output: z.object({ requestId: z.uuid() }),
  example: ({ people }) => ({ personId: people.personId, message: 'Jag vill inte vara med längre.' }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId, message }) {
    const person = await ownPersonForChange(context, personId)
    const { db, now, organisationId } = context
    // Asked again while it waits: the same request, with what is said now.
    const asked = await db
      .updateTable('people.erasure_request')
      .set({ message })
      .where('person_id', '=', personId)
      .where('state', '=', 'asked')
      .returning('id')
      .executeTakeFirst()
    if (asked) return { requestId: asked.id }
    const requestId = newId()
    await db
      .insertInto('people.erasure_request')
      .values({
        ...shieldColumns(organisationId, person),
        id: requestId,
        asked_at: now,
        asked_by_name: fullName(person),
        message,
        state: 'asked',
      })
      .execute()
    await recordEvent(context, person, 'erasureAsked')
    return { requestId }
  },
})
