import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { fullName, searchKey } from '../../rules/names.ts'
import { personsIn } from '../persons-in.ts'

/** Finds persons by the beginnings of their names, to give one of them a post. */
export const findCandidates = personalReadOperation({
  name: 'find-candidates',
  summary: 'Find persons by the beginnings of their names, to give one of them a post.',
  route: 'GET /people/posts/candidates',
  policy: registrarPolicy,
  input: z.object({ words: z.string().trim().min(1).max(100) }),
  output: z.object({
    persons: z.array(z.object({ personId: z.uuid(), name: z.string(), unit: z.string() })),
    /** Were there more than are shown? */
    more: z.boolean(),
  }),
  example: () => ({ words: 'Frans' }),
  audit: (_, { persons }) => ({ kind: 'person', id: null, aboutPersonIds: personsIn(persons) }),
  async run({ db }, { words }) {
    let query = db
      .selectFrom('people.person as person')
      .innerJoin('organisation.unit as unit', (join) =>
        join
          .onRef('unit.organisation_id', '=', 'person.organisation_id')
          .onRef('unit.id', '=', 'person.home_unit_id'),
      )
      .select([
        'person.id as personId',
        'person.given_name as givenName',
        'person.family_name as familyName',
        'unit.name as unit',
      ])
      .where('person.merged_into', 'is', null)
      .where('person.erased_at', 'is', null)
      .orderBy('person.family_order')
      .orderBy('person.given_order')
      .limit(most + 1)
    for (const word of searchKey(words).split(' ').slice(0, 5)) {
      const begins = `${word.replaceAll(/[%_\\]/g, '')}%`
      query = query.where((where) =>
        where.or([where('person.given_key', 'like', begins), where('person.family_key', 'like', begins)]),
      )
    }
    const rows = await query.execute()
    return {
      persons: rows
        .slice(0, most)
        .map((row) => ({ personId: row.personId, name: fullName(row), unit: row.unit })),
      more: rows.length > most,
    }
  },
})

const most = 20
