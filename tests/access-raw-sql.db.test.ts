/**
 * What the database itself holds against a mistake of ours: a query that forgot its condition, and words that were
 * slipped into one (SQL injection). Everything here speaks to the database directly, past the operations.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operator } from '#platform/access/actor.ts'
import { asApplication } from '#platform/database/transaction.ts'
import { newId } from '#platform/identifiers.ts'
import {
  changedTables,
  fingerprints,
  reachableTables,
  weaknesses,
  type ReachableTable,
} from './support/reachable-tables.ts'
import { openTestOffice, type TestOffice } from './support/test-office.ts'

/** The same ids in both organisations: nothing may hang on ids being different. */
const sharedId = newId()
const sharedUser = 'somebody'
const ours = newId()
const theirs = newId()

let office: TestOffice
let tables: ReachableTable[]

beforeAll(async () => {
  office = await openTestOffice()
  tables = await reachableTables(office.application.database.pool)
  await office.application.database.owner
    .insertInto('account.user')
    .values({ id: sharedUser, name: 'Någon', email: 'nagon@example.org' })
    .execute()
  for (const organisation of [ours, theirs]) await fillEveryTable(organisation)
})
afterAll(() => office.close())

/** Runs in a transaction that is taken back, as the role of the application when a caller is given. */
async function inTransaction<Result>(
  as: { organisationId: string; userId?: string; scope?: string } | null,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await office.application.database.pool.connect()
  try {
    await client.query('begin')
    if (as) {
      await client.query(
        `select set_config('kansli.organisation_id', $1, true), set_config('kansli.user_id', $2, true),
           set_config('kansli.scope', $3, true), set_config('role', 'kansli_app', true)`,
        [as.organisationId, as.userId ?? '', as.scope ?? ''],
      )
    }
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** A row in every table, whatever its checks and references: only who may see it is of interest here. */
async function fillEveryTable(organisation: string) {
  const client = await office.application.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local session_replication_role = replica`)
    const { rows: checks } = await client.query<{ drop: string }>(
      `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
       from pg_constraint where contype = 'c' and conrelid <> 0`,
    )
    for (const check of checks) await client.query(check.drop)
    for (const table of tables.filter(({ kind }) => kind === 'table')) {
      const columns = table.columns.filter((column) => !column.generated)
      await client.query(
        `insert into ${table.name} (${columns.map((column) => `"${column.name}"`).join(', ')})
         values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
        columns.map((column) =>
          column.name === table.organisationColumn ? organisation : anyValue(column, organisation),
        ),
      )
    }
    await client.query('commit')
  } finally {
    client.release()
  }
}

function anyValue({ name, type }: { name: string; type: string }, organisation: string): unknown {
  if (name.endsWith('user_id')) return sharedUser
  if (type.endsWith('[]')) return []
  switch (type) {
    case 'uuid':
      return sharedId
    case 'boolean':
      return false
    case 'integer':
    case 'bigint':
    case 'numeric':
    case 'smallint':
    case 'double precision':
      return 1
    case 'date':
      return '2026-11-22'
    case 'timestamp with time zone':
      return '2026-11-22T10:00:00Z'
    case 'json':
    case 'jsonb':
      return '{}'
    case 'bytea':
      return Buffer.from('x')
    default:
      return `text of ${organisation}`
  }
}

const ask = async (question: string) => (await office.application.database.pool.query(question)).rows

/** How the database refuses: no right to it, or row-level security. */
const refused = { code: '42501' }

