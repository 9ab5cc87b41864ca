import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApplication, type Application } from '../../src/application.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import type { Caller } from '../../src/platform/operations/call.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { findPostgres, startPostgres } from '../../tests/support/postgres-programs.ts'
import type { Measure } from '../measure.ts'
import { below, measured, type Measurement } from '../measurement.ts'
import { timesOf } from '../timing.ts'
import { fiveFilters, plainCounts, plainList } from './questions.ts'
import { fillRegister, type Register } from './register.ts'

const people = 100_000
const organisationId = '01900000-0000-7000-8000-000000000001'
const runs = { warmUp: 2, runs: 40 }

/** Lists over a hundred thousand people, as those who use them, beside the plain SQL of the same question. */
export const lists: Measure = {
  name: 'lists',
  title: `Lists over ${people.toLocaleString('en')} people`,
  async run({ progress }) {
    const measurements = await onEngine('embedded', '', progress)
    if (findPostgres()) {
      const server = await startPostgres()
      try {
        measurements.push(...(await onEngine('PostgreSQL', server.url, progress)))
      } finally {
        server.remove()
      }
    }
    return {
      measurements,
      notes: [
        'The list: active members of the district or below it, 18–29 years, with e-mail, who have agreed to the newsletter and do not carry a tag. 9,043 people.',
        'Each time is the whole operation under row-level security: policy, query, the first page of four columns, the total and the entry in the audit log. Plain SQL is asked by the owner of the tables, past row-level security, and finds the same people.',
        'The registrar answers for 54 units, the organiser for a circle of 9.',
      ],
    }
  },
}

async function onEngine(
  engine: string,
  databaseUrl: string,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-lists-'))
  const application = await openApplication(
    readSettings({
      KANSLI_DATA: folder,
      KANSLI_SECRET: 'a secret for measuring only, and long enough',
      KANSLI_BACKUPS: 'no',
      LOG_LEVEL: 'silent',
      DATABASE_URL: databaseUrl,
    }),
  )
  try {
    progress(`${engine}: filling the register`)
    const register = await fillRegister(application.database.pool, organisationId, people)
    return await measureLists(application, register, engine, progress)
  } finally {
    await application.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureLists(
  application: Application,
  register: Register,
  engine: string,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const found: Measurement[] = []
  const callers = {
    registrar: callerOf('registrar', register.unitIds),
    organiser: callerOf('organiser', register.circleUnitIds),
  }
  for (const [who, caller] of Object.entries(callers)) {
    const ask = fiveFilters(register)
    const { createList, getList, previewList } = operations(application)
    const { listId } = await createList(
      { unitId: register.circleUnitIds[0]!, name: `Mätt av ${who}`, query: ask },
      caller,
    )
    progress(`${engine}: asking as ${who}`)
    const page = await timesOf(() => getList({ listId }, caller), runs)
    found.push(measured(`Five-filter list, ${who}, ${engine}`, 'ms', page, below(200, 'p95')))
    const counts = await timesOf(() => previewList({ query: ask, limit: 0 }, caller), runs)
    found.push(
      measured(`Its count per step and first page, ${who}, ${engine}`, 'ms', counts, below(500, 'p95')),
    )
  }
  progress(`${engine}: plain SQL`)
  const { pool } = application.database
  found.push(
    measured(`The list as plain SQL, ${engine}`, 'ms', await timesOf(() => pool.query(plainList), runs)),
    measured(`The counts as plain SQL, ${engine}`, 'ms', await timesOf(() => pool.query(plainCounts), runs)),
  )
  return found
}

function callerOf(role: Role, unitIds: string[]): Caller {
  return {
    actor: {
      kind: 'person',
      userId: `measuring-${role}`,
      name: role,
      grants: [{ role, unitIds }],
      via: 'session',
      tokenScopes: null,
      secondFactor: true,
    },
    organisationId,
    language: 'sv',
  }
}

/** The operations by their names, as the interface finds them. */
function operations(application: Application) {
  const call = (name: string) => async (input: unknown, caller: Caller) => {
    const found = application.registry.find(name)
    if (!found) throw new Error(`There is no operation ${name}.`)
    return application.call(found.operation, input, caller)
  }
  return {
    createList: call('create-list') as (input: unknown, caller: Caller) => Promise<{ listId: string }>,
    getList: call('get-list'),
    previewList: call('preview-list'),
  }
}
