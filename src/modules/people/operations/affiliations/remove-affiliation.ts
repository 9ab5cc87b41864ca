import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { forgetAffiliation as forget } from '../../store/affiliations/affiliations.ts'
import { aboutShape, changePerson, personSubject } from '../persons/person-change.ts'

/** Takes away what was written wrong, or what somebody no longer wants to have told. */
export const removeAffiliation = writeOperation({
  name: 'remove-affiliation',
  summary: 'Take away something a person has told that they belong to.',
  route: 'POST /people/persons/{personId}/affiliations/{affiliationId}/remove',
  policy: organiserPolicy,
  input: z.object({ personId: z.uuid(), affiliationId: z.uuid() }),
  output: aboutShape,
  example: ({ people, affiliations }) => ({
    personId: people.personId,
    affiliationId: affiliations.affiliationId,
  }),
  audit: (_input, output) => personSubject(output),
  run: (context, { personId, affiliationId }) =>
    changePerson(context, personId, (person) => forget(context, person, affiliationId)),
})
