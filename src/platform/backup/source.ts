import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { openDatabase, type Database } from '../database/database.ts'
import { snapshotCommand } from '../database/engine/engine-commands.ts'

/** A picture of the database at one moment, that can be read at leisure. */
export type Source = { pool: Pool; close(): Promise<void> }

const pictureFolder = 'picture-'

/**
 * Takes the picture. On a server that is a transaction, which disturbs nobody. The embedded engine has one session
 * for everybody: there the whole database is copied while everybody waits (a second for a gigabyte), and the
 * backup is made from the copy.
 */
export async function pictureOf(database: Database, dataFolder: string): Promise<Source> {
  if (database.kind === 'server') return { pool: database.pool, close: async () => undefined }
  const folder = mkdtempSync(join(dataFolder, `${pictureFolder}${process.pid}-`))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    await database.pool.query(snapshotCommand(folder))
    const copy = await openDatabase({ dataFolder: folder, databaseUrl: null })
    return {
      pool: copy.pool,
      async close() {
        await copy.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Removes the pictures of processes that were killed while they made a backup. */
export function removeOldPictures(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const [, pid] = /^picture-(\d+)-/.exec(name) ?? []
    if (pid && !isRunning(Number(pid))) rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
