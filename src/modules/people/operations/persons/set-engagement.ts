import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { tidyName } from '../../rules/names.ts'
import { setEngagement as set } from '../../store/persons/set-engagement.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

const words = z.array(z.string().max(200).overwrite(tidyName).min(1).max(100)).max(50)

/** Keeps how somebody wants to take part, which asks for a consent that holds; what stood before is kept. */
export const setEngagement = writeOperation({
  name: 'set-engagement',
  summary:
    'Keep how a person wants to take part (interests, skills, time, affiliations), with their consent.',
  route: 'PUT /people/persons/{personId}/engagement',
  policy: organiserPolicy,
  input: z.object({
    personId: z.uuid(),
    consentId: z.uuid(),
    interests: words.default([]),
    skills: words.default([]),
    availability: z.string().trim().max(1000).default(''),
    affiliations: words.default([]).describe('Unions and movements, and what the person does there'),
    visibility: z
      .enum(['unit', 'district'])
      .default('unit')
      .describe('Found by a search in the home unit alone, or in the units above it too'),
  }),
  output: aboutShape,
  example: ({ people }) => ({
    personId: people.personId,
    consentId: people.consentId,
    skills: ['ljudteknik'],
  }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId, ...engagement }) =>
    changePerson(context, personId, (person) => set(context, person, engagement)),
})
