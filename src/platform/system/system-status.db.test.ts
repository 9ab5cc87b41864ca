import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { startBossQueue } from '../jobs/boss-queue.ts'
import { programVersion } from '../program-version.ts'
import { getSystemStatus } from './index.ts'

let office: TestOffice
let ours: TestOrganisation
beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation()
})
afterAll(() => office.close())

const status = async () => {
  const owner = await ours.person(['owner'])
  return office.application.call(getSystemStatus, {}, owner)
}

describe('how the installation is doing', () => {
  it('is told before any backup or any work in the background', async () => {
    const { database } = office.application
    const told = await status()
    expect(told).toMatchObject({
      version: programVersion,
      engine: database.kind,
      sendsMail: false,
      backups: { on: true, count: 0, last: null, failedAt: null },
      jobs: [],
    })
    expect(told.databaseVersion).toMatch(/^\d+\./)
  })

  it('tells of the last backup, which was read again before it counted', async () => {
    await office.application.backups.make()
    const { backups } = await status()
    expect(backups).toMatchObject({ count: 1, failedAt: null })
    expect(backups.last?.bytes).toBeGreaterThan(1000)
  })

  it('tells of the work in the background', async () => {
    const { database, services } = office.application
    let runs = 0
    const queue = await startBossQueue({
      pool: database.pool,
      embedded: database.kind === 'embedded',
      log: services.log,
      tasks: [{ name: 'count-runs', schedule: '30 2 * * *', run: async () => void (runs += 1) }],
      call: async () => undefined,
    })
    try {
      await queue.enqueue({ operation: 'x', organisationId: 'x', input: {} })
      const done = async () => (await status()).jobs.find((job) => job.name === 'call-operation')?.lastDone
      await expect.poll(done, { timeout: 10_000 }).toBeInstanceOf(Date)
      const { jobs } = await status()
      expect(jobs.map((job) => [job.name, job.schedule])).toEqual([
        ['call-operation', null],
        ['count-runs', '30 2 * * *'],
      ])
      expect(jobs[1]).toMatchObject({ waiting: 0, active: 0, failed: 0, lastDone: null })
      expect(runs).toBe(0)
    } finally {
      await queue.stop()
    }
  })

  it.each(['secretary', 'auditor', 'board'] as const)('is not for a %s', async (role) => {
    const caller = await ours.person([role])
    await expect(office.application.call(getSystemStatus, {}, caller)).rejects.toMatchObject({
      code: 'roleRequired',
    })
  })
})
