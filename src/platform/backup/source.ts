import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { openDatabase, type Database } from '../database/database.ts'
import { snapshotCommand } from '../database/engine/engine-commands.ts'

/** A picture of the database at one moment, that can be read at leisure. */
export type Source = { pool: Pool }

/**
 * Takes the picture for as long as `work` needs it. On a server that is a transaction, which disturbs nobody. The
 * embedded engine has one session for everybody: there the whole database is copied while everybody waits (half a
 * second for 400 MB), and the work is done on the copy.
 */
export async function withPicture<Result>(
  database: Database,
  dataFolder: string,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  if (database.kind === 'server') return work({ pool: database.pool })
  const folder = mkdtempSync(join(dataFolder, `picture-${process.pid}-`))
  let copy: Database | null = null
  try {
    await database.pool.query(snapshotCommand(folder))
    copy = await openDatabase({ dataFolder: folder, databaseUrl: null })
    return await work({ pool: copy.pool })
  } finally {
    await copy?.close()
    rmSync(folder, { recursive: true, force: true })
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
