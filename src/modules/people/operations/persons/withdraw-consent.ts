import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { withdrawConsent as withdraw } from '../../store/persons/consents.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Takes somebody's consent back, at once. */
export const withdrawConsent = writeOperation({
  name: 'withdraw-consent',
  summary: 'Take a person’s consent back, at once; that it was given is kept.',
  route: 'POST /people/persons/{personId}/consents/{consentId}/withdraw',
  policy: organiserPolicy,
  input: z.object({ personId: z.uuid(), consentId: z.uuid() }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.personId, consentId: people.consentId }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId, consentId }) =>
    changePerson(context, personId, (person) => withdraw(context, person, consentId)),
})
