/**
 * Writes `tables.ts`: the shape of every table, read from a freshly migrated database, so that a query that does
 * not fit the schema does not compile. Run with `npm run tables` after a migration was added.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../root.ts'
import { openDatabase } from './database.ts'
import { socketFolder } from './engine/engine-socket.ts'
import { migrate } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'kansli-tables-'))
const database = await openDatabase({ dataFolder: folder, databaseUrl: null })
try {
  await migrate(database)
  const target = join(import.meta.dirname, 'tables.ts')
  execFileSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=postgres://postgres@localhost/postgres?host=${socketFolder(folder)}`,
      `--out-file=${target}`,
      '--date-parser=string',
      '--default-schema=nowhere',
      '--exclude-pattern=job.*',
      '--type-mapping={"int8":"bigint"}',
    ],
    { stdio: 'inherit' },
  )
  appendFileSync(target, '\n/** Every table, by schema and name. */\nexport type Tables = DB\n')
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}
