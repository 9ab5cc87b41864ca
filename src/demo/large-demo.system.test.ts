import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { projectRoot } from '#platform/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'kansli-large-demo-'))
const dataFolder = join(folder, 'data')
let database: Database

/** As somebody loads it: `kansli demo --size large`, in a system where there is nothing. */
beforeAll(async () => {
  cpSync(inject('embeddedTemplate'), dataFolder, { recursive: true })
  const loading = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', 'demo', '--size', 'large'],
    {
      cwd: projectRoot,
      env: { ...process.env, KANSLI_DATA: dataFolder, DATABASE_URL: '' },
      stdio: 'inherit',
    },
  )
  const [code] = (await once(loading, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`Loading ended with ${code}.`)
  database = await openDatabase({ dataFolder, databaseUrl: null })
}, 600_000)

afterAll(async () => {
  await database?.close()
  rmSync(folder, { recursive: true, force: true })
})

const count = async (from: string) =>
  Number((await database.pool.query(`select count(*) as count from ${from}`)).rows[0].count)

it.each([
  [
    'members',
    12_000,
    "people.membership where kind = 'home' and status = 'active' and valid_to is null and replaced_at is null",
  ],
  ['associations', 40, "organisation.unit where kind = 'association' and valid_to is null"],
  ['interest associations', 8, "organisation.unit where kind = 'interestAssociation' and valid_to is null"],
  ['circles', 8, "organisation.unit where kind = 'circle' and valid_to is null"],
  ['public mandates', 60, 'people.public_mandate where replaced_at is null and valid_to is null'],
])('has %s: %i at least', async (_, least, from) => {
  const there = await count(from)
  expect(there).toBeGreaterThanOrEqual(least)
  // Not so many more: who is a member today follows from what was invented of each.
  expect(there).toBeLessThan(least * 1.05 + 1)
})

it('is full of history: units that were renamed, moved and merged, members who came and went', async () => {
  for (const from of [
    'organisation.unit where valid_to is not null',
    'organisation.unit_name where valid_to is not null and replaced_at is null',
    'organisation.unit_succession',
    "people.membership where status = 'left' and replaced_at is null",
    'people.membership where valid_to is not null and replaced_at is null',
    'people.role_term where valid_to is not null and replaced_at is null',
  ]) {
    expect({ from, some: (await count(from)) > 0 }).toEqual({ from, some: true })
  }
})
