import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { fullName } from '../../rules/names.ts'

/** Who were members of a network on a day, as far as the caller may see them, in the order of their names. */
export async function readBodyMembers(db: Transaction<Tables>, bodyId: string, day: string) {
  const rows = await db
    .selectFrom('people.body_member as member')
    .innerJoin('people.person as person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'member.organisation_id')
        .onRef('person.id', '=', 'member.person_id'),
    )
    .select([
      'member.id',
      'member.person_id as personId',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'member.valid_from as validFrom',
    ])
    .where('member.body_id', '=', bodyId)
    .where('member.replaced_at', 'is', null)
    .where('member.valid_from', '<=', day)
    .where((where) => where.or([where('member.valid_to', 'is', null), where('member.valid_to', '>=', day)]))
    .where('person.merged_into', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('person.family_order')
    .orderBy('person.given_order')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    name: fullName(row),
    validFrom: row.validFrom,
  }))
}
