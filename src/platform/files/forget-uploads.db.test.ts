import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { scheduledTasks } from '../../server/scheduled-tasks.ts'
import type { Caller } from '../operations/call.ts'
import { forgetUploads } from './forget-uploads.ts'
import { uploadFile } from './operations/upload-file.ts'

let office: TestOffice
let north: TestOrganisation
let somebody: Caller

beforeAll(async () => {
  office = await openTestOffice()
  north = await office.organisation()
  somebody = await north.person(['member'])
})
afterAll(() => office.close())

const now = new Date('2026-11-22T10:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const place = (sha256: string) => join(office.dataFolder, 'files', sha256.slice(0, 2), sha256)

/** Uploads a file as if so many hours ago. */
async function upload(name: string, text: string, hours: number) {
  office.setClock(hoursAgo(hours).toISOString())
  const { fileId, sha256 } = await office.application.call(
    uploadFile,
    { file: new File([text], name) },
    somebody,
  )
  office.setClock(now.toISOString())
  utimesSync(place(sha256), hoursAgo(hours), hoursAgo(hours))
  return { fileId, sha256 }
}

async function left() {
  const { rows } = await office.application.database.pool.query('select name from file.file order by name')
  return rows.map((row) => row.name as string)
}

const isStored = async (sha256: string) => (await office.application.services.files.get(sha256)) !== null
const forget = () => {
  const { database, services } = office.application
  return forgetUploads(database.owner, services.files, now)
}

it('removes uploads after a day and bytes that nobody names after two', async () => {
  const fresh = await upload('fresh', 'a', 23)
  const yesterday = await upload('yesterday', 'b', 25)
  const old = await upload('old', 'c', 49)
  // Somebody else has the same bytes and uploaded them today.
  const shared = await upload('shared', 'd', 49)
  await upload('shared again', 'd', 1)
  utimesSync(place(shared.sha256), hoursAgo(49), hoursAgo(49))
  const unfinished = `${place(fresh.sha256)}.0.partial`
  writeFileSync(unfinished, 'half')
  utimesSync(unfinished, hoursAgo(49), hoursAgo(49))

  expect(await forget()).toEqual({ uploads: 3, files: 2 })

  expect(await left()).toEqual(['fresh', 'shared again'])
  expect(await Promise.all([fresh, yesterday, old, shared].map(({ sha256 }) => isStored(sha256)))).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(readdirSync(join(place(fresh.sha256), '..'))).toEqual([fresh.sha256])
  expect(await forget()).toEqual({ uploads: 0, files: 0 })
})

it('keeps the bytes that a table of another module names', async () => {
  const { pool } = office.application.database
  const { sha256 } = await upload('kept', 'e', 72)
  const plain = await upload('not kept', 'f', 72)
  await pool.query('create table organisation.picture (sha256 text not null)')
  await pool.query('insert into organisation.picture values ($1)', [sha256])
  await forget()
  expect([await isStored(sha256), await isStored(plain.sha256)]).toEqual([true, false])
  await pool.query('drop table organisation.picture')
  await forget()
  expect(await isStored(sha256)).toBe(false)
})

it('keeps what is put in again while it is swept', async () => {
  const { files } = office.application.services
  const sha256 = await files.put(Buffer.from('g'))
  utimesSync(place(sha256), hoursAgo(72), hoursAgo(72))
  await Promise.all([files.sweep(new Set(), hoursAgo(48)), files.put(Buffer.from('g'))])
  expect(await isStored(sha256)).toBe(true)
})

it('is done every night', async () => {
  await upload('forgotten', 'h', 30)
  const task = scheduledTasks(office.application).find(({ name }) => name === 'forget-uploads')
  await task!.run()
  expect(await left()).not.toContain('forgotten')
})
