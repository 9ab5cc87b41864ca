import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../../../tests/support/test-office.ts'
import { startBossQueue, type RunningQueue } from './boss-queue.ts'
import type { QueuedOperation, ScheduledTask } from './job-queue.ts'

let office: TestOffice
const queues: RunningQueue[] = []

beforeAll(async () => {
  office = await openTestOffice()
}, 60_000)
afterAll(() => office.close())
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop()
  await office.application.database.pool.query('drop schema if exists job cascade')
})

/** A queue whose jobs are written down; `work` may fail or take its time. */
async function queueOf(work: (job: QueuedOperation) => Promise<void>, tasks: ScheduledTask[] = []) {
  const { database, services } = office.application
  const queue = await startBossQueue({
    pool: database.pool,
    embedded: database.kind === 'embedded',
    log: services.log,
    tasks,
    call: work,
    retryDelay: 1,
  })
  queues.push(queue)
  return queue
}

const job = (operation: string): QueuedOperation => ({ operation, organisationId: 'x', input: { number: 1 } })

describe('the job queue', () => {
  it('does what is put in, with what belongs to it, soon', async () => {
    const done: QueuedOperation[] = []
    const queue = await queueOf(async (each) => void done.push(each))
    await queue.enqueue(job('send-notice'))
    await expect.poll(() => done, { timeout: 4_000 }).toEqual([job('send-notice')])
  })

  it('tries again what failed', async () => {
    let attempts = 0
    const queue = await queueOf(async () => {
      attempts += 1
      if (attempts < 3) throw new Error('not yet')
    })
    await queue.enqueue(job('fails-twice'))
    await expect.poll(() => attempts, { timeout: 25_000 }).toBe(3)
  }, 30_000)

  it('holds one job a key, and each job is done by one of several servers', async () => {
    const done: string[] = []
    const first = await queueOf(async ({ operation }) => void done.push(operation))
    const second = await queueOf(async ({ operation }) => void done.push(operation))
    await first.enqueue(job('count'), { once: 'year 2026' })
    await second.enqueue(job('count'), { once: 'year 2026' })
    await second.enqueue(job('last'))
    await expect.poll(() => done.toSorted(), { timeout: 12_000 }).toEqual(['count', 'last'])
  }, 20_000)

  it('finishes what it does before it stops', async () => {
    const order: string[] = []
    const work = Promise.withResolvers<void>()
    const queue = await queueOf(async () => {
      order.push('begun')
      await work.promise
      order.push('done')
    })
    await queue.enqueue(job('slow'))
    await expect.poll(() => order, { timeout: 8_000 }).toEqual(['begun'])
    const stopped = queue.stop().then(() => order.push('stopped'))
    work.resolve()
    await stopped
    expect(order).toEqual(['begun', 'done', 'stopped'])
  }, 20_000)

  it('knows when the tasks are due, in Swedish time', async () => {
    await queueOf(
      async () => undefined,
      [{ name: 'back-up', schedule: '30 2 * * *', run: async () => undefined }],
    )
    const { rows } = await office.application.database.pool.query(
      'select name, cron, timezone from job.schedule',
    )
    expect(rows).toEqual([{ name: 'back-up', cron: '30 2 * * *', timezone: 'Europe/Stockholm' }])
  })
})
