import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { OperatorProblem } from '../operator-problem.ts'
import { projectRoot } from '../root.ts'
import type { Database } from './database.ts'

/** One forward-only step, as it stands in a `migrations/` folder. */
export type Migration = { name: string; sql: string; checksum: string }

/** A database that this version of Kansli must not touch. */
export class MigrationProblem extends OperatorProblem {}

/** The modules in the order their tables may refer to each other: a module only to those before it. */
export const moduleOrder = ['organisation', 'people', 'budget'] as const

/** Every migration in the order it is applied: the platform's, then each module's by file name. */
export function readMigrations(): Migration[] {
  const folders = [
    ['platform', join(projectRoot, 'src/platform/database/migrations')],
    ...moduleOrder.map((module) => [module, join(projectRoot, 'src/modules', module, 'migrations')]),
  ] as [string, string][]
  return folders.flatMap(([owner, folder]) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith('.sql'))
          .sort()
          .map((file) => {
            const sql = readFileSync(join(folder, file), 'utf8')
            const checksum = createHash('sha256').update(sql).digest('hex')
            return { name: `${owner}/${basename(file, '.sql')}`, sql, checksum }
          })
      : [],
  )
}

/**
 * Brings the database up to this version. All that is missing is applied in one transaction, so that a failure
 * leaves nothing half-done; two servers that start at the same time wait for each other.
 * @param before called when a database that is in use is about to be changed: the moment for a backup
 * @returns the names of those that were applied now
 * @throws {MigrationProblem} when the database was made by a newer version, or an applied file was edited since
 */
export async function migrate(
  database: Database,
  log: (line: string) => void = () => undefined,
  before: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  const migrations = readMigrations()
  const { rows } = await database.pool.query("select to_regclass('kansli.migration') is not null as used")
  if (rows[0]?.used) {
    const waiting = await pendingMigrations(database.pool, migrations)
    if (waiting.length === 0) return []
    await before()
  }
  const client = await database.pool.connect()
  try {
    await client.query('begin; set local statement_timeout = 0')
    await oneAtATime(client)
    const names = await applyMigrations(client, migrations, log)
    await client.query('commit')
    return names
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** Lets one program at a time change the tables' shape, until its transaction ends. */
export async function oneAtATime(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  // Any number will do, as long as no other program uses it: this is "kansli" on a telephone's keys.
  await client.query('select pg_advisory_xact_lock(526754)')
}

/**
 * Applies those of these migrations that the database does not have, in the caller's transaction.
 * @returns their names
 */
export async function applyMigrations(
  client: Pick<pg.ClientBase, 'query'>,
  migrations: readonly Migration[],
  log: (line: string) => void,
): Promise<string[]> {
  const waiting = await pendingMigrations(client, migrations)
  for (const migration of waiting) {
    log(`Migrating: ${migration.name}`)
    await client.query(migration.sql)
    await client.query('insert into kansli.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
  }
  return waiting.map((migration) => migration.name)
}

/** @throws {MigrationProblem} when what the database has is not a part of these */
async function pendingMigrations(
  client: Pick<pg.ClientBase, 'query'>,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const applied = await appliedMigrations(client)
  refuseUnknown([...applied.keys()], readMigrations())
  return migrations.filter((migration) => {
    const before = applied.get(migration.name)
    if (before && before !== migration.checksum) {
      throw new MigrationProblem(`The migration ${migration.name} was edited after it was applied.`)
    }
    return !before
  })
}

async function appliedMigrations(client: Pick<pg.ClientBase, 'query'>): Promise<Map<string, string>> {
  const { rows: exists } = await client.query("select to_regclass('kansli.migration') is not null as yes")
  if (!exists[0]?.yes) return new Map()
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from kansli.migration',
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

function refuseUnknown(applied: readonly string[], known: readonly Migration[]) {
  const names = new Set(known.map((migration) => migration.name))
  const unknown = applied.filter((name) => !names.has(name))
  if (unknown.length > 0) {
    throw new MigrationProblem(
      `This database was made by a newer version of Kansli (it has ${unknown.join(', ')}). Nothing was changed: start that version, or restore a backup made with this one.`,
    )
  }
}
