import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { tellAffiliation } from '../../store/affiliations/affiliations.ts'
import { aboutShape, changePerson, personSubject } from '../persons/person-change.ts'
import { affiliationInput } from './affiliation-shapes.ts'

/** Writes what somebody told in a conversation that they belong to, after they have heard the words and agreed. */
export const recordAffiliation = writeOperation({
  name: 'record-affiliation',
  summary: 'Record a union, movement or association that a person told of, with their consent.',
  route: 'POST /people/persons/{personId}/affiliations',
  policy: organiserPolicy,
  input: z.object({ personId: z.uuid(), ...affiliationInput }),
  output: aboutShape,
  example: ({ people }) => ({
    personId: people.personId,
    agreed: true as const,
    kind: 'union' as const,
    name: 'Provarnas fackförbund',
    role: 'skyddsombud',
  }),
  audit: (_input, output) => personSubject(output),
  run: (context, { personId, agreed: _, ...told }) =>
    changePerson(context, personId, async (person) => {
      await tellAffiliation(context, person, told, 'conversation')
    }),
})
