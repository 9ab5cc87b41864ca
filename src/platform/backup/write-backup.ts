import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { FileStore } from '../files/file-store.ts'
import { programVersion } from '../program-version.ts'
import { digest } from './digest.ts'
import {
  fileName,
  formatVersion,
  headerName,
  manifestName,
  partName,
  secretName,
  type BackupHeader,
  type BackupManifest,
} from './manifest.ts'
import { ownTables, quoted, steadyText, type Connection, type OwnTable } from './own-tables.ts'
import { readTable } from './read-table.ts'
import { seal } from './seal.ts'
import type { Source } from './source.ts'
import { tarEnd, tarEntry } from './tar.ts'

export type BackupOf = {
  source: Source
  engine: BackupHeader['engine']
  files: FileStore
  /** The secret that signs and encrypts; `included` when it lives in the data folder and not in a setting. */
  secret: { value: string; included: boolean }
  now: Date
}

export type WrittenBackup = {
  tables: number
  rows: number
  files: number
  /** Files that the database knows and the store has not: somebody removed them, or this is not where they lie. */
  missingFiles: number
}

/**
 * Writes everything an installation has into one file: a `.tar.gz` of its tables as text in PostgreSQL's COPY
 * format, its files and its secret, with a list of them all and a seal. The file has its name when it is whole and
 * on the disk. However large the database is, a few megabytes of it are in memory at a time.
 * @param path where the backup is put; a file that is there is replaced
 */
export async function writeBackup(path: string, of: BackupOf, signal?: AbortSignal): Promise<WrittenBackup> {
  const partial = `${path}.partial`
  const client = await of.source.pool.connect()
  const counted = { tables: 0, rows: 0, files: 0, missingFiles: 0 }
  const hash = createHash('sha256')
  try {
    await client.query(`begin isolation level repeatable read read only; ${steadyText}`)
    await pipeline(
      Readable.from(archive(client, of, counted), { objectMode: false }),
      createGzip({ level: 5 }),
      async function* sealed(pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece)
          yield piece
        }
        yield seal(hash.digest())
      },
      createWriteStream(partial, { mode: 0o600 }),
      signal ? { signal } : {},
    )
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(error as Error)
    await rm(partial, { force: true })
    throw error
  }
  await toDisk(partial)
  await rename(partial, path)
  return counted
}

async function* archive(
  connection: Connection,
  of: BackupOf,
  counted: WrittenBackup,
): AsyncGenerator<Buffer> {
  const entry = (name: string, content: string | Buffer) =>
    tarEntry({ name, bytes: Buffer.from(content) }, of.now)
  const tables = await ownTables(connection)
  const header: BackupHeader = {
    format: 'kansli-backup',
    version: formatVersion,
    createdAt: of.now.toISOString(),
    program: programVersion,
    engine: of.engine,
    migrations: await appliedMigrations(connection),
    tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
  }
  yield entry(headerName, JSON.stringify(header, null, 1))
  const manifest: BackupManifest = {
    tables: [],
    sequences: await sequences(connection, tables),
    files: [],
    secret: { included: of.secret.included, sha256: digest(of.secret.value) },
  }
  for (const table of tables) {
    const hash = createHash('sha256')
    const written: BackupManifest['tables'][number] = {
      schema: table.schema,
      name: table.name,
      rows: 0,
      sha256: '',
      parts: [],
    }
    for await (const { lines, rows } of readTable(connection, table)) {
      const name = partName(table, written.parts.length + 1)
      hash.update(lines)
      written.parts.push({ name, bytes: lines.length, sha256: digest(lines) })
      written.rows += rows
      yield entry(name, lines)
    }
    manifest.tables.push({ ...written, sha256: hash.digest('hex') })
    counted.tables += 1
    counted.rows += written.rows
  }
  for await (const sha256 of of.files.list()) {
    const bytes = await of.files.get(sha256)
    // Removed by somebody while the backup is made: as if a moment earlier.
    if (!bytes) continue
    manifest.files.push(sha256)
    counted.files += 1
    yield entry(fileName(sha256), Buffer.from(bytes))
  }
  counted.missingFiles = await missingFiles(connection, tables, new Set(manifest.files))
  if (of.secret.included) yield entry(secretName, of.secret.value)
  yield entry(manifestName, JSON.stringify(manifest))
  yield tarEnd
}

async function appliedMigrations(connection: Connection): Promise<BackupHeader['migrations']> {
  const { rows } = await connection.query<{ name: string; checksum: string }>(
    'select name, checksum from kansli.migration order by name',
  )
  return rows
}

/** A column called `sha256` names a file, whichever table has it. */
async function missingFiles(
  connection: Connection,
  tables: readonly OwnTable[],
  present: ReadonlySet<string>,
): Promise<number> {
  const missing = new Set<string>()
  for (const { schema, name, columns } of tables) {
    if (!columns.some((column) => column.name === 'sha256')) continue
    const { rows } = await connection.query<{ sha256: string }>(
      `select distinct sha256 from ${quoted(schema, name)}`,
    )
    for (const { sha256 } of rows) if (!present.has(sha256)) missing.add(sha256)
  }
  return missing.size
}

/** The next number of every counter of ours. */
async function sequences(
  connection: Connection,
  tables: readonly OwnTable[],
): Promise<BackupManifest['sequences']> {
  const { rows } = await connection.query<{ schema: string; name: string; value: string }>(
    `select schemaname as schema, sequencename as name, last_value::text as value
     from pg_sequences where schemaname = any ($1) and last_value is not null order by 1, 2`,
    [[...new Set(tables.map((table) => table.schema))]],
  )
  return rows
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
