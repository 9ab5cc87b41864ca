import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Database } from '../database/database.ts'
import type { FileStore } from '../files/file-store.ts'
import { OperatorProblem } from '../operator-problem.ts'
import { backupName, madeAt, superseded } from './retention.ts'
import { removeOldPictures, withPicture } from './source.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup, type WrittenBackup } from './write-backup.ts'

/** How the automatic backups are doing, for the system page and the monitoring. */
export type BackupStatus = {
  /** Null when they are turned off by a setting. */
  folder: string | null
  last: { at: Date; bytes: number; name: string } | null
  count: number
  /** What went wrong the last time, when it did. */
  failure: { at: Date; message: string } | null
}

export type AutomaticBackups = {
  /** Makes one, reads it again from end to end, and removes those that need not be kept. `status` tells of failures. */
  make(): Promise<void>
  /**
   * Makes one before the tables are changed.
   * @throws `OperatorProblem` when that is not possible: then they had better stay as they are
   */
  makeBeforeUpdate(): Promise<void>
  /** Makes one when the last is more than a day old. */
  makeIfDue(): Promise<void>
  status(): Promise<BackupStatus>
}

export type BackedUp = {
  database: Database
  dataFolder: string
  files: FileStore
  secret: { value: string; included: boolean }
  log: Logger
  now: () => Date
  /** False when the person at the machine backs up in another way. */
  enabled: boolean
}

const day = 24 * 60 * 60_000

/** Backups that nobody has to think of, in the data folder. */
export function automaticBackups(of: BackedUp): AutomaticBackups {
  const folder = join(of.dataFolder, 'backups')
  const failureFile = join(folder, 'failure.json')
  let working: Promise<void> | null = null
  /** What went wrong the last time, also when the disk is too full to write it down. */
  let failed: BackupStatus['failure'] = null

  async function make(beforeUpdate: boolean): Promise<void> {
    const path = join(folder, backupName(of.now(), beforeUpdate))
    const unread = `${path}.unread`
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      removeLeftovers(folder)
      removeOldPictures(of.dataFolder)
      const { missingFiles } = await write(of, unread)
      if (missingFiles > 0) of.log.error({ missingFiles }, 'files are missing from the file store')
      await verifyBackup(unread)
      await rename(unread, path)
      rmSync(failureFile, { force: true })
      failed = null
      for (const name of superseded(readdirSync(folder))) rmSync(join(folder, name))
      of.log.info({ bytes: statSync(path).size }, 'backed up')
    } catch (error) {
      of.log.error({ error }, 'the automatic backup failed')
      rmSync(unread, { force: true })
      failed = { at: of.now(), message: (error as Error).message }
      try {
        writeFileSync(failureFile, JSON.stringify(failed), { mode: 0o600 })
      } catch {
        // The disk is full: until the next start this process knows it, and the log has it.
      }
    }
  }

  async function status(): Promise<BackupStatus> {
    if (!of.enabled) return { folder: null, last: null, count: 0, failure: null }
    const names = existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => madeAt(name) !== null)
          .toSorted()
      : []
    const name = names.at(-1)
    return {
      folder,
      count: names.length,
      last: name ? { name, at: madeAt(name)!, bytes: statSync(join(folder, name)).size } : null,
      failure: failed ?? (await readFailure(failureFile)),
    }
  }

  /** One at a time; who comes meanwhile waits for the same one. */
  const alone = (beforeUpdate: boolean) => {
    working ??= make(beforeUpdate).finally(() => (working = null))
    return working
  }

  return {
    async make() {
      if (of.enabled) await alone(false)
    },
    async makeBeforeUpdate() {
      if (!of.enabled) return
      await alone(true)
      const { failure } = await status()
      if (!failure) return
      throw new OperatorProblem(
        `The backup before the update failed: ${failure.message}\n` +
          `Nothing was changed. Put that right, or back up yourself and start with KANSLI_BACKUPS=no.`,
      )
    },
    async makeIfDue() {
      if (!of.enabled) return
      const { last } = await status()
      if (!last || of.now().getTime() - last.at.getTime() > day) await alone(false)
    },
    status,
  }
}

function write(of: BackedUp, path: string): Promise<WrittenBackup> {
  return withPicture(of.database, of.dataFolder, (source) =>
    writeBackup(path, {
      source,
      engine: of.database.kind,
      files: of.files,
      secret: of.secret,
      now: of.now(),
    }),
  )
}

/** What a process that was killed while making a backup has left behind. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^kansli-.*\.unread(\.partial)?$/.test(name)) rmSync(join(folder, name), { force: true })
  }
}

async function readFailure(path: string): Promise<BackupStatus['failure']> {
  try {
    const { at, message } = JSON.parse(await readFile(path, 'utf8')) as { at: string; message: string }
    return { at: new Date(at), message }
  } catch {
    return null
  }
}
