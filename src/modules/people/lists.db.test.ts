import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asApplication } from '#platform/database/transaction.ts'
import type { Caller } from '#platform/operations/call.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { findAmong } from './rules/lists/evaluate.ts'
import { randomQuery } from './testing/random-query.ts'
import { randomRegister, type RandomRegister } from './testing/random-register.ts'
import { askingOf } from './store/lists/asking-of.ts'
import { countSteps } from './store/lists/count-steps.ts'
import { foundPeople } from './store/lists/compile-query.ts'
import { listFilter } from './store/lists/filter-registry.ts'
import { wholeSight } from './rules/lists/seen-everywhere.ts'
import { holds } from './rules/lists/evaluate.ts'

const now = new Date('2026-11-22T10:00:00Z')
const lot = (seed: string, id: string) => createHash('md5').update(`${seed} ${id}`).digest('hex')
const ruleOf = (name: string) => listFilter(name)?.rule

let office: TestOffice
let organisation: TestOrganisation
let register: RandomRegister
beforeAll(async () => {
  office = await openTestOffice()
  organisation = await office.organisation()
  register = await randomRegister(office.application.database.owner, organisation, 120)
}, 120_000)
afterAll(() => office.close())

describe('a query', () => {
  it('finds in the database whom it finds in plain code, and counts each step the same', async () => {
    const world = { ...register.world, lot, reaches: () => true }
    await fc.assert(
      fc.asyncProperty(randomQuery(register), async (query) => {
        const caller: Caller = organisation.operator
        const asker = { actor: caller.actor, organisationId: organisation.id, scope: 'organisation' as const }
        const { ids, counts } = await asApplication(
          office.application.database.owner,
          asker,
          'read only',
          async (db) => {
            const { asking } = await askingOf({ db, now, scope: 'organisation' }, query, wholeSight)
            const rows = await sql<{
              id: string
            }>`select id from (${foundPeople(query, asking)}) found`.execute(db)
            return { ids: rows.rows.map(({ id }) => id), counts: await countSteps(db, query, asking) }
          },
        )
        const expected = findAmong(register.people, query, world, ruleOf)
        expect(ids.toSorted()).toEqual(expected.toSorted())
        expect(counts.found).toBe(expected.length)
        expect(counts.everybody).toBe(register.people.length)
        for (const [index, step] of query.where.steps.entries()) {
          const before = { kind: query.where.kind, steps: query.where.steps.slice(0, index + 1) }
          const counted = counts.steps.find(({ path }) => path.length === 1 && path[0] === index)!
          const count = (each: Parameters<typeof holds>[0]) =>
            register.people.filter((person) => holds(each, person, world, ruleOf)).length
          expect([counted.alone, counted.after]).toEqual([count(step), count(before)])
        }
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})
