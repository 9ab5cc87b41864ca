import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { protectedPolicy } from '../../people-roles.ts'
import { setProtected } from '../../store/persons/set-protected.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Protects somebody's identity: from now on only those who keep the register see the person, on pages of their own. */
export const protectPerson = writeOperation({
  name: 'protect-person',
  summary:
    'Protect a person’s identity: hidden everywhere but from those who keep the register, never exported.',
  route: 'POST /people/persons/{personId}/protect',
  policy: protectedPolicy,
  input: z.object({ personId: z.uuid() }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.otherPersonId }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId }) =>
    changePerson(context, personId, (person) => setProtected(context, person, true)),
})
