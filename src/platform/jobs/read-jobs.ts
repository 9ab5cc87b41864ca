import type { Pool } from 'pg'

/** How one kind of work stands. */
export type JobStatus = {
  /** The task's name, or `call-operation` for queued operations. */
  name: string
  /** When it is done, as cron in Swedish time; null for what is queued when needed. */
  schedule: string | null
  waiting: number
  active: number
  /** Given up after every attempt, among those still remembered. */
  failed: number
  lastDone: Date | null
  lastFailed: Date | null
}

/** How the queue's work stands, by name; nothing before a server has started it for the first time. */
export async function readJobs(pool: Pool): Promise<JobStatus[]> {
  const { rows: there } = await pool.query<{ there: boolean }>(
    "select to_regclass('job.job') is not null and to_regclass('job.schedule') is not null as there",
  )
  if (!there[0]?.there) return []
  // The queue's own upkeep has names that begin with two underscores.
  const { rows } = await pool.query<JobStatus>(
    `select queue.name, schedule.cron as schedule,
       count(job.id) filter (where job.state in ('created', 'retry'))::int as waiting,
       count(job.id) filter (where job.state = 'active')::int as active,
       count(job.id) filter (where job.state = 'failed')::int as failed,
       max(job.completed_on) filter (where job.state = 'completed') as "lastDone",
       max(job.completed_on) filter (where job.state = 'failed') as "lastFailed"
     from job.queue
     left join job.schedule on schedule.name = queue.name
     left join job.job on job.name = queue.name
     where queue.name not like '\\_\\_%'
     group by queue.name, schedule.cron
     order by queue.name`,
  )
  return rows
}
