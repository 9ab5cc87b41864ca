import { fork } from 'node:child_process'
import { join } from 'node:path'
import { findPostgres, startPostgres } from '../../tests/support/postgres-programs.ts'
import type { Measure } from '../measure.ts'
import { below, measured, type Measurement, type Target } from '../measurement.ts'
import type { ImportFigures } from './import-process.ts'

const rows = 100_000

/** A register of 100 000 persons read in on the embedded database, beside plain inserts of the same rows. */
export const imports: Measure = {
  name: 'imports',
  title: 'The import of persons',
  async run({ progress }) {
    progress(`${rows.toLocaleString('en')} persons, on a database of their own`)
    const found = await importOnce()
    const onServer = findPostgres() ? await importOnServer(progress) : null
    return {
      measurements: [
        ms('Import, file read and previewed before', found.run, below(60_000)),
        measured(
          'More memory at the highest: server and engine',
          'MB',
          [found.serverMemory + found.engineMemory],
          below(500),
        ),
        ms('Preview: the file read, everybody looked for', found.preview),
        ms('Plain inserts of the same rows, as the tables’ owner', found.plain),
        ms('The same file once more, which changes nothing', found.again),
        ms('Undoing it', found.undo),
        ...(onServer
          ? [
              ms('On PostgreSQL: import', onServer.run, below(60_000)),
              ms('On PostgreSQL: preview', onServer.preview),
              ms('On PostgreSQL: plain inserts', onServer.plain),
              ms('On PostgreSQL: COPY of the same rows from files', onServer.copied ?? Number.NaN),
            ]
          : []),
      ],
      notes: [
        `A CSV file of ${found.rows.toLocaleString('en')} rows, ${found.megabytes.toFixed(1)} MB: names, personal number, e-mail, telephone, address, association, days, tags.`,
        'The embedded database takes no COPY from a client; plain inserts of thousands of rows a statement, with the same keys, indexes and triggers, are its limit. On PostgreSQL the limit is COPY from files on the server.',
      ],
    }
  },
}

function ms(what: string, time: number, target: Target | null = null): Measurement {
  return measured(what, 'ms', [time], target)
}

async function importOnServer(progress: (line: string) => void): Promise<ImportFigures> {
  progress('The same on a PostgreSQL server')
  const server = await startPostgres()
  try {
    return await importOnce(server.url)
  } finally {
    server.remove()
  }
}

/** @param databaseUrl an empty PostgreSQL server; the embedded engine without one */
function importOnce(databaseUrl = ''): Promise<ImportFigures> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'import-process.ts'), [String(rows), databaseUrl], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    child.once('message', (figures) => resolve(figures as ImportFigures))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The import ended with ${code} before it was measured.`)))
  })
}
