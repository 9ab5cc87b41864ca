import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#platform/operations/call.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { mergePersons } from './operations/duplicates/merge-persons.ts'
import { unmergePersons } from './operations/duplicates/unmerge-persons.ts'
import { createPeopleImport } from './operations/imports/create-people-import.ts'
import { getPeopleImport } from './operations/imports/get-people-import.ts'
import { runPeopleImport } from './operations/imports/run-people-import.ts'
import { createList } from './operations/lists/create-list.ts'
import { countedQuery } from './operations/lists/example-query.ts'
import { freezeList } from './operations/lists/freeze-list.ts'
import { erasePerson } from './operations/privacy/erase-person.ts'
import { suppressedAmong, suppressionMarks } from './store/privacy/suppression.ts'
import { tracesOf } from './testing/person-tables.ts'

let office: TestOffice
let district: TestOrganisation
let registrar: Caller
let call: TestOffice['application']['call']
let minute = 0

beforeAll(async () => {
  office = await openTestOffice()
  district = await office.organisation()
  registrar = await district.person(['owner', 'registrar'])
  call = office.application.call
})
afterAll(() => office.close())

const head = 'Förnamn;Efternamn;Personnummer;E-post;Mobil;Taggar'

async function bringIn(...rows: string[]) {
  office.setClock(new Date(Date.UTC(2026, 10, 22, 10, (minute += 1))).toISOString())
  const file = new File([[head, ...rows].join('\n')], `fil ${minute}.csv`)
  const { runId } = await call(createPeopleImport, { unitId: district.unitId, file }, registrar)
  await call(runPeopleImport, { runId }, registrar)
  return runId
}

async function personNamed(givenName: string): Promise<string> {
  const { rows } = await office.application.database.pool.query(
    `select id from people.person where organisation_id = $1 and given_name = $2 order by id`,
    [district.id, givenName],
  )
  return rows[0].id
}

const traces = (...words: string[]) => tracesOf(office.application.database.pool, words)

describe('erasing somebody with a past', () => {
  it('reaches records put together, what a merge and an import remember, refused rows and lists', async () => {
    const first = await bringIn('Kvistina;Kvistberg;19121212-1212;kvist@example.org;070-174 06 05;')
    await bringIn('Kvistina;Kvistberg;19121212-1212;ny.kvist@example.org;;Ny')
    await bringIn('Kvista;Kvistborg;19450707-1019;annan.kvist@example.org;;Ny')
    const last = await bringIn(
      'Kvista;Kvistborg-Kvist;19450707-1019;sista.kvist@example.org;;',
      'Annan;Annansson;;ingen adress;;',
    )
    const [personId, otherId] = [await personNamed('Kvistina'), await personNamed('Kvista')]
    const { listId } = await call(
      createList,
      { unitId: district.unitId, name: 'Utvalda', query: countedQuery },
      registrar,
    )
    expect((await call(freezeList, { listId }, registrar)).total).toBe(2)
    await call(mergePersons, { keptPersonId: personId, otherPersonId: otherId }, registrar)
    expect((await call(getPeopleImport, { runId: last }, registrar)).refused).toHaveLength(1)
    expect((await traces('kvist')).map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(['people.person_merge', 'people.import_change', 'people.event']),
    )
    await call(erasePerson, { personId, confirmed: true, keepOut: true }, registrar)
    expect(await traces('kvist')).toEqual([])
    const { pool, owner } = office.application.database
    const { rows: kept } = await pool.query(
      `select (select count(*)::int from people.list_member where person_id = any ($1)) as listed,
         (select count(*)::int from people.import_change where person_id = any ($1)) as changes,
         (select count(*)::int from people.person_merge where person_id = any ($1)) as merges,
         (select count(*)::int from people.import_run where id = any ($2) and sha256 is not null) as files`,
      [
        [personId, otherId],
        [first, last],
      ],
    )
    expect(kept).toEqual([{ listed: 0, changes: 0, merges: 0, files: 0 }])
    expect((await call(getPeopleImport, { runId: last }, registrar)).refused).toEqual([])
    const marks = suppressionMarks(office.application, {
      emails: ['kvist', 'ny.kvist', 'annan.kvist', 'sista.kvist'].map((name) => `${name}@example.org`),
      phones: ['+46701740605'],
      personalNumber: '19121212-1212',
    })
    const theOther = suppressionMarks(office.application, { personalNumber: '19450707-1019' })
    const all = [...marks, ...theOther]
    const found = await owner.transaction().execute((db) => suppressedAmong({ db }, all))
    expect([...found].toSorted()).toEqual(all.toSorted())
  }, 60_000)

  it('leaves no word with somebody they were once put together with, who stays', async () => {
    await bringIn('Grenulf;Grensson;;gren@example.org;;', 'Sten;Stensson;;sten@example.org;;')
    const [personId, otherId] = [await personNamed('Grenulf'), await personNamed('Sten')]
    const { mergeId } = await call(
      mergePersons,
      { keptPersonId: otherId, otherPersonId: personId },
      registrar,
    )
    await call(unmergePersons, { mergeId }, registrar)
    expect((await traces('gren')).map((each) => each.split(':')[0])).toContain('people.person_merge')
    await call(erasePerson, { personId, confirmed: true }, registrar)
    expect(await traces('gren')).toEqual([])
    expect((await traces('stensson')).length).toBeGreaterThan(0)
  }, 60_000)
})
