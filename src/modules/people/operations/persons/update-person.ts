import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { updatePerson as update } from '../../store/persons/update-person.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'
import { familyNameInput, givenNameInput, identityOf, languagesInput } from './person-input.ts'

/** Changes who somebody is in the register. What stood before stands in the timeline. */
export const updatePerson = writeOperation({
  name: 'update-person',
  summary: 'Change a person’s names, birth date, personal number, languages and accessibility needs.',
  route: 'PATCH /people/persons/{personId}',
  policy: registrarPolicy,
  input: z.object({
    personId: z.uuid(),
    expectedRevision: z.number().int().optional(),
    givenName: givenNameInput.optional(),
    familyName: familyNameInput.optional(),
    birthDate: z.iso.date().nullable().optional(),
    personalNumber: z.string().max(20).nullable().optional().describe('Null takes it away'),
    language: z.enum(['sv', 'en']).optional(),
    languages: languagesInput.optional(),
    accessibility: z.string().trim().max(2000).optional(),
  }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.personId, familyName: 'Provlund' }),
  audit: (_, output) => personSubject(output),
  run(context, { personId, expectedRevision, ...changes }) {
    const identity = identityOf(changes, today(context.now))
    // A number says the day of birth also when only the number was written.
    const birthDate =
      changes.birthDate === undefined && !identity.birthDate ? {} : { birthDate: identity.birthDate }
    const personalNumber =
      changes.personalNumber === undefined ? {} : { personalNumber: identity.personalNumber }
    return changePerson(
      context,
      personId,
      (person) => update(context, person, { ...changes, ...birthDate, ...personalNumber }),
      expectedRevision,
    )
  },
})
