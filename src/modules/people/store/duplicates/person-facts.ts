import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { PersonFacts } from '../../rules/duplicates/score-pair.ts'

type Facts = PersonFacts & { emails: string[]; phones: string[]; addresses: string[] }

/** What is compared, of persons who are neither part of another nor erased. Others are not in the answer. */
export async function readPersonFacts(
  db: Transaction<Tables>,
  ids: readonly string[],
): Promise<Map<string, PersonFacts>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const persons = await db
    .selectFrom('people.person')
    .select(['id', 'given_name', 'family_name', 'birth_date', 'personal_number_hash'])
    .where('id', '=', (each) => each.fn.any(each.val(wanted)))
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .execute()
  const facts = new Map<string, Facts>(
    persons.map((person) => [
      person.id,
      {
        givenName: person.given_name,
        familyName: person.family_name,
        birthDate: person.birth_date,
        emails: [],
        phones: [],
        addresses: [],
        personalNumberHash: person.personal_number_hash,
      },
    ]),
  )
  const contacts = await db
    .selectFrom('people.contact')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', '=', (each) => each.fn.any(each.val(wanted)))
    .where('valid_to', 'is', null)
    .execute()
  for (const { person_id: personId, kind, value } of contacts) {
    const own = facts.get(personId)
    if (kind === 'email') own?.emails.push(value)
    else if (kind === 'phone') own?.phones.push(value)
    else own?.addresses.push(value)
  }
  return facts
}
