import type { AutomaticBackups, BackupStatus } from '../backup/automatic-backups.ts'
import type { Database } from '../database/database.ts'
import { readJobs, type JobStatus } from '../jobs/read-jobs.ts'
import { programVersion } from '../program-version.ts'

/** How the installation is doing, as those who answer for it may see it: nothing of what is in it. */
export type SystemStatus = {
  version: string
  runtime: string
  /** `embedded`: the engine that comes with Kansli; `server`: a PostgreSQL of one's own. */
  engine: 'embedded' | 'server'
  databaseVersion: string
  startedAt: Date
  backups: BackupStatus
  jobs: JobStatus[]
}

/** Tells how the installation is doing each time it is asked. */
export function systemStatus(of: {
  database: Database
  backups: AutomaticBackups
  startedAt: Date
}): () => Promise<SystemStatus> {
  return async () => {
    const { rows } = await of.database.pool.query<{ version: string }>(
      "select current_setting('server_version') as version",
    )
    return {
      version: programVersion,
      runtime: process.version,
      engine: of.database.kind,
      databaseVersion: rows[0]?.version ?? '',
      startedAt: of.startedAt,
      backups: await of.backups.status(),
      jobs: await readJobs(of.database.pool),
    }
  }
}
