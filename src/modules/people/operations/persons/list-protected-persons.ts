import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { protectedPolicy } from '../../people-roles.ts'
import { fullName } from '../../rules/names.ts'
import { personsIn } from '../persons-in.ts'
import { unitName } from './record-shape.ts'

/** Those whose identity is protected, in the units that the caller keeps the register of. */
export const listProtectedPersons = personalReadOperation({
  name: 'list-protected-persons',
  summary: 'Persons whose identity is protected.',
  route: 'GET /people/protected-persons',
  policy: protectedPolicy,
  input: z.object({}),
  output: z.object({
    persons: z.array(z.object({ personId: z.uuid(), name: z.string(), unit: unitName })),
  }),
  example: () => ({}),
  audit: (_, { persons }) => ({
    kind: 'person',
    id: null,
    aboutPersonIds: personsIn(persons),
    detail: { count: persons.length },
  }),
  async run({ db }) {
    const rows = await db
      .selectFrom('people.person as person')
      .innerJoin('organisation.unit as unit', 'unit.id', 'person.home_unit_id')
      .select([
        'person.id',
        'person.given_name as givenName',
        'person.family_name as familyName',
        'person.home_unit_id as unitId',
        'unit.name as unit',
      ])
      .where('person.protected', '=', true)
      .where('person.merged_into', 'is', null)
      .where('person.erased_at', 'is', null)
      .orderBy('person.family_order')
      .orderBy('person.given_order')
      .orderBy('person.id')
      .execute()
    return {
      persons: rows.map((row) => ({
        personId: row.id,
        name: fullName(row),
        unit: { id: row.unitId, name: row.unit },
      })),
    }
  },
})
