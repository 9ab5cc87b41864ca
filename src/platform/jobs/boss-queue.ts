import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { JobQueue, QueuedOperation, ScheduledTask } from './job-queue.ts'

const operations = 'call-operation'

export type BossQueueOptions = {
  pool: pg.Pool
  embedded: boolean
  log: Logger
  tasks: readonly ScheduledTask[]
  /** Does the work of a queued operation; when it throws, the job is tried again. */
  call(job: QueuedOperation): Promise<void>
  /** Seconds until a failed job is tried again; each further pause is about twice as long. */
  retryDelay?: number
}

/** The queue of this process. */
export type RunningQueue = JobQueue & {
  /** Takes no new job, and ends when those that are being done are done. */
  stop(): Promise<void>
}

/** The job queue in the database, on either engine. Several servers share the work; each job is done by one. */
export async function startBossQueue(options: BossQueueOptions): Promise<RunningQueue> {
  const { pool, log } = options
  const boss = new PgBoss({
    schema: 'job',
    ...(options.embedded ? { backend: 'pglite' as const } : {}),
    db: {
      // Without values a text may hold several statements, and some of the queue's do.
      executeSql: (text: string, values?: unknown[]) =>
        values && values.length > 0 ? pool.query(text, values) : pool.query(text),
    },
    // Nobody's work waits for these.
    cronWorkerIntervalSeconds: 10,
    flowIntervalSeconds: 600,
  })
  boss.on('error', (error) => log.error({ error }, 'jobs'))
  await boss.start()
  await boss.createQueue(operations, {
    retryLimit: 5,
    retryDelay: options.retryDelay ?? 30,
    retryBackoff: true,
    expireInSeconds: 900,
  })
  const worker = await boss.work<QueuedOperation>(
    operations,
    { pollingIntervalSeconds: 5 },
    async ([job]) => {
      if (job) await options.call(job.data)
    },
  )
  for (const task of options.tasks) await startTask(boss, task)
  return {
    async enqueue(job, { after, once } = {}) {
      await boss.send(operations, job, {
        ...(after ? { startAfter: after } : {}),
        ...(once ? { singletonKey: once, singletonSeconds: 60 } : {}),
      })
      // Done at once by this process, if it is free; otherwise by whoever looks first.
      boss.notifyWorker(worker)
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function startTask(boss: PgBoss, task: ScheduledTask): Promise<void> {
  await boss.createQueue(task.name, { policy: 'singleton', retryLimit: 2, expireInSeconds: 3600 })
  await boss.schedule(task.name, task.schedule, null, { tz: 'Europe/Stockholm' })
  await boss.work(task.name, { pollingIntervalSeconds: 20 }, () => task.run())
}
