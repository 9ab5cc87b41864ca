import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { endContact } from '../../store/persons/contacts.ts'

/** A way that no longer leads to one is ended; that it has been one is kept until retention takes it. */
export const endOwnContact = writeOperation({
  name: 'end-own-contact',
  summary: 'End one of your own ways to be reached.',
  route: 'POST /me/contacts/{contactId}/end',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid(), contactId: z.uuid() }),
  output: z.object({ kind: z.string() }),
  example: ({ people }) => ({ personId: people.personId, contactId: people.contactId }),
  audit: ({ personId }, { kind }) => ({ kind: 'person', id: personId, detail: { contact: kind } }),
  async run(context, { personId, contactId }) {
    const person = await ownPersonForChange(context, personId)
    const { kind } = await endContact(context, person, contactId)
    return { kind }
  },
})
