import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { changeContact as change } from '../../store/persons/contacts.ts'
import { contactInput, contactOf } from './contact-input.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Puts another way to reach somebody in the place of one, which is kept as it was until today. */
export const changeContact = writeOperation({
  name: 'change-contact',
  summary: 'Change a way to reach a person; the one before is kept with its last day.',
  route: 'PUT /people/persons/{personId}/contacts/{contactId}',
  policy: organiserPolicy,
  input: contactInput.extend({ personId: z.uuid(), contactId: z.uuid() }),
  output: aboutShape.extend({ contactId: z.uuid() }),
  example: ({ people }) => ({
    personId: people.personId,
    contactId: people.contactId,
    kind: 'email' as const,
    value: 'disa@example.org',
  }),
  audit: ({ kind }, output) => personSubject(output, { kind }),
  async run(context, { personId, contactId: beforeId, ...written }) {
    const contact = contactOf(written)
    let contactId = ''
    const about = await changePerson(context, personId, async (person) => {
      contactId = await change(context, person, beforeId, contact, 'by hand')
    })
    return { ...about, contactId }
  },
})
