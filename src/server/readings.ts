import type { Metrics } from '#platform/http/metrics.ts'
import type { Application } from '../application.ts'

/** Reads what is not counted as it happens, when the monitoring asks. What cannot be read now keeps its last value. */
export async function takeReadings({ backups, database }: Application, metrics: Metrics): Promise<void> {
  const status = await backups.status()
  if (status.last) metrics.lastBackup.set(status.last.at.getTime() / 1000)
  metrics.backupFailed.set(status.failure ? 1 : 0)
  const { pool } = database
  metrics.connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
  metrics.connections.set({ state: 'idle' }, pool.idleCount)
  metrics.connections.set({ state: 'waited for' }, pool.waitingCount)
  try {
    const counts = await database.owner
      .selectFrom('mail.message')
      .select(['state', (row) => row.fn.countAll<bigint>().as('count')])
      .where('state', 'in', ['waiting', 'failed'])
      .groupBy('state')
      .execute()
    const count = (state: string) => Number(counts.find((each) => each.state === state)?.count ?? 0)
    metrics.mails.set({ state: 'waiting' }, count('waiting'))
    metrics.mails.set({ state: 'failed' }, count('failed'))
  } catch {
    // The database does not answer, which /ready tells.
  }
}
