/**
 * What each role reaches by plain SQL, past the operations: rows about persons in the own unit and below it, nothing of
 * units beside it, above it or of another organisation, and nobody whose identity is protected. What a role is told is
 * taken from the policies there are; a table about persons that is added later is here by itself.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/modules.ts'
import { decide, type Scope } from '#platform/access/decide.ts'
import { seesProtected } from '#platform/access/policy.ts'
import { roles, type Role } from '#platform/access/roles.ts'
import { asApplication } from '#platform/database/transaction.ts'
import type { Caller } from '#platform/operations/call.ts'
import { createRegistry } from '#platform/operations/registry.ts'
import { accessTenant, places, type AccessTenant, type Place } from './support/access-tenant.ts'
import { reachableTables, type ReachableTable } from './support/reachable-tables.ts'
import { openTestOffice, type TestOffice } from './support/test-office.ts'

const policies = createRegistry(modules).all.map(({ operation }) => operation.policy)

let office: TestOffice
let ours: AccessTenant
let theirs: AccessTenant
/** Those that say whose record a row belongs to, and whether the identity is protected. */
let aboutPersons: ReachableTable[]

beforeAll(async () => {
  office = await openTestOffice()
  ours = await accessTenant(office, 'kvistnord')
  theirs = await accessTenant(office, 'grenvast')
  const columns = ['person_id', 'home_unit_id', 'protected']
  aboutPersons = (await reachableTables(office.application.database.pool)).filter(
    ({ name, columns: all }) =>
      columns.every((column) => column === 'person_id' || all.some((each) => each.name === column)) &&
      (name === 'people.person' || all.some((each) => each.name === 'person_id')),
  )
}, 120_000)
afterAll(() => office.close())

type Row = { home: string; protected: boolean; organisation: string; person: string }

/** Whoever has opened a record outside their trust sees that they have, which says nothing more of the person. */
const ownDeeds = new Set(['people.opened_record'])

const personOf = (table: ReachableTable) => (table.name === 'people.person' ? 'id' : 'person_id')

/** Every row that there is, read by the owner of the tables. */
async function everyRow(table: ReachableTable): Promise<Row[]> {
  const { rows } = await office.application.database.pool.query<Row>(questionOf(table))
  return rows
}

function questionOf(table: ReachableTable): string {
  return `select home_unit_id as home, protected, organisation_id as organisation, ${personOf(table)} as person from ${table.name}`
}

/** What the database is told of a caller with a role, by every policy that lets the role in. */
function scopesOf(caller: Caller): Scope[] {
  const scopes = policies
    .filter((policy) => !seesProtected(policy))
    .flatMap((policy) => {
      const decision = decide(caller.actor, policy, 'any:read')
      return decision.allowed ? [decision.scope] : []
    })
  return [...new Map(scopes.map((scope) => [String(scope), scope])).values()]
}

class Undo extends Error {}

/** The rows that are seen, and how many of the fixtures' unit can be changed or removed; nothing of it stays. */
async function reached(table: ReachableTable, caller: Caller, scope: Scope, unitId: string) {
  const found = { rows: [] as Row[], changed: 0, removed: 0 }
  const asker = { actor: caller.actor, organisationId: ours.organisationId, scope }
  const attempt = async (statement: string, took: (count: number) => void) => {
    try {
      await asApplication(office.application.database.owner, asker, 'read write', async (db) => {
        const { numAffectedRows } = await sql.raw(statement).execute(db)
        took(Number(numAffectedRows ?? 0))
        throw new Undo()
      })
    } catch (error) {
      // No right to do it, a trigger that forbids it, or a row that others refer to: nothing was done.
      if (!(error instanceof Undo)) took(0)
    }
  }
  await asApplication(office.application.database.owner, asker, 'read only', async (db) => {
    found.rows = (await sql.raw<Row>(questionOf(table)).execute(db)).rows
  })
  const there = `where home_unit_id = '${unitId}'`
  await attempt(`update ${table.name} set protected = protected ${there}`, (count) => (found.changed = count))
  await attempt(`delete from ${table.name} ${there}`, (count) => (found.removed = count))
  return found
}

/** Who belongs to one of the units beside the one that keeps the record, and is therefore seen there. */
async function membersOf(units: readonly string[]): Promise<Set<string>> {
  const { rows } = await office.application.database.pool.query<{ person: string }>(
    `select person_id as person from people.membership where unit_id = any ($1) and valid_to is null
       and replaced_at is null and status in ('applied', 'active', 'lapsed')`,
    [units],
  )
  return new Set(rows.map(({ person }) => person))
}

describe.each(roles)('a caller who is %s', (role: Role) => {
  it.each(places)(
    'in the unit %s reaches by plain SQL what lies in reach, and nothing else',
    async (place: Place) => {
      const caller = ours.person({ roles: [role], place })
      const unitId = ours.fixtures.organisation.unitId
      const wrong: string[] = []
      for (const scope of scopesOf(caller)) {
        const units = scope === 'organisation' ? [] : scope
        const members = await membersOf(units)
        for (const table of aboutPersons.filter(({ name }) => !ownDeeds.has(name))) {
          const inReach = (row: Row) =>
            row.organisation === ours.organisationId &&
            !row.protected &&
            (units.includes(row.home) || members.has(row.person))
          const { rows, changed, removed } = await reached(table, caller, scope, unitId)
          const out = rows.filter((row) => !inReach(row))
          if (out.length > 0) wrong.push(`${table.name} shows ${out.length} rows out of reach`)
          const may = (await everyRow(table)).filter((row) => inReach(row) && row.home === unitId).length
          if (changed > may) wrong.push(`${table.name}: ${changed} changed, not ${may}`)
          if (removed > may) wrong.push(`${table.name}: ${removed} removed, not ${may}`)
        }
      }
      expect(wrong).toEqual([])
    },
  )
})

it('has something in reach, and something out of it, to look for', async () => {
  expect(aboutPersons.length).toBeGreaterThan(15)
  const caller = ours.person({ roles: ['registrar'], place: 'own' })
  const scope = scopesOf(caller).find((each) => each.length > 0)!
  const unitId = ours.fixtures.organisation.unitId
  const [filled, foreign]: [string[], string[]] = [[], []]
  for (const table of aboutPersons) {
    const all = await everyRow(table)
    if (all.some((row) => row.organisation === theirs.organisationId)) foreign.push(table.name)
    if ((await reached(table, caller, scope, unitId)).rows.length > 0) filled.push(table.name)
  }
  expect(filled.length).toBeGreaterThan(10)
  expect(foreign.length).toBeGreaterThan(10)
  const persons = await everyRow(aboutPersons.find(({ name }) => name === 'people.person')!)
  expect(persons.some((row) => row.protected && row.organisation === ours.organisationId)).toBe(true)
})