describe('every table that the application can reach', () => {
  it('has row-level security, and the organisation first in its key', () => {
    expect(tables.length).toBeGreaterThan(10)
    expect(tables.flatMap(weaknesses)).toEqual([])
  })

  it('would be found if it were added without', async () => {
    const found = await inTransaction(null, async (client) => {
      await client.query('create table mail.forgotten (id uuid primary key, organisation_id uuid)')
      await client.query('grant select, truncate on mail.forgotten to kansli_app')
      await client.query('create view mail.overview as select * from mail.message')
      await client.query('grant select, insert on mail.overview to kansli_app')
      return (await reachableTables(client)).flatMap(weaknesses)
    })
    expect(found).toEqual([
      'mail.forgotten has no row-level security',
      'mail.forgotten has no policy',
      'mail.forgotten does not begin its key with the organisation',
      'mail.forgotten gives away more than rows',
      'mail.overview can be written through',
      'mail.overview has no barrier',
      'mail.overview shows every organisation',
    ])
  })

  it('refers to other organisations’ rows by no foreign key', async () => {
    const { rows } = await office.application.database.pool.query<{ key: string }>(`
      select format('%s.%s', conrelid::regclass, conname) as key
      from pg_constraint
      where contype = 'f'
        and exists (select from pg_attribute where attrelid = confrelid and attname = 'organisation_id')
        and not exists (
          select from unnest(conkey, confkey) as pair (own, other)
          join pg_attribute own on own.attrelid = conrelid and own.attnum = pair.own
          join pg_attribute other on other.attrelid = confrelid and other.attnum = pair.other
          where own.attname = 'organisation_id' and other.attname = 'organisation_id')`)
    expect(rows).toEqual([])
  })

  it('shows nothing to a caller of whom nothing is said', async () => {
    const seen = await inTransaction({ organisationId: '' }, (client) => visibleRows(client))
    expect(seen.filter((table) => table.count !== 0)).toEqual([])
  })

  it('shows an organisation its own rows and nothing of another', async () => {
    const asker = { organisationId: ours, userId: sharedUser, scope: '*' }
    const seen = await inTransaction(asker, (client) => visibleRows(client))
    expect(seen.filter((table) => table.foreign !== 0)).toEqual([])
    // Or the test would pass on a database that shows nothing to anybody.
    expect(seen.filter((table) => table.count === 0)).toEqual([])
  })

  it('takes no row for another organisation, changes none of it, removes none of it', async () => {
    const { pool } = office.application.database
    const before = await fingerprints(pool, tables, theirs)
    const slipped: string[] = []
    for (const table of tables) {
      for (const [what, statement] of attacksOn(table)) {
        const outcome = await attempt(statement)
        if (outcome !== 'refused' && outcome !== 0) slipped.push(`${what} ${table.name}: ${outcome}`)
      }
    }
    expect(slipped).toEqual([])
    expect(changedTables(before, await fingerprints(pool, tables, theirs))).toEqual([])
  })
})

async function visibleRows(client: PoolClient) {
  const seen: { name: string; count: number; foreign: number }[] = []
  for (const { name, organisationColumn, rights } of tables) {
    if (!rights.includes('SELECT')) continue
    const { rows } = await client.query<{ count: number; foreign: number }>(
      `select count(*)::int as count,
         count(*) filter (where ${organisationColumn} is distinct from $1)::int as foreign from ${name}`,
      [ours],
    )
    seen.push({ name, ...rows[0]! })
  }
  return seen
}

function attacksOn({ name, kind, organisationColumn, columns }: ReachableTable): [string, string][] {
  if (kind === 'view') return []
  const written = columns.filter((column) => !column.generated)
  const list = written.map((column) => `"${column.name}"`).join(', ')
  // A copy of the own row under the other's name: right in everything but whose it is.
  const copied = written
    .map((column) => (column.name === organisationColumn ? `'${theirs}'::uuid` : `"${column.name}"`))
    .join(', ')
  return [
    ['insert into', `insert into ${name} (${list}) select ${copied} from ${name}`],
    [
      'change',
      `update ${name} set ${organisationColumn} = ${organisationColumn} where ${organisationColumn} = '${theirs}'`,
    ],
    ['give away', `update ${name} set ${organisationColumn} = '${theirs}'`],
    ['remove from', `delete from ${name} where ${organisationColumn} = '${theirs}'`],
    ['read', `select from ${name} where ${organisationColumn} = '${theirs}'`],
    ['empty', `truncate ${name}`],
    ['lock', `select from ${name} where ${organisationColumn} = '${theirs}' for update`],
  ]
}

