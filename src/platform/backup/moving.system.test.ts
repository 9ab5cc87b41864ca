import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ownPostgresDatabase, type OwnDatabase } from '../../../tests/support/own-database.ts'
import { openDatabase } from '../database/database.ts'
import { folderStore } from '../files/folder-store.ts'
import { newId } from '../identifiers.ts'
import { projectRoot } from '../root.ts'
import { settleRestore } from './settle-restore.ts'
import { withPicture } from './source.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

/** How often a restore is killed; many by hand before a release. */
const kills = Number(process.env.KANSLI_TEST_KILLS ?? 2)

const folder = mkdtempSync(join(tmpdir(), 'kansli-moving-'))
let server: OwnDatabase

beforeAll(async () => {
  server = await ownPostgresDatabase('template1')
  for (const place of ['old', 'new', 'moved']) {
    cpSync(inject('embeddedTemplate'), join(folder, place), { recursive: true })
  }
  await fill({ KANSLI_DATA: join(folder, 'old') }, 'Det gamla', 20)
  await fill({ KANSLI_DATA: join(folder, 'new') }, 'Det nya', 4000)
}, 60_000)

afterAll(async () => {
  await server.drop()
  rmSync(folder, { recursive: true, force: true })
})

type Place = { KANSLI_DATA: string; DATABASE_URL?: string }

const databaseOf = (place: Place) =>
  openDatabase({ dataFolder: place.KANSLI_DATA, databaseUrl: place.DATABASE_URL ?? null })
const filesOf = (place: Place) => folderStore(join(place.KANSLI_DATA, 'files'))

/** Writes accounts, a file and a secret that belong together. */
async function fill(place: Place, word: string, accounts: number) {
  const database = await databaseOf(place)
  for (let at = 0; at < accounts; at += 1000) {
    const rows = Array.from({ length: Math.min(1000, accounts - at) }, (_, row) => {
      const id = newId()
      return { id, name: `${word} ${at + row}\t\\ å`, email: `${id}@example.org` }
    })
    await database.owner.insertInto('account.user').values(rows).execute()
  }
  await filesOf(place).put(Buffer.from(word))
  writeFileSync(join(place.KANSLI_DATA, 'secret'), `the secret of ${word}`)
  await database.close()
}

/** Everything an installation is, in a form that can be compared. */
async function everything(place: Place) {
  const database = await databaseOf(place)
  try {
    await settleRestore(place.KANSLI_DATA, database.pool, filesOf(place))
    const path = join(folder, `${newId()}.tar.gz`)
    await withPicture(database, place.KANSLI_DATA, (source) =>
      writeBackup(path, {
        source,
        engine: database.kind,
        files: filesOf(place),
        secret: { value: readFileSync(join(place.KANSLI_DATA, 'secret'), 'utf8'), included: true },
        now: new Date(),
      }),
    )
    const { manifest } = await verifyBackup(path)
    return {
      secret: manifest.secret.sha256,
      files: manifest.files.toSorted(),
      tables: manifest.tables.map(({ schema, name, rows, sha256 }) => [schema, name, rows, sha256]),
    }
  } finally {
    await database.close()
  }
}

/** Runs the command line; `killAfter` ends it without a warning. */
async function kansli(place: Place, words: string[], killAfter?: number) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(projectRoot, 'src/cli/main.ts'), ...words],
    { env: { ...process.env, LANG: 'en', NODE_ENV: '', ...place }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  await once(child, 'close')
  clearTimeout(timer)
  return { code: child.exitCode, said }
}

describe('moving an installation by backup and restore', () => {
  it('from the embedded database to a PostgreSQL server and back changes nothing', async () => {
    const here: Place = { KANSLI_DATA: join(folder, 'new') }
    const there: Place = { KANSLI_DATA: join(folder, 'server'), DATABASE_URL: server.url }
    const back: Place = { KANSLI_DATA: join(folder, 'moved') }
    const first = join(folder, 'first.tar.gz')
    const second = join(folder, 'second.tar.gz')
    expect(await kansli(here, ['backup', first])).toMatchObject({
      code: 0,
      said: expect.stringContaining('SHA-256'),
    })
    expect(await kansli(there, ['restore', first])).toMatchObject({ code: 0 })
    expect(await kansli(there, ['backup', second])).toMatchObject({ code: 0 })
    expect(await kansli(back, ['restore', second])).toMatchObject({ code: 0 })
    const [at, moved, returned] = [await everything(here), await everything(there), await everything(back)]
    expect(moved).toEqual(at)
    expect(returned).toEqual(at)
  }, 120_000)

  it('asks before it replaces anything, and refuses a file that is there already', async () => {
    const here: Place = { KANSLI_DATA: join(folder, 'new') }
    const file = join(folder, 'asked.tar.gz')
    expect((await kansli(here, ['backup', file])).code).toBe(0)
    expect(await kansli(here, ['backup', file])).toMatchObject({
      code: 1,
      said: expect.stringContaining('--overwrite'),
    })
    expect(await kansli(here, ['restore', file])).toMatchObject({
      code: 1,
      said: expect.stringContaining('--replace'),
    })
    expect(await kansli(here, ['restore', file, '--replace'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('--yes'),
    })
    expect(await kansli(here, ['restore', file, '--verify'])).toMatchObject({ code: 0 })
    expect(await kansli(here, ['restore'])).toMatchObject({ code: 2 })
    expect(await kansli(here, ['restore', file, '--force'])).toMatchObject({ code: 2 })
  }, 120_000)

  it('a restore that is killed leaves everything as it was, or everything restored', async () => {
    const target: Place = { KANSLI_DATA: join(folder, 'old') }
    const source: Place = { KANSLI_DATA: join(folder, 'new') }
    const file = join(folder, 'killed.tar.gz')
    expect((await kansli(source, ['backup', file])).code).toBe(0)
    const [before, after] = [await everything(target), await everything(source)]
    const kept = join(folder, 'kept')
    cpSync(target.KANSLI_DATA, kept, { recursive: true })
    const started = Date.now()
    expect((await kansli(target, ['restore', file, '--replace', '--yes'])).code).toBe(0)
    const whole = Date.now() - started
    expect(await everything(target)).toEqual(after)
    for (let kill = 1; kill <= kills; kill += 1) {
      rmSync(target.KANSLI_DATA, { recursive: true })
      cpSync(kept, target.KANSLI_DATA, { recursive: true })
      await kansli(target, ['restore', file, '--replace', '--yes'], (whole * (kill + 0.5)) / (kills + 1))
      const found = await everything(target)
      expect([before, after], `killed at ${kill} of ${kills}`).toContainEqual(found)
    }
  }, 600_000)
})
