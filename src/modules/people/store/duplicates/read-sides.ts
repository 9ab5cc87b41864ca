import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { Services } from '#platform/operations/services.ts'
import type { ContactKind } from '../../rules/contact.ts'
import type { MembershipKind, Standing } from '../../rules/membership.ts'
import { maskedPersonalNumber } from '../../rules/personal-number.ts'

/** One of two records beside each other: what tells whether they are of one person, and what would stand. */
export type RecordSide = {
  id: string
  givenName: string
  familyName: string
  birthDate: string | null
  /** Masked. */
  personalNumber: string | null
  language: 'sv' | 'en'
  homeUnit: { id: string; name: string }
  source: string
  createdAt: string
  contacts: { kind: ContactKind; value: string; preferred: boolean }[]
  memberships: {
    unit: { id: string; name: string }
    kind: MembershipKind
    status: Standing
    from: string
    to: string | null
  }[]
  /** Of what has no value to compare: how many of each. */
  counts: { consents: number; tags: number; notes: number; events: number }
}

/** The records of persons the caller reaches; those that became part of another, were erased or are protected are left out. */
export async function readSides(
  db: Transaction<Tables>,
  { sealer }: Pick<Services, 'sealer'>,
  ids: readonly string[],
): Promise<RecordSide[]> {
  const persons = await db
    .selectFrom('people.person as person')
    .innerJoin('organisation.unit as unit', (join) =>
      join
        .onRef('unit.organisation_id', '=', 'person.organisation_id')
        .onRef('unit.id', '=', 'person.home_unit_id'),
    )
    .select([
      'person.id',
      'person.given_name',
      'person.family_name',
      'person.birth_date',
      'person.personal_number_sealed',
      'person.language',
      'person.home_unit_id',
      'unit.name as unit_name',
      'person.source',
      'person.created_at',
      countOf('consent').as('consents'),
      countOf('person_tag').as('tags'),
      countOf('note').as('notes'),
      countOf('event').as('events'),
    ])
    .where('person.id', 'in', [...ids])
    .where('person.merged_into', 'is', null)
    .where('person.erased_at', 'is', null)
    .execute()
  const contacts = await db
    .selectFrom('people.contact')
    .select(['person_id', 'kind', 'value', 'preferred'])
    .where('person_id', 'in', [...ids])
    .where('valid_to', 'is', null)
    .orderBy('kind')
    .orderBy('preferred', 'desc')
    .orderBy('id')
    .execute()
  const memberships = await db
    .selectFrom('people.membership as membership')
    .innerJoin('organisation.unit as unit', (join) =>
      join
        .onRef('unit.organisation_id', '=', 'membership.organisation_id')
        .onRef('unit.id', '=', 'membership.unit_id'),
    )
    .select([
      'membership.person_id',
      'membership.unit_id',
      'unit.name as unit_name',
      'membership.kind',
      'membership.status',
      'membership.valid_from',
      'membership.valid_to',
    ])
    .where('membership.person_id', 'in', [...ids])
    .where('membership.replaced_at', 'is', null)
    .orderBy('membership.valid_from')
    .orderBy('membership.id')
    .execute()
  return persons.map((person) => ({
    id: person.id,
    givenName: person.given_name,
    familyName: person.family_name,
    birthDate: person.birth_date,
    personalNumber: person.personal_number_sealed
      ? maskedPersonalNumber(sealer.open(person.personal_number_sealed) ?? '')
      : null,
    language: person.language as 'sv' | 'en',
    homeUnit: { id: person.home_unit_id, name: person.unit_name },
    source: person.source,
    createdAt: person.created_at.toISOString(),
    contacts: contacts
      .filter((contact) => contact.person_id === person.id)
      .map(({ kind, value, preferred }) => ({ kind: kind as ContactKind, value, preferred })),
    memberships: memberships
      .filter((membership) => membership.person_id === person.id)
      .map((membership) => ({
        unit: { id: membership.unit_id, name: membership.unit_name },
        kind: membership.kind as MembershipKind,
        status: membership.status as Standing,
        from: membership.valid_from,
        to: membership.valid_to,
      })),
    counts: {
      consents: person.consents,
      tags: person.tags,
      notes: person.notes,
      events: person.events,
    },
  }))
}

/** How many rows a person has in a table. */
function countOf(table: 'consent' | 'person_tag' | 'note' | 'event') {
  return sql<number>`(
    select count(*)::int from ${sql.table(`people.${table}`)} about
    where about.organisation_id = person.organisation_id and about.person_id = person.id)`
}
