import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../database/database.ts'
import { folderStore } from '../files/folder-store.ts'
import { createLog } from '../logging/log.ts'
import { OperatorProblem } from '../operator-problem.ts'
import { automaticBackups } from './automatic-backups.ts'

const now = new Date('2026-11-22T02:30:00Z')
let dataFolder: string

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kansli-backups-'))
  // Where the failure would be written down nothing can be written, as on a full disk.
  mkdirSync(join(dataFolder, 'backups', 'failure.json'), { recursive: true })
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

const connect = () => Promise.reject(new Error('ENOSPC: no space left on device'))

function backupsOf(enabled: boolean) {
  return automaticBackups({
    database: { kind: 'server', pool: { connect } } as unknown as Database,
    dataFolder,
    files: folderStore(join(dataFolder, 'files')),
    secret: { value: 'a secret', included: true },
    log: createLog('silent'),
    now: () => now,
    enabled,
  })
}

it('keeps an update from the tables when the backup before it failed and the disk takes nothing', async () => {
  const backups = backupsOf(true)
  await expect(backups.makeBeforeUpdate()).rejects.toThrow(OperatorProblem)
  expect((await backups.status()).failure).toEqual({ at: now, message: 'ENOSPC: no space left on device' })
})

it('lets an update pass when the person at the machine backs up in another way', async () => {
  await expect(backupsOf(false).makeBeforeUpdate()).resolves.toBeUndefined()
})
