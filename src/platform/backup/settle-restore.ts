import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { z } from 'zod'
import { syncPath } from '../database/engine/durable-files.ts'
import type { FileStore } from '../files/file-store.ts'

/**
 * What lies outside the database and must change together with it when a backup is restored. It is written down
 * before the database's transaction; whether that was written decides what is done with it, now or, after a
 * restore was killed, at the next start.
 */
const planSchema = z.object({
  id: z.string(),
  /** The secret that belongs to the restored data, when the backup brought one. */
  secret: z.string().nullable(),
  /** Files that the backup brought and that were not here. */
  added: z.array(z.string()),
  /** Files that were here and are not in the backup. */
  superseded: z.array(z.string()),
})

export type RestorePlan = z.infer<typeof planSchema>

const planFile = (dataFolder: string) => join(dataFolder, 'restore.json')

export function writePlan(dataFolder: string, plan: RestorePlan): void {
  writeDurably(planFile(dataFolder), JSON.stringify(plan))
}

/** Completes a restore whose transaction was written, and takes back one whose was not. Nothing to do otherwise. */
export async function settleRestore(dataFolder: string, pool: Pool, files: FileStore): Promise<void> {
  const path = planFile(dataFolder)
  if (!existsSync(path)) return
  const plan = planSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const written = await wasWritten(pool, plan.id)
  if (written && plan.secret !== null) writeDurably(join(dataFolder, 'secret'), plan.secret)
  for (const hash of written ? plan.superseded : plan.added) await files.remove(hash)
  rmSync(path)
}

async function wasWritten(pool: Pool, id: string): Promise<boolean> {
  const { rows: exists } = await pool.query("select to_regclass('kansli.restoration') is not null as yes")
  if (!exists[0]?.yes) return false
  const { rows } = await pool.query('select from kansli.restoration where id = $1', [id])
  return rows.length > 0
}

/** The file is there whole, or as it was before. */
function writeDurably(path: string, content: string): void {
  const partial = `${path}.partial`
  writeFileSync(partial, content, { mode: 0o600 })
  syncPath(partial)
  renameSync(partial, path)
}
