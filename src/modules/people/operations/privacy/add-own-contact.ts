import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { contactKinds } from '../../rules/contact.ts'
import { addressFaults } from '../../rules/persons/read-contact.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { addContact } from '../../store/persons/contacts.ts'
import { contactOf, contactProblem } from '../persons/contact-input.ts'

const line = (most: number) => z.string().trim().max(most).default('')

/** Adds a way to be reached. */
export const addOwnContact = writeOperation({
  name: 'add-own-contact',
  summary: 'Add an e-mail address, a telephone number or a postal address where you can be reached.',
  route: 'POST /me/contacts',
  policy: { allow: 'signedIn' },
  input: z.object({
    personId: z.uuid(),
    kind: z.enum(contactKinds),
    /** For e-mail and telephone, as it is written. */
    value: line(254),
    careOf: line(200),
    street: line(200),
    postalCode: line(20),
    city: line(100),
  }),
  output: z.object({ contactId: z.uuid() }),
  example: ({ people }) => ({ personId: people.personId, kind: 'phone' as const, value: '070-174 06 05' }),
  audit: ({ personId, kind }) => ({ kind: 'person', id: personId, detail: { contact: kind } }),
  async run(context, asked) {
    const person = await ownPersonForChange(context, asked.personId)
    const faults = asked.kind === 'address' ? addressFaults(asked) : []
    if (faults.length > 0) throw contactProblem(faults)
    return { contactId: await addContact(context, person, contactOf(asked), 'own page') }
  },
})
