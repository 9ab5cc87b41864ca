import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { setFieldValues } from '../../store/persons/set-field-values.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Writes what a field of the organisation's own says about somebody; nothing takes the value away. */
export const setFieldValue = writeOperation({
  name: 'set-field-value',
  summary: 'Set a person’s value in a field; several only where several may be chosen, none takes it away.',
  route: 'PUT /people/persons/{personId}/fields/{fieldId}',
  policy: organiserPolicy,
  input: z.object({
    personId: z.uuid(),
    fieldId: z.uuid(),
    values: z.array(z.string().max(2000)).max(100),
  }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.personId, fieldId: people.fieldId, values: ['Tåg'] }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId, fieldId, values }) =>
    changePerson(context, personId, (person) => setFieldValues(context, person, fieldId, values)),
})
