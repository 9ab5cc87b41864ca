import type { Insertable, Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { daysAfter } from '../rules/days.ts'
import type { InventedPerson } from '../rules/invented/person.ts'
import { personRows, type NewPerson, type RowMaker } from '../store/person-rows.ts'
import { shieldColumns } from '../store/record-event.ts'
import { makeVocabulary, type Vocabulary } from './vocabulary.ts'
import { writeRows } from '../store/write-rows.ts'

type Rows = { [Name in keyof Tables]?: Insertable<Tables[Name]>[] }

/** How many people go into the database at a time: enough to be quick, few enough to need little memory. */
const atATime = 2000

export type WrittenPerson = { id: string; invented: InventedPerson }

/**
 * Writes invented people with everything they have, as they would stand in the register had they come one by one.
 * @param db as the owner of the tables; one transaction is quickest
 * @param topUnitId whose the tags and fields are
 * @returns their ids, in order
 */
export async function writeInventedPeople(
  db: Kysely<Tables>,
  people: Iterable<InventedPerson>,
  maker: RowMaker,
  topUnitId: string,
): Promise<WrittenPerson[]> {
  const vocabulary = await makeVocabulary(db, maker, topUnitId)
  const written: WrittenPerson[] = []
  let waiting: InventedPerson[] = []
  const write = async () => {
    const rows: Rows = {}
    for (const invented of waiting) written.push({ id: addRows(rows, invented, maker, vocabulary), invented })
    for (const table of tables) await writeRows(db, table, rows[table] ?? [])
    waiting = []
  }
  for (const person of people) {
    waiting.push(person)
    if (waiting.length === atATime) await write()
  }
  await write()
  return written
}

/** In the order they refer to each other. */
const tables = [
  'people.person',
  'people.contact',
  'people.membership',
  'people.consent',
  'people.person_tag',
  'people.field_value',
  'people.note',
  'people.event',
] as const

function addRows(rows: Rows, invented: InventedPerson, maker: RowMaker, vocabulary: Vocabulary): string {
  const id = newId()
  const came = invented.memberships[0]?.from ?? invented.consents[0]?.givenOn ?? maker.day
  const at = new Date(`${came}T10:00:00Z`)
  const made = personRows(newPerson(id, invented), { ...maker, now: at, day: came })
  const add = <Name extends keyof Rows>(table: Name, row: Insertable<Tables[Name]>) => {
    const there = (rows[table] ??= []) as Insertable<Tables[Name]>[]
    there.push(row)
  }
  const shield = shieldColumns(maker.organisationId, {
    id,
    homeUnitId: invented.homeUnitId,
    protected: invented.protected,
  })
  add('people.person', made.person)
  for (const contact of made.contacts) add('people.contact', { ...noAddress, ...contact })
  for (const membership of made.memberships) {
    add('people.membership', {
      ...membership,
      recorded_at: new Date(`${membership.valid_from}T10:00:00Z`),
    })
  }
  for (const consent of invented.consents) {
    add('people.consent', {
      ...shield,
      id: newId(),
      wording_id: vocabulary.wordings[consent.purpose],
      channel: consent.channel,
      given_at: new Date(`${consent.givenOn}T10:00:00Z`),
      given_through: maker.source,
      expires_on: consent.purpose === 'calls' ? daysAfter(consent.givenOn, 5 * 365) : null,
      withdrawn_at: consent.withdrawnOn ? new Date(`${consent.withdrawnOn}T06:00:00Z`) : null,
    })
  }
  for (const tag of invented.tags)
    add('people.person_tag', { ...shield, tag_id: vocabulary.tags[tag]!, since: at })
  for (const { key, value } of invented.fields) {
    add('people.field_value', {
      ...shield,
      id: newId(),
      field_id: vocabulary.fields[key],
      value,
      valid_from: came,
      recorded_at: at,
    })
  }
  if (invented.note) {
    add('people.note', {
      ...shield,
      id: newId(),
      text: invented.note,
      written_at: maker.now,
      written_by_name: maker.byName,
    })
  }
  add('people.event', {
    ...shield,
    id: newId(),
    at,
    kind: 'created',
    detail: { source: maker.source },
    by_name: maker.byName,
  })
  return id
}

/** The columns of an address, for contacts that have none: many rows are written with the same columns. */
const noAddress = { care_of: '', street: '', postal_code: '', city: '', country: '' }

function newPerson(id: string, invented: InventedPerson): NewPerson {
  return {
    id,
    homeUnitId: invented.homeUnitId,
    protected: invented.protected,
    givenName: invented.givenName,
    familyName: invented.familyName,
    birthDate: invented.birthDate,
    language: invented.language,
    languages: invented.languages,
    accessibility: invented.accessibility,
    lawfulBasis: invented.lawfulBasis,
    contacts: invented.contacts,
    memberships: invented.memberships,
  }
}
