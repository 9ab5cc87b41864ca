import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#platform/operations/call.ts'
import { fingerprints, reachableTables } from '../../../tests/support/reachable-tables.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { cancelPeopleImport } from './operations/imports/cancel-people-import.ts'
import { createPeopleImport } from './operations/imports/create-people-import.ts'
import { getPeopleImport } from './operations/imports/get-people-import.ts'
import { runPeopleImport } from './operations/imports/run-people-import.ts'
import { undoPeopleImport } from './operations/imports/undo-people-import.ts'
import { runningShare } from './store/imports/running-imports.ts'

/** So many that it is written in several steps. */
const rows = 7_000

let office: TestOffice
let district: TestOrganisation
let registrar: Caller

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  district = await office.organisation()
  registrar = await district.person(['registrar'])
})

async function handOver(name: string): Promise<string> {
  const lines = Array.from(
    { length: rows },
    (_, at) => `Person ${at};Ur ${name};p${at}@${name}.example.org;Storgatan ${at};123 45;Exempelby;Ny`,
  )
  const file = new File(
    [['Förnamn;Efternamn;E-post;Adress;Postnr;Ort;Taggar', ...lines].join('\n')],
    `${name}.csv`,
  )
  const { call } = office.application
  return (await call(createPeopleImport, { unitId: district.unitId, file }, registrar)).runId
}

/** A figure for every row that tells of persons, and of imports. */
async function everything() {
  const { pool } = office.application.database
  const tables = (await reachableTables(pool)).filter(({ name }) => name.startsWith('people.'))
  return Object.fromEntries(await fingerprints(pool, tables, district.id))
}

/** Waits until rows have been written, but not all. */
async function writtenInPart(runId: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(5)) {
    const share = runningShare(runId)
    if (share !== null && share > 0.02 && share < 0.7) return
  }
  throw new Error('It was not seen while it wrote.')
}

describe('an import that is stopped while it writes', () => {
  it('leaves nothing, and can be carried out later', async () => {
    const { call } = office.application
    const runId = await handOver('stoppad')
    const before = await everything()
    const running = call(runPeopleImport, { runId }, registrar).catch((error: unknown) => error)
    await writtenInPart(runId)
    expect(await call(cancelPeopleImport, { runId }, registrar)).toMatchObject({ outcome: 'stopped' })
    expect(await running).toMatchObject({ code: 'cancelled', detail: { key: 'import.stopped' } })
    expect(await everything()).toEqual(before)
    expect(await call(runPeopleImport, { runId }, registrar)).toMatchObject({ counts: { created: rows } })
  }, 120_000)

  it('leaves everything when it was its undoing that was stopped', async () => {
    const { call } = office.application
    const runId = await handOver('kvar')
    await call(runPeopleImport, { runId }, registrar)
    const before = await everything()
    const running = call(undoPeopleImport, { runId }, registrar).catch((error: unknown) => error)
    await writtenInPart(runId)
    expect(await call(cancelPeopleImport, { runId }, registrar)).toMatchObject({ outcome: 'stopped' })
    expect(await running).toMatchObject({ code: 'cancelled' })
    expect(await everything()).toEqual(before)
    expect((await call(getPeopleImport, { runId }, registrar)).run.state).toBe('done')
  }, 120_000)

  it('is not stopped by somebody whose trust does not reach its unit', async () => {
    const { call } = office.application
    const runId = await handOver('annans')
    const stranger = await (await office.organisation()).person(['registrar'])
    const running = call(runPeopleImport, { runId }, registrar)
    await writtenInPart(runId)
    await expect(call(cancelPeopleImport, { runId }, stranger)).rejects.toMatchObject({ code: 'notFound' })
    expect(await running).toMatchObject({ outcome: 'imported' })
  }, 120_000)
})
