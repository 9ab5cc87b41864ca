import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * A lock that the operating system holds for as long as this process lives, and not a moment longer: no stale
 * lock is left behind by a killed process, and no other process can take it meanwhile. Node has no flock of its
 * own, but its SQLite holds exactly such a lock on a file in an exclusive transaction.
 */
export type ExclusiveLock = { release(): void }

/**
 * Takes the lock at once or not at all.
 * @param file path of the lock file; made if it is missing
 * @returns the lock, or null when another process holds it
 */
export function takeLock(file: string): ExclusiveLock | null {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (/locked|busy/i.test(String(error))) return null
    throw error
  }
  return { release: () => database.close() }
}
