import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { addContact as add } from '../../store/persons/contacts.ts'
import { contactInput, contactOf } from './contact-input.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Adds a way to reach somebody, from today. */
export const addContact = writeOperation({
  name: 'add-contact',
  summary: 'Add an e-mail address, a phone number or a postal address to a person.',
  route: 'POST /people/persons/{personId}/contacts',
  policy: organiserPolicy,
  input: contactInput.extend({ personId: z.uuid() }),
  output: aboutShape.extend({ contactId: z.uuid() }),
  example: ({ people }) => ({ personId: people.personId, kind: 'phone' as const, value: '070-174 06 05' }),
  audit: ({ kind }, output) => personSubject(output, { kind }),
  async run(context, { personId, ...written }) {
    const contact = contactOf(written)
    let contactId = ''
    const about = await changePerson(context, personId, async (person) => {
      contactId = await add(context, person, contact, 'by hand')
    })
    return { ...about, contactId }
  },
})
