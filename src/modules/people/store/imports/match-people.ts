import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { addressLine } from '../../rules/contact.ts'
import { searchKey } from '../../rules/names.ts'
import type { Standing } from '../../rules/membership.ts'
import type { ImportedPerson } from '../../rules/imports/imported-person.ts'
import type { Candidate, ExistingPerson } from '../../rules/imports/plan-change.ts'

/** A row and what its personal number is recognised by. */
export type MarkedRow = { person: ImportedPerson; mark: string | null }

/** Who in the register may be these rows' persons, by their places: one question for all of them. */
export async function candidatesFor(
  db: Transaction<Tables>,
  rows: readonly MarkedRow[],
): Promise<Map<number, Candidate[]>> {
  const keys = rows.map(({ person }) => ({
    given: searchKey(person.givenName),
    family: searchKey(person.familyName),
  }))
  const numbers = rows.flatMap(({ mark }, at) => (mark ? [{ at, mark }] : []))
  const ways = rows.flatMap(({ person }, at) => [
    ...person.emails.map((value) => ({ at, kind: 'email', value, ...keys[at]! })),
    ...person.phones.map((value) => ({ at, kind: 'phone', value, ...keys[at]! })),
  ])
  const isBare = ({ person }: MarkedRow) =>
    !person.personalNumber && !person.birthDate && person.emails.length + person.phones.length === 0
  for (const [at, row] of rows.entries()) {
    const { address } = row.person
    if (isBare(row) && address) ways.push({ at, kind: 'address', value: addressLine(address), ...keys[at]! })
  }
  const bare = rows.flatMap((row, at) => (isBare(row) && !row.person.address ? [{ at, ...keys[at]! }] : []))
  const births = rows.flatMap(({ person }, at) =>
    person.birthDate ? [{ at, birth: person.birthDate, ...keys[at]! }] : [],
  )
  // Ways are looked up before names: of one name there may be hundreds.
  const { rows: found } = await sql<{ at: number } & Candidate>`
    with reached as materialized (
      select asked.at, asked.kind, asked.given, asked.family, contact.organisation_id, contact.person_id
      from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb)
        as asked (at int, kind text, value text, given text, family text)
      join people.contact contact on contact.kind = asked.kind and contact.value = asked.value
      where contact.valid_to is null
    )
    select asked.at, 'number' as by, person.id as "personId", person.birth_date as "birthDate",
      person.personal_number_hash as "numberMark"
    from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as asked (at int, mark text)
    join people.person person on person.personal_number_hash = asked.mark
    where person.merged_into is null and person.erased_at is null
    union all
    select reached.at, reached.kind, person.id, person.birth_date, person.personal_number_hash
    from reached join people.person person
      on person.organisation_id = reached.organisation_id and person.id = reached.person_id
    where person.given_key = reached.given and person.family_key = reached.family
      and person.merged_into is null and person.erased_at is null
    union all
    select asked.at, 'birth', person.id, person.birth_date, person.personal_number_hash
    from jsonb_to_recordset(${JSON.stringify(births)}::jsonb) as asked (at int, birth date, given text, family text)
    join people.person person on person.family_key = asked.family and person.given_key = asked.given
    where person.birth_date = asked.birth and person.merged_into is null and person.erased_at is null
    union all
    select asked.at, 'name', person.id, person.birth_date, person.personal_number_hash
    from jsonb_to_recordset(${JSON.stringify(bare)}::jsonb) as asked (at int, given text, family text)
    join people.person person on person.family_key = asked.family and person.given_key = asked.given
    where person.birth_date is null and person.personal_number_hash is null
      and person.merged_into is null and person.erased_at is null
      and not exists (
        select from people.contact contact
        where contact.organisation_id = person.organisation_id and contact.person_id = person.id
          and contact.valid_to is null
      )`.execute(db)
  const candidates = new Map<number, Candidate[]>()
  for (const { at, ...candidate } of found) candidates.set(at, [...(candidates.get(at) ?? []), candidate])
  return candidates
}

/** Of these marks, those that somebody in the organisation has whom the caller may not see. */
export async function takenMarks(db: Transaction<Tables>, marks: readonly string[]): Promise<Set<string>> {
  if (marks.length === 0) return new Set()
  const { rows } = await sql<{ mark: string }>`
    select taken as mark from people.taken_personal_numbers(${[...marks]}::text[]) taken`.execute(db)
  return new Set(rows.map(({ mark }) => mark))
}

/** Everything a row may change in these persons. */
export async function existingPeople(
  db: Transaction<Tables>,
  ids: readonly string[],
): Promise<Map<string, ExistingPerson>> {
  if (ids.length === 0) return new Map()
  const among = sql<boolean>`person_id = any (${[...ids]}::uuid[])`
  const persons = await db
    .selectFrom('people.person')
    .select([
      'id',
      'home_unit_id as homeUnitId',
      'given_name as givenName',
      'family_name as familyName',
      'birth_date as birthDate',
      'personal_number_hash as numberMark',
      'language',
      'revision',
    ])
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute()
  const contacts = await db
    .selectFrom('people.contact')
    .select(['id', 'person_id as personId', 'kind', 'value', 'preferred', 'valid_from as validFrom'])
    .where(among)
    .where('valid_to', 'is', null)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  const memberships = await db
    .selectFrom('people.membership')
    .select([
      'id',
      'person_id as personId',
      'unit_id as unitId',
      'kind',
      'status',
      'paid_until as paidUntil',
      'valid_from as validFrom',
    ])
    .where(among)
    .where('valid_to', 'is', null)
    .where('replaced_at', 'is', null)
    .orderBy('id')
    .execute()
  const tags = await db
    .selectFrom('people.person_tag')
    .innerJoin('people.tag', 'people.tag.id', 'people.person_tag.tag_id')
    .select(['people.person_tag.person_id as personId', 'people.tag.name'])
    .where(sql<boolean>`people.person_tag.person_id = any (${[...ids]}::uuid[])`)
    .execute()
  const fields = await db
    .selectFrom('people.field_value')
    .select(['id', 'person_id as personId', 'field_id as fieldId', 'value', 'valid_from as validFrom'])
    .where(among)
    .where('valid_to', 'is', null)
    .orderBy('value')
    .execute()
  const [contactsOf, membershipsOf, tagsOf, fieldsOf] = [contacts, memberships, tags, fields].map((rows) =>
    Map.groupBy(rows as { personId: string }[], ({ personId }) => personId),
  ) as [
    Map<string, typeof contacts>,
    Map<string, typeof memberships>,
    Map<string, typeof tags>,
    Map<string, typeof fields>,
  ]
  return new Map(
    persons.map((person) => [
      person.id,
      {
        ...person,
        contacts: contactsOf.get(person.id) ?? [],
        memberships: (membershipsOf.get(person.id) ?? []).map((each) => ({
          ...each,
          status: each.status as Standing,
        })),
        tags: (tagsOf.get(person.id) ?? []).map(({ name }) => name),
        fields: fieldsOf.get(person.id) ?? [],
      },
    ]),
  )
}
