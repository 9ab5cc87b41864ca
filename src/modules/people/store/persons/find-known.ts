import type { OperationContext } from '#platform/operations/context.ts'
import { fullName } from '../../rules/names.ts'
import { personalNumberMark, type NewContact } from '../person-rows.ts'

/** Somebody who may be the same person. */
export type Candidate = {
  personId: string
  name: string
  unit: string
  /** What is the same. */
  same: ('email' | 'phone' | 'personalNumber')[]
}

/** Those within the caller's reach who have the same address of e-mail, number or personal number. */
export async function findKnown(
  { db, services }: Pick<OperationContext, 'db' | 'services'>,
  { contacts, personalNumber }: { contacts: readonly NewContact[]; personalNumber: string | null },
): Promise<Candidate[]> {
  const found = new Map<string, Candidate['same']>()
  const note = (id: string, same: Candidate['same'][number]) =>
    found.set(id, [...new Set([...(found.get(id) ?? []), same])])
  for (const contact of contacts) {
    if (contact.kind === 'address') continue
    const rows = await db
      .selectFrom('people.contact')
      .select('person_id')
      .where('kind', '=', contact.kind)
      .where('value', '=', contact.value)
      .where('valid_to', 'is', null)
      .execute()
    for (const row of rows) note(row.person_id, contact.kind)
  }
  if (personalNumber) {
    const rows = await db
      .selectFrom('people.person')
      .select('id')
      .where('personal_number_hash', '=', services.keyedHash(personalNumberMark(personalNumber)))
      .execute()
    for (const row of rows) note(row.id, 'personalNumber')
  }
  if (found.size === 0) return []
  const persons = await db
    .selectFrom('people.person as person')
    .innerJoin('organisation.unit as unit', 'unit.id', 'person.home_unit_id')
    .select(['person.id', 'person.given_name as givenName', 'person.family_name as familyName', 'unit.name'])
    .where('person.id', 'in', [...found.keys()])
    .where('person.merged_into', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('person.family_order')
    .orderBy('person.given_order')
    .limit(20)
    .execute()
  return persons.map((person) => ({
    personId: person.id,
    name: fullName(person),
    unit: person.name,
    same: found.get(person.id) ?? [],
  }))
}
