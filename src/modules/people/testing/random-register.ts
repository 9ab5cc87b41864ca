import fc from 'fast-check'
import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import type { PersonFacts, World } from '../rules/lists/facts.ts'
import type { FieldType } from '../rules/persons/field-value.ts'
import { randomPerson, words } from './random-person.ts'
import { writePersonFacts } from './write-person-facts.ts'

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
  for (const person of people) await writePersonFacts(owner, organisationId, wordingId, person)
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
