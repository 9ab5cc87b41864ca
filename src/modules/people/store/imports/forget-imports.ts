import { sql, type Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { dayLength } from '../../rules/days.ts'
import { daysToUndo } from './import-run.ts'

/**
 * Forgets what an import leaves behind when it can no longer be undone: the handed-over file, how those it changed were
 * before, and which rows were refused. A file that nobody has read in by then is put aside. Who did it, when, and how
 * many rows came to what is kept. For all organisations (GDPR art. 5.1 e).
 * @returns how many files
 */
export async function forgetImports(database: Kysely<Tables>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - daysToUndo * dayLength)
  return database.transaction().execute(async (db) => {
    for (const table of ['people.import_change', 'people.import_refusal']) {
      await sql`
        delete from ${sql.table(table)} kept using people.import_run run
        where run.organisation_id = kept.organisation_id and run.id = kept.run_id
          and coalesce(run.finished_at, run.created_at) <= ${before}`.execute(db)
    }
    const { numAffectedRows } = await sql`
      update people.import_run
      set sha256 = null, state = case state when 'prepared' then 'cancelled' else state end
      where sha256 is not null and coalesce(finished_at, created_at) <= ${before}`.execute(db)
    return Number(numAffectedRows)
  })
}
