import type { PoolClient } from 'pg'
import type { Database } from '../database/database.ts'
import { applyMigrations, oneAtATime, readMigrations } from '../database/migrate.ts'
import type { FileStore } from '../files/file-store.ts'
import { newId } from '../identifiers.ts'
import { digest } from './digest.ts'
import { loadLines, withoutReferences } from './load-table.ts'
import { fileName, secretName } from './manifest.ts'
import { ownSchemas, ownTables, quoted, steadyText, type Connection } from './own-tables.ts'
import { BackupProblem, openBackup } from './read-backup.ts'
import { tableDigest } from './read-table.ts'
import { settleRestore, writePlan } from './settle-restore.ts'
import type { VerifiedBackup } from './verify-backup.ts'

export type RestoreTarget = {
  database: Database
  dataFolder: string
  files: FileStore
  /** The secret given by a setting, which then stays; null when it lives in the data folder. */
  givenSecret: string | null
}

export type Restored = {
  tables: number
  rows: number
  files: number
  /** What was signed and encrypted with another secret than the one in use cannot be read: second factors. */
  secretDiffers: boolean
}

/** Is there anything in this system that a restore would replace? */
export async function isEmpty(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ used: boolean }>(
    `select to_regclass('account."user"') is not null and to_regclass('organisation.organisation') is not null as used`,
  )
  if (!rows[0]?.used) return true
  const { rows: found } = await database.pool.query(
    `select from account."user" union all select from organisation.organisation limit 1`,
  )
  return found.length === 0
}

/**
 * Puts a backup in the place of everything that is there: all of it, or nothing. The tables get the shape they had
 * when the backup was made, are filled, compared with the backup row count by row count and checksum by checksum,
 * and then brought up to this version, all in one transaction.
 * @param verified the same file, read from end to end before
 * @throws {BackupProblem} when something does not fit; nothing has changed then
 */
export async function restore(
  path: string,
  verified: VerifiedBackup,
  target: RestoreTarget,
  onProgress?: (share: number) => void,
): Promise<Restored> {
  const { database, files } = target
  const { manifest } = verified
  const id = newId()
  const here = new Set<string>()
  for await (const hash of files.list()) here.add(hash)
  const brought = new Set(manifest.files)
  const takesSecret = manifest.secret.included && target.givenSecret === null
  const secret = takesSecret ? await secretIn(path) : null
  writePlan(target.dataFolder, {
    id,
    secret,
    added: [...brought].filter((hash) => !here.has(hash)),
    superseded: [...here].filter((hash) => !brought.has(hash)),
  })
  const client = await database.pool.connect()
  try {
    await client.query(
      'begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0',
    )
    await oneAtATime(client)
    await replaceEverything(client, path, verified, files, onProgress)
    await client.query(
      'insert into kansli.restoration (id, backup_created_at, backup_sha256) values ($1, $2, $3)',
      [id, verified.header.createdAt, verified.sha256],
    )
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(error as Error)
    throw error
  } finally {
    // A database that does not answer now is asked again at the next start.
    await settleRestore(target.dataFolder, database.pool, files).catch(() => undefined)
  }
  return {
    tables: manifest.tables.length,
    rows: verified.rows,
    files: brought.size,
    secretDiffers: target.givenSecret !== null && digest(target.givenSecret) !== manifest.secret.sha256,
  }
}

async function replaceEverything(
  client: PoolClient,
  path: string,
  { header, manifest, sha256 }: VerifiedBackup,
  files: FileStore,
  onProgress?: (share: number) => void,
): Promise<void> {
  const schemas = ownSchemas()
  // The queue's jobs belong to what is replaced; it makes its tables anew.
  for (const schema of ['job', ...schemas.toReversed()]) {
    await client.query(`drop schema if exists ${quoted(schema)} cascade`)
  }
  const known = readMigrations()
  const then = new Map(header.migrations.map((migration) => [migration.name, migration.checksum]))
  const past = known.filter((migration) => then.get(migration.name) === migration.checksum)
  if (past.length !== then.size) {
    throw new BackupProblem(
      `${path} was made by a version of Kansli (${header.program}) that this one does not know. Nothing was changed.`,
    )
  }
  await applyMigrations(client, past, () => undefined)
  // The session's own settings, which migrations must not be run under.
  await client.query(steadyText)
  const tables = new Map(header.tables.map((table) => [`${table.schema}.${table.name}`, table]))
  await withoutReferences(client, schemas, async () => {
    const backup = await openBackup(path, onProgress)
    for await (const { name, bytes } of backup.entries) {
      const [, table] = /^tables\/([^/]+)\//.exec(name) ?? []
      if (table) await loadLines(client, tables.get(table)!, bytes)
      else if (name.startsWith(fileName(''))) await files.put(bytes)
    }
    if (backup.digest() !== sha256)
      throw new BackupProblem(`${path} changed while it was read. Nothing was changed.`)
  })
  for (const { schema, name, value } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2)', [quoted(schema, name), value])
  }
  await compare(client, manifest.tables)
  await client.query('reset timezone; reset search_path; reset row_security')
  await applyMigrations(client, known, () => undefined)
}

/** What was written must be what was read: the same number of rows, the same bytes. */
async function compare(
  client: Connection,
  expected: readonly { schema: string; name: string; rows: number; sha256: string }[],
): Promise<void> {
  const now = new Map((await ownTables(client)).map((table) => [`${table.schema}.${table.name}`, table]))
  for (const { schema, name, rows, sha256 } of expected) {
    const table = now.get(`${schema}.${name}`)
    const found = table ? await tableDigest(client, table) : { rows: 0, sha256: '' }
    if (found.rows !== rows || found.sha256 !== sha256) {
      throw new BackupProblem(
        `After the restore ${schema}.${name} did not hold what the backup holds ` +
          `(${found.rows} rows of ${rows}). Nothing was changed.`,
      )
    }
  }
}

async function secretIn(path: string): Promise<string> {
  const backup = await openBackup(path)
  for await (const { name, bytes } of backup.entries) if (name === secretName) return bytes.toString()
  throw new BackupProblem(`${path} does not hold the secret that it says it holds. Nothing was changed.`)
}
