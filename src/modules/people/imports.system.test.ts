import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '#platform/root.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { createPeopleImport } from './operations/imports/create-people-import.ts'
import { runPeopleImport } from './operations/imports/run-people-import.ts'
import { seededRandom } from './rules/invented/seeded-random.ts'

/** How often each is killed: the server's process, and the database's. */
const kills = Number(process.env.KANSLI_TEST_KILLS ?? 25)
const rows = 300
const secret = 'a secret for tests only, and long enough'

let office: TestOffice
let district: TestOrganisation
let file = 0
const random = seededRandom(Date.now())

beforeAll(async () => {
  office = await openTestOffice({ KANSLI_SECRET: secret })
  district = await office.organisation()
})
afterAll(() => office.close())

/** A file of people who are in no other file. */
async function handOver(): Promise<string> {
  file += 1
  const lines = Array.from(
    { length: rows },
    (_, at) => `Person ${at};Ur fil ${file};p${at}.${file}@example.org;Storgatan ${at};123 45;Exempelby;Ny`,
  )
  const text = ['Förnamn;Efternamn;E-post;Adress;Postnr;Ort;Taggar', ...lines].join('\n')
  const { runId } = await office.application.call(
    createPeopleImport,
    { unitId: district.unitId, file: new File([text], `fil ${file}.csv`) },
    district.operator,
  )
  return runId
}

/** Asks until the database answers again. */
async function ask(text: string, values: unknown[]) {
  for (const until = Date.now() + 20_000; ;) {
    try {
      return (await office.application.database.pool.query(text, values)).rows
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(50)
    }
  }
}

/** What is in the register of a run, in figures that belong together. */
async function found(runId: string): Promise<'nothing' | 'everything' | object> {
  const [row] = await ask(
    `select run.state,
       (select count(*)::int from people.person where run_id = run.id) as persons,
       (select count(*)::int from people.membership where run_id = run.id) as memberships,
       (select count(*)::int from people.contact where run_id = run.id) as contacts,
       (select count(*)::int from people.person_tag where run_id = run.id) as tags,
       (select count(*)::int from audit.entry where operation = 'run-people-import' and subject_id = run.id::text) as audited
     from people.import_run run where run.id = $1`,
    [runId],
  )
  const said = JSON.stringify(row)
  const all = { persons: rows, memberships: rows, contacts: 2 * rows, tags: rows }
  if (said === JSON.stringify({ state: 'done', ...all, audited: 1 })) return 'everything'
  const none = { persons: 0, memberships: 0, contacts: 0, tags: 0 }
  return said === JSON.stringify({ state: 'prepared', ...none, audited: 0 }) ? 'nothing' : row
}

it('killed with the database it writes to, leaves nothing or everything', async () => {
  const { application } = office
  const begun = performance.now()
  await application.call(runPeopleImport, { runId: await handOver() }, district.operator)
  const whole = performance.now() - begun
  const outcomes: unknown[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const runId = await handOver()
    const run = application.call(runPeopleImport, { runId }, district.operator).catch(() => undefined)
    await wait(random.next() * whole * 1.1)
    process.kill(application.database.engine!.pid!, 'SIGKILL')
    await run
    outcomes.push(await found(runId))
  }
  expect(outcomes.filter((each) => each !== 'nothing' && each !== 'everything')).toEqual([])
  expect(outcomes).toContain('nothing')
}, 600_000)

it('killed with its server, leaves nothing or everything', async () => {
  const outcomes: unknown[] = []
  let whole = 300
  const script = join(projectRoot, 'src/modules/people/testing/import-process.ts')
  for (let kill = 0; kill < kills; kill += 1) {
    const runs = [await handOver(), await handOver()]
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, office.dataFolder, secret, district.id, ...runs],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const ended = once(child, 'exit')
    const begins = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    // The first is carried out whole and says how long that takes; the second is killed.
    await begins.next()
    const since = performance.now()
    await begins.next()
    whole = performance.now() - since
    await wait(random.next() * whole * 1.1)
    child.kill('SIGKILL')
    await ended
    outcomes.push(...(await Promise.all(runs.map(found))))
  }
  expect(outcomes.filter((each) => each !== 'nothing' && each !== 'everything')).toEqual([])
  expect(outcomes).toContain('nothing')
}, 600_000)
