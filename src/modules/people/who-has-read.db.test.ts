import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOwnEntries } from '#platform/audit/index.ts'
import type { Caller } from '#platform/operations/call.ts'
import { makeAccount, type TestOffice } from '../../../tests/support/test-office.ts'
import { mergePersons } from './operations/duplicates/merge-persons.ts'
import { createPeopleImport } from './operations/imports/create-people-import.ts'
import { runPeopleImport } from './operations/imports/run-people-import.ts'
import { createList } from './operations/lists/create-list.ts'
import { exportList } from './operations/lists/export-list.ts'
import { listPersons } from './operations/persons/list-persons.ts'
import { joiningOffice, openJoiningOffice, type JoiningOffice } from './testing/joining-office.ts'
import { linkAccount } from './testing/new-member.ts'

/** More than stand in an entry of the log itself, and in more than one part beside it. */
const many = 2_345

let office: TestOffice
let joining: JoiningOffice
let listId: string

beforeAll(async () => {
  office = await openJoiningOffice()
  joining = await joiningOffice(office)
  const { as, registrar, ours } = joining
  const rows = Array.from({ length: many }, (_, at) => `Person${at};Provsson;p${at}@example.org`)
  const file = new File([['Förnamn;Efternamn;E-post', ...rows].join('\n')], 'alla.csv')
  const { runId } = await as(registrar, createPeopleImport, { unitId: ours.unitId, file })
  await as(registrar, runPeopleImport, { runId })
  const everybody = { where: { kind: 'and' as const, steps: [] }, sample: null }
  const list = await as(registrar, createList, { unitId: ours.unitId, name: 'Alla', query: everybody })
  listId = list.listId
}, 120_000)
afterAll(() => office.close())

/** Somebody in the register, with an account of their own. */
async function member(givenName: string): Promise<{ personId: string; caller: Caller }> {
  const { application } = office
  const { rows } = await application.database.pool.query(
    'select id from people.person where organisation_id = $1 and given_name = $2',
    [joining.ours.id, givenName],
  )
  const userId = await makeAccount(application, givenName)
  await linkAccount(application, joining.ours.id, userId, rows[0].id)
  const actor = {
    kind: 'person' as const,
    userId,
    name: givenName,
    grants: [],
    via: 'session' as const,
    tokenScopes: null,
    secondFactor: false,
  }
  return { personId: rows[0].id, caller: { actor, organisationId: joining.ours.id, language: 'sv' } }
}

const readBy = async (caller: Caller) =>
  (await joining.as(caller, listOwnEntries, {})).entries.map(({ operation }) => operation)

describe('who has read about me', () => {
  it('tells of a page of the register that one stood on, and of no other', async () => {
    const { as, registrar } = joining
    const [first, other] = [await member('Person7'), await member('Person8')]
    await as(registrar, listPersons, { words: 'Person7', limit: 1 })
    expect(await readBy(first.caller)).toEqual(['list-persons'])
    expect(await readBy(other.caller)).toEqual([])
  })

  it('tells of a file with thousands that one stood in, the first, the last and any between', async () => {
    const { as, registrar } = joining
    const members = await Promise.all(['Person0', 'Person1200', `Person${many - 1}`].map(member))
    await as(registrar, exportList, { listId, format: 'csv', purpose: 'Kallelse till årsmötet' })
    for (const { caller } of members) expect(await readBy(caller)).toEqual(['export-list'])
    const { rows } = await office.application.database.pool.query(
      `select entry.about_person_ids as ids, count(*)::int as parts, sum(cardinality(shown.person_ids))::int as persons
       from audit.entry entry join people.shown_in_entry shown on shown.entry_id = entry.id
       where entry.operation = 'export-list' and entry.organisation_id = $1 group by 1`,
      [joining.ours.id],
    )
    expect(rows).toEqual([{ ids: null, parts: 3, persons: many }])
  })

  it('tells also of what was read of a record that became part of one’s own', async () => {
    const { as, registrar } = joining
    const [kept, other] = [await member('Person20'), await member('Person21')]
    await as(registrar, listPersons, { words: 'Person21' })
    const before = await readBy(other.caller)
    expect(before).toContain('list-persons')
    await as(registrar, mergePersons, { keptPersonId: kept.personId, otherPersonId: other.personId })
    expect(await readBy(kept.caller)).toEqual(expect.arrayContaining(['list-persons', 'export-list']))
  })
})
