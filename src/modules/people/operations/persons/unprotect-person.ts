import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { protectedPolicy } from '../../people-roles.ts'
import { setProtected } from '../../store/persons/set-protected.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Ends the protection of somebody's identity: the person is shown like everybody else. */
export const unprotectPerson = writeOperation({
  name: 'unprotect-person',
  summary: 'End the protection of a person’s identity.',
  route: 'POST /people/persons/{personId}/unprotect',
  policy: protectedPolicy,
  input: z.object({ personId: z.uuid() }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.protectedPersonId }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId }) =>
    changePerson(context, personId, (person) => setProtected(context, person, false)),
})
