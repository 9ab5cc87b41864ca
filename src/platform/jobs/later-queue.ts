import type { Logger } from 'pino'
import { startBossQueue, type BossQueueOptions, type RunningQueue } from './boss-queue.ts'
import type { JobQueue } from './job-queue.ts'

export type LaterQueue = JobQueue & {
  /** Starts the queue behind the back of whoever waits for the first page. */
  open(options: BossQueueOptions): void
  stop(): Promise<void>
}

/**
 * A queue that is there at once and starts working when it is told to; what is put in meanwhile waits for it. One
 * that is never opened (the command line) leaves the work to the server: nothing is put in.
 */
export function laterQueue(log: Logger): LaterQueue {
  let started: Promise<RunningQueue> | null = null
  return {
    open(options) {
      started = startBossQueue(options)
      started.catch((error: unknown) => log.fatal({ error }, 'the job queue could not be started'))
    },
    async enqueue(job, when) {
      const queue = await started
      await queue?.enqueue(job, when)
    },
    async stop() {
      const queue = await started?.catch(() => null)
      await queue?.stop()
    },
  }
}