async function attempt(statement: string): Promise<'refused' | number | string> {
  const asker = { organisationId: ours, userId: sharedUser, scope: '*' }
  return inTransaction(asker, async (client) => {
    try {
      return (await client.query(statement)).rowCount ?? 0
    } catch (error) {
      return (error as { code?: string }).code === '42501' ? 'refused' : String(error)
    }
  })
}

describe('a row that names another organisation’s row', () => {
  it('is refused, also when the id is the same in both', async () => {
    const unit = randomUUID()
    const body = (client: PoolClient, organisation: string) =>
      client.query(
        `insert into organisation.body (organisation_id, id, unit_id, kind, name, valid_from)
         values ($1, $2, $3, 'board', 'Styrelsen', '2026-01-01')`,
        [organisation, randomUUID(), unit],
      )
    const { pool } = office.application.database
    await pool.query(
      `insert into organisation.unit (organisation_id, id, kind, name, slug, valid_from)
       values ($1, $2, 'district', 'Deras', 'deras', '2026-01-01')`,
      [theirs, unit],
    )
    const asker = { organisationId: ours, scope: '*' }
    await expect(inTransaction(asker, (client) => body(client, ours))).rejects.toMatchObject({
      code: '23503',
    })
    await expect(inTransaction(asker, (client) => body(client, theirs))).rejects.toMatchObject(refused)
  })
})

describe('the role of the application', () => {
  it('has no rights of its own: it owns nothing, is no other role, cannot log in or pass row-level security', async () => {
    expect(
      await ask(`select rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls
        from pg_roles where rolname = 'kansli_app'`),
    ).toEqual([
      {
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        rolreplication: false,
        rolbypassrls: false,
      },
    ])
    expect(await ask(`select from pg_auth_members where member = 'kansli_app'::regrole`)).toEqual([])
    for (const [catalog, owner] of [
      ['pg_class', 'relowner'],
      ['pg_proc', 'proowner'],
      ['pg_namespace', 'nspowner'],
      ['pg_type', 'typowner'],
      ['pg_database', 'datdba'],
    ]) {
      expect(await ask(`select from ${catalog} where ${owner} = 'kansli_app'::regrole`)).toEqual([])
    }
  })

  it('can make nothing: no table, no schema, no temporary table', async () => {
    expect(
      await ask(`select nspname from pg_namespace where has_schema_privilege('kansli_app', oid, 'create')
        and nspname !~ '^pg_(temp|toast)'`),
    ).toEqual([])
    // A copy of a database does not take over who may do what in the database as a whole.
    const database = process.env.KANSLI_TEST_ENGINE === 'postgres' ? 'kansli_template' : 'postgres'
    expect(
      await ask(`select has_database_privilege('kansli_app', '${database}', 'create') as create,
        has_database_privilege('kansli_app', '${database}', 'temporary') as temporary`),
    ).toEqual([{ create: false, temporary: false }])
  })

  it('reaches no account, no session, no job and no migration', async () => {
    const rows = await ask(`select format('%I.%I', nspname, relname) as name
      from pg_class join pg_namespace space on space.oid = relnamespace
      where nspname in ('account', 'job', 'kansli') and relkind in ('r', 'p', 'v', 'm', 'S')
        and (has_any_column_privilege('kansli_app', pg_class.oid, 'select, insert, update, references')
          or has_table_privilege('kansli_app', pg_class.oid, 'delete, truncate, trigger'))`)
    expect(rows).toEqual([])
    expect(await ask(`select has_schema_privilege('kansli_app', 'account', 'create') as create`)).toEqual([
      { create: false },
    ])
  })

  it('calls functions with more rights only where they see to the organisation themselves', async () => {
    const open = await ask(`select proc.oid::regprocedure::text as name, prosrc as body, proconfig as settings
      from pg_proc proc join pg_namespace space on space.oid = pronamespace
      where prosecdef and nspname !~ '^(pg_|information_schema)'
        and has_function_privilege('kansli_app', proc.oid, 'execute')
        and has_schema_privilege('kansli_app', space.oid, 'usage')`)
    // What belongs to no organisation: making an account (it can read none), and whether there is any.
    const harmless = ['account.create_account(', 'organisation.is_set_up(']
    const careless = open.filter(
      ({ name, body, settings }) =>
        !settings?.some((setting: string) => setting.startsWith('search_path=')) ||
        (!/kansli\.(organisation_id|whole_organisation)\(\)/.test(body) &&
          !harmless.some((known) => name.startsWith(known))),
    )
    expect(careless.map(({ name }) => name)).toEqual([])
  })
})

