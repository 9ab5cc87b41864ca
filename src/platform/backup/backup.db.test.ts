import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../../../tests/support/test-office.ts'
import { folderStore } from '../files/folder-store.ts'
import { digest } from './digest.ts'
import { isEmpty, restore } from './restore.ts'
import { withPicture } from './source.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

let office: TestOffice
let folder: string
const files = (of: TestOffice) => folderStore(join(of.dataFolder, 'files'))

/** Everything that text can trip over, in one name. */
const oddName = 'Å\\N "ö"\t\n\\\\ 😀 \u00a0'

beforeAll(async () => {
  office = await openTestOffice()
  folder = mkdtempSync(join(tmpdir(), 'kansli-backup-'))
  const organisation = await office.organisation()
  await organisation.person(['secretary'])
  await office.application.database.owner
    .updateTable('account.user')
    .set({ name: oddName, twoFactorEnabled: null })
    .execute()
  await files(office).put(Buffer.from('ett dokument'))
  await files(office).put(Buffer.alloc(300_000, 7))
}, 60_000)

afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

async function backUp(of: TestOffice, name: string): Promise<string> {
  const path = join(folder, name)
  await withPicture(of.application.database, of.dataFolder, (source) =>
    writeBackup(path, {
      source,
      engine: of.application.database.kind,
      files: files(of),
      secret: { value: 'the secret', included: true },
      now: new Date('2026-11-22T02:30:00Z'),
    }),
  )
  return path
}

const target = (of: TestOffice, givenSecret: string | null = null) => ({
  database: of.application.database,
  dataFolder: of.dataFolder,
  files: files(of),
  givenSecret,
})

/** Every row of every table, as the backup sees it, and every file. */
async function contents(of: TestOffice, name: string) {
  const { manifest } = await verifyBackup(await backUp(of, name))
  return { tables: manifest.tables.map(({ parts: _, ...table }) => table), files: manifest.files.toSorted() }
}

describe('a backup', () => {
  it('holds every row and every file, and can be opened without Kansli', async () => {
    const path = await backUp(office, 'whole.tar.gz')
    const verified = await verifyBackup(path)
    const rowsOf = (schema: string, name: string) =>
      verified.manifest.tables.find((table) => table.schema === schema && table.name === name)?.rows
    expect([rowsOf('account', 'user'), rowsOf('organisation', 'organisation')]).toEqual([2, 1])
    expect(verified.manifest.files).toHaveLength(2)
    expect(verified.manifest.tables.some((table) => table.schema === 'job')).toBe(false)
    expect(verified.sha256).toBe(digest(readFileSync(path)))
    const listed = execFileSync('tar', ['-tzf', path], { encoding: 'utf8' }).trim().split('\n')
    expect([listed[0], listed.at(-1)]).toEqual(['kansli-backup.json', 'manifest.json'])
    const users = execFileSync('tar', ['-xzOf', path, 'tables/account.user/000001.copy'], {
      encoding: 'utf8',
    })
    expect(users.split('\n')).toHaveLength(3)
  })

  it('is refused when any of its bytes is another, and when it is cut off', async () => {
    const path = await backUp(office, 'flipped.tar.gz')
    const whole = readFileSync(path)
    const step = Math.max(1, Math.floor(whole.length / 150))
    const places = [
      ...Array.from({ length: 150 }, (_, place) => place * step),
      ...Array.from({ length: 60 }, (_, back) => whole.length - 1 - back),
    ]
    for (const place of places) {
      const changed = Buffer.from(whole)
      changed[place]! ^= 1 << (place % 8)
      writeFileSync(path, changed)
      await expect(verifyBackup(path), `byte ${place}`).rejects.toThrow(/Nothing was changed/)
    }
    for (const length of [0, 1, 57, 58, 1000, whole.length - 59, whole.length - 58, whole.length - 1]) {
      writeFileSync(path, whole)
      truncateSync(path, length)
      await expect(verifyBackup(path), `${length} bytes`).rejects.toThrow(/Nothing was changed/)
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.from([0])]))
    await expect(verifyBackup(path)).rejects.toThrow(/Nothing was changed/)
  }, 60_000)
})

describe('a restore', () => {
  it('gives an empty system everything back, exactly', async () => {
    const path = await backUp(office, 'restored.tar.gz')
    const other = await openTestOffice()
    try {
      expect(await isEmpty(other.application.database)).toBe(true)
      const restored = await restore(path, await verifyBackup(path), target(other))
      expect(restored).toMatchObject({ files: 2, secretDiffers: false })
      expect(await contents(other, 'again.tar.gz')).toEqual(await contents(office, 'once more.tar.gz'))
      const names = await other.application.database.owner.selectFrom('account.user').select('name').execute()
      expect(names).toEqual([{ name: oddName }, { name: oddName }])
      expect(readFileSync(join(other.dataFolder, 'secret'), 'utf8')).toBe('the secret')
      expect(await isEmpty(other.application.database)).toBe(false)
    } finally {
      await other.close()
    }
  }, 60_000)

  it('leaves nothing of what was there before, and keeps a secret that is given by a setting', async () => {
    const path = await backUp(office, 'replacing.tar.gz')
    const other = await openTestOffice()
    try {
      await other.organisation('Det gamla')
      const old = await files(other).put(Buffer.from('gammalt'))
      const restored = await restore(path, await verifyBackup(path), target(other, 'another secret'))
      expect(restored.secretDiffers).toBe(true)
      expect(await files(other).get(old)).toBeNull()
      const organisations = await other.application.database.owner
        .selectFrom('organisation.organisation')
        .select('name')
        .execute()
      expect(organisations.map(({ name }) => name)).toEqual([expect.stringMatching(/^Provdistriktet/)])
    } finally {
      await other.close()
    }
  }, 60_000)

  it('changes nothing when it fails in the middle', async () => {
    const path = await backUp(office, 'failing.tar.gz')
    const verified = await verifyBackup(path)
    const other = await openTestOffice()
    try {
      await other.organisation('Det gamla')
      const old = await files(other).put(Buffer.from('gammalt'))
      const before = await contents(other, 'before.tar.gz')
      const [first, ...rest] = verified.manifest.tables
      const wrong = {
        ...verified,
        manifest: { ...verified.manifest, tables: [{ ...first!, rows: 99 }, ...rest] },
      }
      await expect(restore(path, wrong, target(other))).rejects.toThrow(/did not hold what the backup holds/)
      expect(await contents(other, 'after.tar.gz')).toEqual(before)
      expect(await files(other).get(old)).not.toBeNull()
    } finally {
      await other.close()
    }
  }, 60_000)

  it('refuses the backup of a version that it does not know', async () => {
    const path = await backUp(office, 'newer.tar.gz')
    const verified = await verifyBackup(path)
    const newer = {
      ...verified,
      header: {
        ...verified.header,
        migrations: [...verified.header.migrations, { name: 'budget/9999-later', checksum: 'x' }],
      },
    }
    await expect(restore(path, newer, target(office))).rejects.toThrow(/does not know/)
    expect(await isEmpty(office.application.database)).toBe(false)
  })
})
