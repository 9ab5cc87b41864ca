import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/**
 * Lets the database keep the ids of a whole register in memory for the queries of a list, or it would go through a
 * table once for every person. Holds for this transaction and ends with the work.
 */
export async function withRoom<Result>(
  db: Transaction<Tables>,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await sql<{ room: string }>`select current_setting('work_mem') as room`.execute(db)
  await sql`select set_config('work_mem', '64MB', true)`.execute(db)
  const result = await work()
  await sql`select set_config('work_mem', ${before.rows[0]!.room}, true)`.execute(db)
  return result
}
