import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { aboutPerson, aboutShape, personSubject } from './person-change.ts'

/** Shows a personal number whole. Everywhere else its last digits are masked; each use is in the log. */
export const revealPersonalNumber = personalReadOperation({
  name: 'reveal-personal-number',
  summary: 'Show a person’s whole personal identity number.',
  route: 'GET /people/persons/{personId}/personal-number',
  policy: registrarPolicy,
  input: z.object({ personId: z.uuid() }),
  output: aboutShape.extend({ personalNumber: z.string().nullable() }),
  example: ({ people }) => ({ personId: people.personId }),
  audit: (_, output) => personSubject(output),
  async run(context, { personId }) {
    const person = found(
      await context.db
        .selectFrom('people.person')
        .select(['id', 'home_unit_id as homeUnitId', 'protected', 'personal_number_sealed as sealed'])
        .where('id', '=', personId)
        .where('merged_into', 'is', null)
        .where('erased_at', 'is', null)
        .executeTakeFirst(),
    )
    return {
      ...(await aboutPerson(context, person)),
      personalNumber: person.sealed === null ? null : context.services.sealer.open(person.sealed),
    }
  },
})
