import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { JobQueue, QueuedOperation, ScheduledTask } from './job-queue.ts'

const operations = 'call-operation'

/**
 * The job queue in the database, on either engine. Several servers share the work; each job is done by one.
 * @param call does the work of a queued operation; when it throws, the job is tried again
 */
export async function startBossQueue(options: {
  pool: pg.Pool
  embedded: boolean
  log: Logger
  tasks: readonly ScheduledTask[]
  call(job: QueuedOperation): Promise<void>
}): Promise<JobQueue & { stop(): Promise<void> }> {
  const { pool, log } = options
  const boss = new PgBoss({
    schema: 'job',
    ...(options.embedded ? { backend: 'pglite' as const } : {}),
    db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
  })
  boss.on('error', (error) => log.error({ error }, 'jobs'))
  await boss.start()
  await boss.createQueue(operations, {
    retryLimit: 5,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 900,
  })
  await boss.work<QueuedOperation>(operations, { pollingIntervalSeconds: 2 }, async ([job]) => {
    if (job) await options.call(job.data)
  })
  for (const task of options.tasks) {
    await boss.createQueue(task.name, { policy: 'singleton', retryLimit: 2 })
    await boss.schedule(task.name, task.schedule, null, { tz: 'Europe/Stockholm' })
    await boss.work(task.name, { pollingIntervalSeconds: 10 }, () => task.run())
  }
  return {
    async enqueue(job, { after, once } = {}) {
      await boss.send(operations, job, {
        ...(after ? { startAfter: after } : {}),
        ...(once ? { singletonKey: once, singletonSeconds: 60 } : {}),
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
