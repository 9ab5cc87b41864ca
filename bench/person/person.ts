import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { socketFolder } from '../../src/platform/database/engine/engine-socket.ts'
import { Visitor } from '../../tests/support/visitor.ts'
import { openAgain } from '../bench-office.ts'
import { fillRegister, personId } from '../lists/register.ts'
import type { Measure } from '../measure.ts'
import { below, measured } from '../measurement.ts'
import { timesOf } from '../timing.ts'
import { plainRecord } from './plain-record.ts'

const people = 100_000
const runs = { warmUp: 10, runs: 200 }

/** A person's page and the register's, over HTTP in a register of a hundred thousand, beside the plain SQL of the record. */
export const person: Measure = {
  name: 'person',
  title: `A person’s page among ${people.toLocaleString('en')}`,
  async run({ progress }) {
    const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-person-'))
    const { url, close } = await openAgain(folder)
    const pool = new Pool({ host: socketFolder(folder), user: 'postgres', database: 'postgres', max: 1 })
    try {
      progress('Filling the register of the demo')
      const { rows } = await pool.query<{ organisation_id: string; id: string }>(
        `select organisation_id, id from organisation.unit where parent_id is null order by valid_from limit 1`,
      )
      await fillRegister(pool, rows[0]!.organisation_id, people, rows[0]!.id)
      const registrar = new Visitor(url, '127.0.0.1')
      await registrar.post('/demo/role', { role: 'registrar', back: '/account' })
      // A prime apart, so that nobody is asked for twice and neighbours in the table do not follow on each other.
      let number = 0
      const next = () => personId(1 + ((number += 7919) % people))
      const open = (path: () => string) => async () => {
        const page = await registrar.get(path())
        if (page.status !== 200) throw new Error(`${path()} is answered with ${page.status}.`)
      }
      progress(`Opening ${runs.runs} persons, the register and a search`)
      const page = await timesOf(
        open(() => `/people/${next()}`),
        runs,
      )
      const register = await timesOf(
        open(() => '/people'),
        { warmUp: 3, runs: 40 },
      )
      const search = await timesOf(
        open(() => `/people?name=Namnsson${(number += 7) % 7919}`),
        { warmUp: 3, runs: 40 },
      )
      const plain = await timesOf(() => plainRecord(pool, next()), runs)
      return {
        measurements: [
          measured('A person’s page', 'ms', page, below(100, 'p95')),
          measured('The register’s first page', 'ms', register),
          measured('A search by name in the register', 'ms', search),
          measured('The same record as plain SQL', 'ms', plain),
        ],
        notes: [
          'Over HTTP on the embedded engine, as a registrar of the district: session, policy, row-level security, the record with all its parts, the entry in the audit log and the rendered page.',
          'The plain SQL is the record’s rows alone, one statement a table, asked by the owner of the tables.',
        ],
      }
    } finally {
      await pool.end()
      await close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
