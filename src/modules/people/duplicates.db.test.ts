import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createUnit } from '#modules/organisation/index.ts'
import type { Caller } from '#platform/operations/call.ts'
import {
  makeAccount,
  openTestOffice,
  type TestOffice,
  type TestOrganisation,
} from '../../../tests/support/test-office.ts'
import { loadInventedPeople } from './demo/load-invented-people.ts'
import type { WrittenPerson } from './demo/write-invented-people.ts'
import { cancelDuplicateSearch } from './operations/duplicates/cancel-duplicate-search.ts'
import { continueDuplicateSearch } from './operations/duplicates/continue-duplicate-search.ts'
import { dismissDuplicate } from './operations/duplicates/dismiss-duplicate.ts'
import { findDuplicates } from './operations/duplicates/find-duplicates.ts'
import { getDuplicate } from './operations/duplicates/get-duplicate.ts'
import { listDuplicates } from './operations/duplicates/list-duplicates.ts'
import { listMerges } from './operations/duplicates/list-merges.ts'
import { mergePersons } from './operations/duplicates/merge-persons.ts'
import { unmergePersons } from './operations/duplicates/unmerge-persons.ts'

let office: TestOffice
let organisation: TestOrganisation
let registrar: Caller
let people: WrittenPerson[]
/** Two associations below the district. */
let units: string[]

beforeAll(async () => {
  office = await openTestOffice()
  organisation = await office.organisation()
  units = []
  for (const name of ['Norra', 'Södra']) {
    const unit = { parentId: organisation.unitId, kind: 'association', name }
    units.push((await office.application.call(createUnit, unit, organisation.operator)).unitId)
  }
  people = await loadInventedPeople(office.application, {
    organisationId: organisation.id,
    topUnitId: organisation.unitId,
    count: 1200,
    phones: 'impossible',
    secondRecords: 0.05,
  })
  registrar = registrarOf([organisation.unitId, ...units])
}, 60_000)
afterAll(() => office.close())

function registrarOf(unitIds: string[]): Caller {
  return {
    ...organisation.operator,
    actor: {
      kind: 'person',
      userId: 'nobody',
      name: 'Bosse Påhittström',
      grants: [{ role: 'registrar', unitIds }],
      via: 'session',
      tokenScopes: null,
      secondFactor: true,
    },
  }
}

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)
const owner = () => office.application.database.owner

async function search(): Promise<void> {
  const { searchId } = await call(findDuplicates, {}, registrar)
  while ((await call(continueDuplicateSearch, { searchId }, organisation.operator)).goesOn);
}

async function listed(caller = registrar, decided = false) {
  const first = await call(listDuplicates, { decided }, caller)
  const pairs = [...first.pairs]
  for (let page = 2; page <= first.pages; page++) {
    pairs.push(...(await call(listDuplicates, { decided, page }, caller)).pairs)
  }
  return pairs
}

const idOf = (number: number) => people[number]!.id
/** The pairs that are one person, by how they were invented. */
const known = () => people.filter(({ invented }) => invented.sameAs !== null && !invented.protected)
const sameIds = ({ id, invented }: WrittenPerson) => [id, idOf(invented.sameAs!)].toSorted().join(' ')
const idsOf = ({ first, second }: { first: { id: string }; second: { id: string } }) =>
  `${first.id} ${second.id}`

