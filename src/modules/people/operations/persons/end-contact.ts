import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { endContact as end } from '../../store/persons/contacts.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Says that a way to reach somebody no longer leads there; it is kept with its last day. */
export const endContact = writeOperation({
  name: 'end-contact',
  summary: 'End a way to reach a person; it is kept with its last day.',
  route: 'POST /people/persons/{personId}/contacts/{contactId}/end',
  policy: organiserPolicy,
  input: z.object({ personId: z.uuid(), contactId: z.uuid() }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.personId, contactId: people.contactId }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId, contactId }) =>
    changePerson(context, personId, async (person) => {
      await end(context, person, contactId)
    }),
})
