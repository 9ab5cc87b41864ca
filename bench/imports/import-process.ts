/**
 * Imports one large file on a database of its own, and writes the same rows without any import beside it: on the
 * embedded engine, or on the empty PostgreSQL server that the second argument names.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApplication } from '../../src/application.ts'
import { createOrganisation, createUnit } from '../../src/modules/organisation/index.ts'
import { createPeopleImport } from '../../src/modules/people/operations/imports/create-people-import.ts'
import { previewPeopleImport } from '../../src/modules/people/operations/imports/preview-people-import.ts'
import { runPeopleImport } from '../../src/modules/people/operations/imports/run-people-import.ts'
import { undoPeopleImport } from '../../src/modules/people/operations/imports/undo-people-import.ts'
import { writeRows } from '../../src/modules/people/store/write-rows.ts'
import type { Tables } from '../../src/platform/database/tables.ts'
import { operator } from '../../src/platform/access/actor.ts'
import { newId } from '../../src/platform/identifiers.ts'
import type { Caller } from '../../src/platform/operations/call.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { timeOf } from '../timing.ts'
import { peopleFile } from './people-file.ts'

export type ImportFigures = {
  rows: number
  megabytes: number
  preview: number
  run: number
  again: number
  undo: number
  plain: number
  /** The same rows by the server's own COPY from files; null on the embedded engine, which has none. */
  copied: number | null
  /** Megabytes of resident set above what there was before, at the highest. */
  serverMemory: number
  engineMemory: number
}

/** What the import writes, in an order in which no row comes before what it refers to. */
const written = [
  'people.tag',
  'people.person',
  'people.membership',
  'people.contact',
  'people.person_tag',
] as const

const rows = Number(process.argv[2] ?? 100_000)
const databaseUrl = process.argv[3] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-import-'))
const application = await openApplication(
  readSettings({
    KANSLI_DATA: folder,
    KANSLI_SECRET: 'a secret for measuring only, long enough',
    KANSLI_BACKUPS: 'no',
    LOG_LEVEL: 'silent',
    DATABASE_URL: databaseUrl,
  }),
)
try {
  const caller: Caller = { actor: operator, organisationId: newId(), language: 'sv' }
  const { call } = application
  const user = newId()
  await application.database.owner
    .insertInto('account.user')
    .values({ id: user, name: 'Mätning', email: `${user}@example.org`, emailVerified: true })
    .execute()
  const { unitId } = await call(
    createOrganisation,
    { name: 'Mätdistriktet', unitKind: 'district', ownerUserId: user },
    caller,
  )
  const units = Array.from({ length: 40 }, (_, at) => `Förening ${at + 1}`)
  for (const name of units) await call(createUnit, { parentId: unitId, kind: 'association', name }, caller)
  const text = peopleFile(rows, units)
  const handOver = async () => {
    const file = new File([text], 'medlemmar.csv')
    return (await call(createPeopleImport, { unitId, file }, caller)).runId
  }
  const first = await handOver()
  const before = memory()
  const preview = await timeOf(() => call(previewPeopleImport, { runId: first }, caller))
  const run = await timeOf(async () =>
    required(await call(runPeopleImport, { runId: first }, caller), 'created'),
  )
  const most = memory()
  const second = await handOver()
  const again = await timeOf(async () =>
    required(await call(runPeopleImport, { runId: second }, caller), 'skipped'),
  )
  const kept = await everyRow()
  const undo = await timeOf(() => call(undoPeopleImport, { runId: first }, caller))
  await sql`truncate people.tag, people.person cascade`.execute(application.database.owner)
  const plain = await timeOf(() => writePlainly(kept))
  const copied = databaseUrl ? await copyPlainly() : null
  const figures: ImportFigures = {
    rows,
    megabytes: text.length / 1e6,
    preview,
    run,
    again,
    undo,
    plain,
    copied,
    serverMemory: most.server - before.server,
    engineMemory: most.engine - before.engine,
  }
  process.send?.(figures)
  if (!process.send) process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`)
} finally {
  await application.close()
  rmSync(folder, { recursive: true, force: true })
}

/** What is measured must be what was to be done. */
function required({ counts }: { counts: { created: number; skipped: number } }, all: 'created' | 'skipped') {
  if (counts[all] !== rows) throw new Error(`Of ${rows} rows, ${counts[all]} were ${all}.`)
}

type Kept = { table: keyof Tables & string; rows: object[] }[]

async function everyRow(): Promise<Kept> {
  const { owner } = application.database
  const { rows: generated } = await sql<{ name: string }>`select distinct column_name as name
    from information_schema.columns where table_schema = 'people' and is_generated = 'ALWAYS'`.execute(owner)
  const kept: Kept = []
  for (const table of written) {
    const all = await owner.selectFrom(table).selectAll().execute()
    // What the database works out by itself cannot be given to it.
    for (const row of all as Record<string, unknown>[]) for (const { name } of generated) delete row[name]
    kept.push({ table, rows: all })
  }
  return kept
}

/** The same rows in the same tables, as their owner, in one transaction, some thousands a statement. */
async function writePlainly(kept: Kept): Promise<void> {
  await application.database.owner.transaction().execute(async (db) => {
    for (const { table, rows: all } of kept) {
      for (let at = 0, step = 200; at < all.length; at += step, step = 2000) {
        await writeRows(db, table, all.slice(at, at + (at === 0 ? 200 : 2000)) as never)
        if (at === 0) await sql`analyze people.person`.execute(db)
      }
    }
  })
}

/**
 * How long the server takes to read the same rows from files of its own, in one transaction with the same keys,
 * indexes and triggers: the limit of what can be had from it.
 */
async function copyPlainly(): Promise<number> {
  const { owner } = application.database
  const { rows: found } = await sql<{
    folder: string
  }>`select current_setting('data_directory') as folder`.execute(owner)
  const fileOf = (table: string) => sql.lit(join(found[0]!.folder, `${table}.copied`))
  for (const table of written) await sql`copy ${sql.table(table)} to ${fileOf(table)}`.execute(owner)
  await sql`truncate people.tag, people.person cascade`.execute(owner)
  return timeOf(() =>
    owner.transaction().execute(async (db) => {
      for (const table of written) await sql`copy ${sql.table(table)} from ${fileOf(table)}`.execute(db)
    }),
  )
}

/** The highest resident set so far, in megabytes. */
function memory(): { server: number; engine: number } {
  return { server: highest(process.pid), engine: highest(application.database.engine?.pid ?? null) }
}

function highest(pid: number | null): number {
  const status = pid === null ? '' : readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}