describe('looking for duplicates', () => {
  it('finds nearly all that are known, and hardly any other', async () => {
    await search()
    const found = new Set((await listed()).map(idsOf))
    const right = known().filter((person) => found.has(sameIds(person))).length
    expect(right / known().length).toBeGreaterThan(0.9)
    expect(right / found.size).toBeGreaterThan(0.9)
  })

  it('never shows a protected identity', async () => {
    const hidden = new Set(people.filter(({ invented }) => invented.protected).map(({ id }) => id))
    expect(
      (await listed()).filter(({ first, second }) => hidden.has(first.id) || hidden.has(second.id)),
    ).toEqual([])
  })

  it('shows a pair to those who reach both, and to nobody else', async () => {
    const all = await listed()
    const own = await listed(registrarOf([units[0]!]))
    const reached = all.filter(({ first, second }) =>
      [first, second].every(
        (side) =>
          side.homeUnit.id === units[0] ||
          side.memberships.some(
            ({ unit, to, status }) => unit.id === units[0] && to === null && status !== 'left',
          ),
      ),
    )
    expect(own.map(idsOf).toSorted()).toEqual(reached.map(idsOf).toSorted())
    expect(own.length).toBeLessThan(all.length)
    const unreached = all.find((pair) => !own.some(({ pairId }) => pairId === pair.pairId))!
    await expect(
      call(getDuplicate, { pairId: unreached.pairId }, registrarOf([units[0]!])),
    ).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('does not bring up again what somebody knows to be two, until it becomes more alike', async () => {
    const pair = (await listed()).findLast(({ first, second }) => first.birthDate !== second.birthDate)!
    await call(dismissDuplicate, { pairId: pair.pairId }, registrar)
    await search()
    expect((await listed()).some(({ pairId }) => pairId === pair.pairId)).toBe(false)
    expect((await listed(registrar, true)).map(({ pairId }) => pairId)).toEqual([pair.pairId])
    await owner()
      .updateTable('people.person')
      .set({ birth_date: pair.first.birthDate ?? pair.second.birthDate })
      .where('id', 'in', [pair.first.id, pair.second.id])
      .execute()
    await search()
    expect((await listed()).some(({ pairId }) => pairId === pair.pairId)).toBe(true)
  })

  it('goes on where it was stopped, and stops when it is told to', async () => {
    const { searchId } = await call(findDuplicates, {}, registrar)
    await call(continueDuplicateSearch, { searchId }, organisation.operator)
    expect(await call(findDuplicates, {}, registrar)).toEqual({ searchId })
    await call(cancelDuplicateSearch, {}, registrar)
    expect(await call(continueDuplicateSearch, { searchId }, organisation.operator)).toEqual({
      goesOn: false,
    })
    expect((await call(listDuplicates, {}, registrar)).search).toMatchObject({
      searchId,
      status: 'cancelled',
    })
  })
})

/** Every row about two persons in every table that has such, as text; but for what tells of the merging itself. */
async function everything(one: string, other: string): Promise<Record<string, string[]>> {
  const { pool } = office.application.database
  const { rows: tables } = await pool.query<{ name: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as name, column_name as column from information_schema.columns
     where table_schema = 'people' and (column_name = 'person_id' or (table_name = 'person' and column_name = 'id'))
       and table_name <> 'person_merge' order by 1`,
  )
  const found: Record<string, string[]> = {}
  for (const { name, column } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `select to_jsonb(each)::text as row from ${name} each
       where ${column} in ($1, $2) ${name === 'people.event' ? `and kind not in ('merged', 'unmerged')` : ''} order by 1`,
      [one, other],
    )
    found[name] = rows.map(({ row }) => row)
  }
  return found
}

const side = fc.constantFrom('kept' as const, 'other' as const)
const sideOrBoth = fc.constantFrom('kept' as const, 'other' as const, 'both' as const)
const anyChoices = fc.record({
  name: side,
  birthDate: side,
  personalNumber: side,
  homeUnit: side,
  language: side,
  email: sideOrBoth,
  phone: sideOrBoth,
  address: sideOrBoth,
})

describe('a merge', () => {
  it('taken apart leaves every row of both as it was, whoever they are and whatever else happened', async () => {
    const free = people.filter(({ invented }) => !invented.protected)
    const anybody = fc.integer({ min: 0, max: free.length - 1 })
    await linkSomeAccounts(free)
    await fc.assert(
      fc.asyncProperty(anybody, anybody, anybody, anyChoices, async (one, two, three, choices) => {
        fc.pre(new Set([one, two, three]).size === 3)
        const [kept, other, third] = [free[one]!.id, free[two]!.id, free[three]!.id]
        const before = await everything(kept, other)
        const { mergeId } = await call(
          mergePersons,
          { keptPersonId: kept, otherPersonId: other, choices },
          registrar,
        )
        const merged = await everything(kept, other)
        expect(rowsOf(merged['people.contact'], other)).toEqual([])
        await owner()
          .updateTable('people.person')
          .set({ accessibility: `Ändrat ${mergeId}` })
          .where('id', '=', third)
          .execute()
        const { remainders } = await call(unmergePersons, { mergeId }, registrar)
        expect(remainders).toEqual([])
        expect(await everything(kept, other)).toEqual(before)
      }),
      { numRuns: 50 },
    )
  }, 120_000)

  it('keeps every value: those that do not stand are ended, and the other’s name finds its way to the timeline', async () => {
    const [kept, other] = await twoPeople('Karl', 'Kalle')
    await call(
      mergePersons,
      {
        keptPersonId: kept,
        otherPersonId: other,
        choices: { name: 'other', email: 'other', address: 'other' },
      },
      registrar,
    )
    const contacts = await owner()
      .selectFrom('people.contact')
      .select(['value', 'valid_to'])
      .where('person_id', '=', kept)
      .orderBy('value')
      .execute()
    expect(contacts).toEqual([
      { value: 'Kalle@example.org', valid_to: null },
      { value: 'Karl@example.org', valid_to: '2026-11-22' },
    ])
    const person = await owner()
      .selectFrom('people.person')
      .select(['given_name', 'merged_into'])
      .where('id', 'in', [kept, other])
      .orderBy('merged_into', (order) => order.asc().nullsFirst())
      .execute()
    expect(person).toEqual([
      { given_name: 'Kalle', merged_into: null },
      { given_name: 'Kalle', merged_into: kept },
    ])
    const told = await owner()
      .selectFrom('people.event')
      .select('detail')
      .where('person_id', '=', kept)
      .where('kind', '=', 'merged')
      .executeTakeFirstOrThrow()
    expect(told.detail).toMatchObject({ name: 'Kalle Exempelsson', nameBefore: 'Karl Exempelsson' })
  })

  it('taken apart leaves what was changed since, and tells of it', async () => {
    const [kept, other] = await twoPeople('Anna', 'Anita')
    const { mergeId } = await call(mergePersons, { keptPersonId: kept, otherPersonId: other }, registrar)
    await owner()
      .updateTable('people.person')
      .set({ family_name: 'Nygift', revision: 9 })
      .where('id', '=', kept)
      .execute()
    await owner()
      .updateTable('people.contact')
      .set({ value: 'ny@example.org' })
      .where('value', '=', 'Anita@example.org')
      .execute()
    await insertContact(kept, 'tillagd@example.org')
    const { remainders } = await call(unmergePersons, { mergeId }, registrar)
    expect(remainders).toEqual([
      { table: 'people.person', outcome: 'changed', rows: 1 },
      { table: 'people.contact', outcome: 'changed', rows: 1 },
      { table: 'people.contact', outcome: 'added', rows: 1 },
    ])
    const contacts = await owner()
      .selectFrom('people.contact')
      .select(['person_id', 'value'])
      .where('person_id', 'in', [kept, other])
      .orderBy('value')
      .execute()
    expect(contacts).toEqual([
      { person_id: kept, value: 'Anna@example.org' },
      { person_id: other, value: 'ny@example.org' },
      { person_id: kept, value: 'tillagd@example.org' },
    ])
    const { family_name: name } = await owner()
      .selectFrom('people.person')
      .select('family_name')
      .where('id', '=', kept)
      .executeTakeFirstOrThrow()
    expect(name).toBe('Nygift')
  })

  it('is taken apart before an earlier one, and only once', async () => {
    const [kept, one] = await twoPeople('Berit', 'Beata')
    const [two] = await twoPeople('Birgit', 'Britta')
    const first = await call(mergePersons, { keptPersonId: kept, otherPersonId: one }, registrar)
    const second = await call(mergePersons, { keptPersonId: two, otherPersonId: kept }, registrar)
    await expect(call(unmergePersons, { mergeId: first.mergeId }, registrar)).rejects.toMatchObject({
      code: 'notPossibleNow',
      detail: { key: 'duplicate.laterMerge' },
    })
    await call(unmergePersons, { mergeId: second.mergeId }, registrar)
    await call(unmergePersons, { mergeId: first.mergeId }, registrar)
    await expect(call(unmergePersons, { mergeId: first.mergeId }, registrar)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('is refused for one record twice, and for whom the caller does not reach', async () => {
    const [kept, other] = await twoPeople('Disa', 'Dagny')
    await expect(
      call(mergePersons, { keptPersonId: kept, otherPersonId: kept }, registrar),
    ).rejects.toMatchObject({ detail: { key: 'duplicate.sameRecord' } })
    await expect(
      call(mergePersons, { keptPersonId: kept, otherPersonId: other }, registrarOf([units[1]!])),
    ).rejects.toMatchObject({ code: 'notFound' })
    const { merges } = await call(listMerges, {}, registrarOf([units[1]!]))
    expect(merges).toEqual([])
  })
})

function rowsOf(rows: readonly string[] | undefined, personId: string): string[] {
  return (rows ?? []).filter((row) => (JSON.parse(row) as { person_id: string }).person_id === personId)
}

async function linkSomeAccounts(some: readonly WrittenPerson[]) {
  for (const { id } of some.slice(0, 30)) {
    await owner()
      .insertInto('people.account_link')
      .values({
        organisation_id: organisation.id,
        user_id: await makeAccount(office.application, 'Någon'),
        person_id: id,
        linked_at: new Date(),
      })
      .execute()
  }
}

async function twoPeople(one: string, other: string): Promise<[string, string]> {
  return [await newPerson(one), await newPerson(other)]
}

async function newPerson(givenName: string): Promise<string> {
  const id = crypto.randomUUID()
  await owner()
    .insertInto('people.person')
    .values({
      organisation_id: organisation.id,
      id,
      home_unit_id: units[0]!,
      given_name: givenName,
      family_name: 'Exempelsson',
      given_key: givenName.toLowerCase(),
      family_key: 'exempelsson',
      source: 'by hand',
      lawful_basis: 'membership',
      created_at: new Date(),
    })
    .execute()
  await insertContact(id, `${givenName}@example.org`)
  return id
}

async function insertContact(personId: string, value: string) {
  await owner()
    .insertInto('people.contact')
    .values({
      organisation_id: organisation.id,
      id: crypto.randomUUID(),
      person_id: personId,
      home_unit_id: units[0]!,
      kind: 'email',
      value,
      preferred: true,
      valid_from: '2026-01-01',
      recorded_at: new Date(),
    })
    .execute()
}
