import fc from 'fast-check'
import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import type { PersonFacts, World } from '../rules/lists/facts.ts'
import { membershipKinds, standings } from '../rules/membership.ts'
import type { FieldType } from '../rules/persons/field-value.ts'

/** A small register of random people, in the database and as plain facts. */
export type RandomRegister = {
  people: PersonFacts[]
  world: Omit<World, 'lot' | 'reaches'>
  unitIds: string[]
  tagIds: string[]
  fields: { id: string; type: FieldType }[]
  /** A list of those who are written to in English, and a static one. */
  listIds: string[]
  bodyIds: string[]
  publicBodyIds: string[]
}

const day = fc
  .date({ min: new Date('2024-06-01'), max: new Date('2028-01-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const birthDate = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const words = ['Kollektivtrafik', 'vård', 'Språk', 'bygge']
const cities = ['Ort', 'ÖRTEN', 'örten', 'By']

/** Makes the register; the same each time. */
export async function randomRegister(
  owner: Kysely<Tables>,
  { id: organisationId, unitId: top }: TestOrganisation,
  count: number,
): Promise<RandomRegister> {
  const now = new Date('2026-01-01T00:00:00Z')
  const units = [top, newId(), newId(), newId()] as const
  const parents = [null, units[0], units[1], units[0]]
  for (const [index, id] of units.entries()) {
    if (index === 0) continue
    await owner
      .insertInto('organisation.unit')
      .values({
        organisation_id: organisationId,
        id,
        parent_id: parents[index] ?? null,
        kind: 'association',
        name: `Enhet ${index}`,
        slug: `enhet-${index}`,
        valid_from: '2020-01-01',
      })
      .execute()
  }
  const tagIds = [newId(), newId()]
  for (const [index, id] of tagIds.entries()) {
    const tag = {
      organisation_id: organisationId,
      id,
      unit_id: top,
      name: `Etikett ${index}`,
      created_at: now,
    }
    await owner.insertInto('people.tag').values(tag).execute()
  }
  const fields = (['text', 'number', 'date', 'yesNo', 'choices'] as const).map((type) => ({
    id: newId(),
    type,
  }))
  for (const [index, { id, type }] of fields.entries()) {
    await owner
      .insertInto('people.field')
      .values({
        organisation_id: organisationId,
        id,
        unit_id: top,
        key: `field${index}`,
        label: `Fält ${index}`,
        type,
        choices: type === 'choices' ? words : [],
        visible_to: ['owner', 'organiser'],
        position: index,
        created_at: now,
      })
      .execute()
  }
  const wordingId = newId()
  await owner
    .insertInto('people.consent_wording')
    .values({
      organisation_id: organisationId,
      id: wordingId,
      purpose: 'newsletter',
      version: 1,
      swedish: 'Ja',
      english: 'Yes',
      valid_from: '2020-01-01',
      recorded_at: now,
    })
    .execute()
  const { bodyIds, publicBodyIds } = await writeBodies(owner, organisationId, top)
  const people = fc.sample(randomPerson([...units], tagIds, fields, bodyIds, publicBodyIds), {
    numRuns: count,
    seed: 20261122,
  })
  for (const person of people) await write(owner, organisationId, wordingId, person)
  const inList = new Set(people.filter(({ language }) => language === 'en').map(({ id }) => id))
  const frozen = new Set(people.slice(0, 30).map(({ id }) => id))
  const listIds = [
    await writeList(owner, organisationId, top, []),
    await writeList(owner, organisationId, top, people.slice(0, 30)),
  ]
  const below = new Map(
    units.map((unit, index) => [
      unit,
      new Set(index === 0 ? units : index === 1 ? [units[1], units[2]] : [unit]),
    ]),
  )
  return {
    people,
    unitIds: [...units],
    tagIds,
    fields,
    listIds,
    bodyIds,
    publicBodyIds,
    world: {
      today: '2026-11-22',
      unitsBelow: (id) => below.get(id) ?? new Set(),
      fieldType: (id) => fields.find((field) => field.id === id)?.type ?? null,
      inList: (id) => (id === listIds[0] ? inList : frozen),
    },
  }
}

function randomPerson(
  units: string[],
  tagIds: string[],
  fields: readonly { id: string; type: FieldType }[],
  bodyIds: string[],
  publicBodyIds: string[],
): fc.Arbitrary<PersonFacts> {
  const values: Record<string, fc.Arbitrary<string>> = {
    text: fc.constantFrom('Åre', 'åka', 'snö', 'x'),
    number: fc.constantFrom('1', '2.5', '10', '-3'),
    date: day,
    yesNo: fc.constantFrom('yes', 'no'),
    choices: fc.constantFrom(...words),
  }
  return fc
    .record({
      id: fc.constant(null).map(() => newId()),
      homeUnitId: fc.constantFrom(...units),
      birthDate: fc.option(birthDate),
      language: fc.constantFrom('sv', 'en'),
      languages: fc.uniqueArray(fc.constantFrom('fi', 'ar', 'sv')),
      source: fc.constantFrom('import', 'join', 'by hand'),
      // One a unit at the most: two that are open at once in one unit are not let in.
      memberships: fc.uniqueArray(
        fc.record({
          unitId: fc.constantFrom(...units),
          kind: fc.constantFrom(...membershipKinds.filter((kind) => kind !== 'home')),
          status: fc.constantFrom(...standings),
          from: day,
          length: fc.option(fc.integer({ min: 0, max: 600 })),
          paidUntil: fc.option(day),
        }),
        { selector: ({ unitId }) => unitId, maxLength: 3 },
      ),
      contacts: fc.array(
        fc.record({
          kind: fc.constantFrom('email' as const, 'phone' as const, 'address' as const),
          postalCode: fc.constantFrom('111 20', '113 99', '118 00', '981 31'),
          city: fc.constantFrom(...cities),
        }),
        { maxLength: 3 },
      ),
      role: fc.option(
        fc.record({
          bodyId: fc.constantFrom(...bodyIds),
          standing: fc.constantFrom('ordinary' as const, 'substitute' as const),
          from: day,
          length: fc.option(fc.integer({ min: 0, max: 600 })),
        }),
      ),
      mandate: fc.option(
        fc.record({
          publicBodyId: fc.constantFrom(...publicBodyIds),
          seatKind: fc.constantFrom('ordinary' as const, 'deputy' as const),
          from: day,
          length: fc.option(fc.integer({ min: 0, max: 600 })),
        }),
      ),
      tagIds: fc.subarray(tagIds),
      fields: fc
        .tuple(
          ...fields.map((field) =>
            fc.option(values[field.type]!.map((value) => ({ fieldId: field.id, value }))),
          ),
        )
        .map((each) => each.filter((value) => value !== null)),
      consents: fc.array(
        fc.record({
          id: fc.constant(null).map(() => newId()),
          purpose: fc.constant('newsletter'),
          channel: fc.constantFrom('any', 'email', 'sms'),
          expiresOn: fc.option(day),
        }),
        { maxLength: 2 },
      ),
      told: fc.option(
        fc.record({
          interests: fc.subarray(words),
          skills: fc.subarray(words),
          affiliations: fc.subarray(words),
          visibility: fc.constantFrom('unit' as const, 'district' as const),
        }),
      ),
    })
    .map(({ told, memberships, contacts, role, mandate, ...person }) => ({
      ...person,
      campaignIds: [],
      roles: role ? [withEnd(role)] : [],
      mandates: mandate ? [withEnd(mandate)] : [],
      contacts: contacts.map((contact) =>
        contact.kind === 'address' ? contact : { ...contact, postalCode: '', city: '' },
      ),
      memberships: memberships.map(withEnd),
      engagement: told && person.consents[0] ? { ...told, consentId: person.consents[0].id } : null,
    }))
}

/** What lasts some days, with its last day; null for what has none. */
function withEnd<Row extends { from: string; length: number | null }>({ length, ...row }: Row) {
  return { ...row, to: length === null ? null : daysAfter(row.from, length) }
}

function daysAfter(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

async function write(owner: Kysely<Tables>, organisationId: string, wordingId: string, person: PersonFacts) {
  const now = new Date('2026-01-01T00:00:00Z')
  const shield = { organisation_id: organisationId, person_id: person.id, home_unit_id: person.homeUnitId }
  await owner
    .insertInto('people.person')
    .values({
      organisation_id: organisationId,
      id: person.id,
      home_unit_id: person.homeUnitId,
      given_name: 'Prov',
      family_name: 'Provsson',
      given_key: 'prov',
      family_key: 'provsson',
      birth_date: person.birthDate,
      language: person.language,
      languages: [...person.languages],
      source: person.source,
      lawful_basis: 'membership',
      created_at: now,
    })
    .execute()
  for (const each of person.memberships) {
    const membership = {
      ...shield,
      id: newId(),
      unit_id: each.unitId,
      kind: each.kind,
      status: each.status,
      valid_from: each.from,
      valid_to: each.to,
      paid_until: each.paidUntil,
      recorded_at: now,
    }
    await owner.insertInto('people.membership').values(membership).execute()
    // What another row took the place of is asked for by nobody.
    const replaced = {
      ...membership,
      id: newId(),
      status: 'active',
      valid_from: '2020-01-01',
      replaced_at: now,
    }
    await owner.insertInto('people.membership').values(replaced).execute()
  }
  for (const { kind, postalCode, city } of person.contacts) {
    const contact = {
      ...shield,
      id: newId(),
      kind,
      value: 'x',
      postal_code: postalCode,
      city,
      valid_from: '2026-01-01',
      recorded_at: now,
    }
    await owner.insertInto('people.contact').values(contact).execute()
  }
  for (const tagId of person.tagIds) {
    await owner
      .insertInto('people.person_tag')
      .values({ ...shield, tag_id: tagId, since: now })
      .execute()
  }
  for (const { fieldId, value } of person.fields) {
    const row = {
      ...shield,
      id: newId(),
      field_id: fieldId,
      value,
      valid_from: '2026-01-01',
      recorded_at: now,
    }
    await owner.insertInto('people.field_value').values(row).execute()
  }
  for (const { id, channel, expiresOn } of person.consents) {
    const consent = { ...shield, id, wording_id: wordingId, channel, given_at: now, given_through: 'form' }
    await owner
      .insertInto('people.consent')
      .values({ ...consent, expires_on: expiresOn })
      .execute()
  }
  for (const { bodyId, standing, from, to } of person.roles) {
    const seat = { organisation_id: organisationId, id: newId(), body_id: bodyId }
    await owner
      .insertInto('organisation.seat')
      .values({ ...seat, role_kind: 'member', valid_from: '2020-01-01', position: 0 })
      .execute()
    const held = { ...shield, id: newId(), seat_id: seat.id, body_id: bodyId, standing }
    await owner
      .insertInto('people.role_term')
      .values({ ...held, valid_from: from, valid_to: to, recorded_at: now })
      .execute()
  }
  for (const { publicBodyId, seatKind, from, to } of person.mandates) {
    const held = { ...shield, id: newId(), public_body_id: publicBodyId, seat_kind: seatKind }
    await owner
      .insertInto('people.public_mandate')
      .values({ ...held, valid_from: from, valid_to: to, recorded_at: now })
      .execute()
  }
  if (!person.engagement) return
  const { interests, skills, affiliations, visibility, consentId } = person.engagement
  await owner
    .insertInto('people.engagement')
    .values({
      ...shield,
      id: newId(),
      interests: [...interests],
      skills: [...skills],
      affiliations: [...affiliations],
      visibility,
      consent_id: consentId,
      valid_from: '2026-01-01',
      recorded_at: now,
      recorded_by_name: 'Prov',
    })
    .execute()
}

async function writeList(
  owner: Kysely<Tables>,
  organisationId: string,
  unitId: string,
  members: readonly PersonFacts[],
): Promise<string> {
  const [id, now] = [newId(), new Date('2026-01-01T00:00:00Z')]
  const isStatic = members.length > 0
  const where = { kind: 'and', steps: [{ kind: 'filter', filter: 'language', input: { writtenTo: 'en' } }] }
  await owner
    .insertInto('people.list')
    .values({
      organisation_id: organisationId,
      id,
      unit_id: unitId,
      name: 'Lista',
      owner_name: 'Prov',
      shared: true,
      kind: isStatic ? 'static' : 'living',
      query: JSON.stringify({ where, sample: null }),
      columns: ['name'],
      sorting: 'name',
      created_at: now,
      changed_at: now,
      frozen_at: isStatic ? now : null,
    })
    .execute()
  for (const person of members) {
    await owner
      .insertInto('people.list_member')
      .values({
        organisation_id: organisationId,
        list_id: id,
        person_id: person.id,
        home_unit_id: person.homeUnitId,
        added_at: now,
        added_by_name: 'Prov',
      })
      .execute()
  }
  return id
}

async function writeBodies(owner: Kysely<Tables>, organisationId: string, unitId: string) {
  const [bodyIds, publicBodyIds] = [
    [newId(), newId()],
    [newId(), newId()],
  ]
  const row = (id: string) => ({
    organisation_id: organisationId,
    id,
    unit_id: unitId,
    valid_from: '2020-01-01',
  })
  for (const id of bodyIds) {
    await owner
      .insertInto('organisation.body')
      .values({ ...row(id), kind: 'board', name: 'Organ' })
      .execute()
  }
  for (const id of publicBodyIds) {
    const body = { ...row(id), level: 'municipality', kind: 'council' }
    await owner.insertInto('organisation.public_body').values(body).execute()
    await owner
      .insertInto('organisation.public_body_record')
      .values({
        organisation_id: organisationId,
        id: newId(),
        public_body_id: id,
        name: 'Fullmäktige',
        valid_from: '2020-01-01',
        recorded_at: new Date('2026-01-01T00:00:00Z'),
      })
      .execute()
  }
  return { bodyIds, publicBodyIds }
}
