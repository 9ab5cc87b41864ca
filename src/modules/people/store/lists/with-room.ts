import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/**
 * Lets the database keep the ids of a whole register in memory for the queries of a list, or it would go through a
 * table once for every person. Ends with the work, and with the transaction at the latest.
 */
export async function withRoom<Result>(
  db: Transaction<Tables>,
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`set local work_mem = '64MB'`.execute(db)
  const result = await work()
  await sql`set local work_mem to default`.execute(db)
  return result
}