describe('words slipped into a query', () => {
  const asker = { organisationId: ours, userId: sharedUser, scope: '*' }

  it.each([
    ['another role', `select set_config('role', 'none', true)`],
    ['another organisation', `select set_config('kansli.organisation_id', '${theirs}', true)`],
    ['a wider scope', `select set_config('kansli.scope', '*', true)`],
    ['an end to row-level security', `alter table organisation.unit disable row level security`],
    ['a policy of their own', `create policy everything on organisation.unit using (true)`],
    [
      'a function of their own',
      `create function kansli.organisation_id2() returns int language sql as 'select 1'`,
    ],
    ['a right of their own', `grant select on account."user" to kansli_app`],
    ['the accounts', `select * from account."user"`],
    ['the sessions', `select * from account."session"`],
    ['a file of the machine', `select pg_read_file('/etc/passwd')`],
    ['a program of the machine', `copy (select 1) to program 'true'`],
  ])('cannot give %s', async (_, statement) => {
    await expect(inTransaction(asker, (client) => client.query(statement))).rejects.toMatchObject(refused)
  })

  // The embedded engine has one connection inside, whoever speaks to it.
  it.runIf(process.env.KANSLI_TEST_ENGINE === 'postgres')('cannot end other connections', async () => {
    const other = await office.application.database.pool.connect()
    const { rows } = await other.query<{ pid: number }>('select pg_backend_pid() as pid')
    await expect(
      inTransaction(asker, (client) => client.query('select pg_terminate_backend($1)', [rows[0]!.pid])),
    ).rejects.toMatchObject(refused)
    other.release()
  })

  it('cannot turn row-level security off for themselves', async () => {
    await expect(
      inTransaction(asker, async (client) => {
        await client.query('set local row_security = off')
        return client.query('select * from organisation.unit')
      }),
    ).rejects.toMatchObject(refused)
  })

  it('cannot run a statement by way of a function that takes one', async () => {
    for (const statement of ['set role none', 'reset role', `set kansli.organisation_id = '${theirs}'`]) {
      await expect(
        inTransaction(asker, (client) =>
          client.query('select query_to_xml($1, true, true, $2)', [statement, '']),
        ),
      ).rejects.toMatchObject({ code: '0A000' })
    }
  })

  it('cannot end the query and begin another, in anything that an operation asks', async () => {
    const slipped = `x'; set role none; select '`
    await expect(
      asApplication(
        office.application.database.owner,
        { actor: operator, organisationId: ours, scope: 'organisation' },
        'read only',
        (db) => sql`select ${sql.raw(`'${slipped}'`)}`.execute(db),
      ),
    ).rejects.toMatchObject({ code: '42601' })
  })

  it('leave nothing behind for the next who uses the connection', async () => {
    const { pool } = office.application.database
    await inTransaction(asker, (client) => client.query('select 1'))
    const { rows } = await pool.query(`select current_user = session_user as own,
      coalesce(current_setting('kansli.organisation_id', true), '') as organisation`)
    expect(rows).toEqual([{ own: true, organisation: '' }])
  })
})
