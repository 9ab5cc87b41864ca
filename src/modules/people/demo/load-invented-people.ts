import { sql, type Kysely } from 'kysely'
import { today } from '#platform/dates.ts'
import type { Tables } from '#platform/database/tables.ts'
import { inventPeople, type InventedPeopleOptions } from '../rules/invented/people.ts'
import type { RowMaker } from '../store/person-rows.ts'
import { linkAccounts } from './link-accounts.ts'
import { writeInventedPeople, type WrittenPerson } from './write-invented-people.ts'

export type InventedRegister = Pick<InventedPeopleOptions, 'count' | 'phones' | 'secondRecords'> & {
  organisationId: string
  /** The first unit, whose the organisation's own words are. */
  topUnitId: string
  seed?: number
  /** Accounts that get a person of their own, so that their own page has something to show. */
  accounts?: readonly string[]
}

/**
 * Fills an organisation's register with invented people, at home in its associations as they stand today.
 * @param application the database that owns the tables, the clock and what seals
 * @returns the people that were written
 */
export async function loadInventedPeople(
  application: {
    database: { owner: Kysely<Tables> }
    host: { now(): Date }
    services: { sealer: { seal(text: string): string }; keyedHash(text: string): string }
  },
  register: InventedRegister,
): Promise<WrittenPerson[]> {
  const { host, services, database } = application
  const now = host.now()
  const { organisationId, topUnitId, seed = 2026, accounts = [], ...options } = register
  const maker: RowMaker = {
    organisationId,
    now,
    day: today(now),
    source: 'demo',
    byName: 'Kansli',
    seal: (text) => services.sealer.seal(text),
    hash: (text) => services.keyedHash(text),
  }
  return database.owner.transaction().execute(async (db) => {
    const units = await unitsThatKeep(db, organisationId, topUnitId)
    const people = inventPeople({ ...options, ...units, seed, today: maker.day, since: '2004-01-01' })
    const written = await writeInventedPeople(db, people, maker, topUnitId)
    await linkAccounts(db, written, accounts, maker)
    // The embedded engine counts nothing by itself, and plans as if the tables were still empty.
    await sql`analyze people.person, people.contact, people.membership`.execute(db)
    return written
  })
}

/** The units that invented people are at home in, and those beside geography. */
async function unitsThatKeep(db: Kysely<Tables>, organisationId: string, topUnitId: string) {
  const units = await db
    .selectFrom('organisation.unit as unit')
    .innerJoin('organisation.unit_kind as kind', (join) =>
      join.onRef('kind.organisation_id', '=', 'unit.organisation_id').onRef('kind.key', '=', 'unit.kind'),
    )
    .select(['unit.id', 'unit.kind', 'kind.beside'])
    .where('unit.organisation_id', '=', organisationId)
    .where('unit.valid_to', 'is', null)
    .orderBy('unit.id')
    .execute()
  const homes = units.filter(({ kind }) => kind === 'association').map(({ id }) => id)
  const extras = units.filter(({ beside }) => beside).map(({ id }) => id)
  return { homes: homes.length > 0 ? homes : [topUnitId], extras }
}
