import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/**
 * How many hold each post on a day and are not shown to whoever asks: a number, so that a seat is not taken for vacant.
 * Those whose identity is protected, and those whom the caller's trust does not reach.
 */
export async function hiddenHolders(db: Transaction<Tables>, day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ post_id: string; holders: number }>`
    select post_id, holders from people.hidden_holders(${day}::date)`.execute(db)
  return new Map(rows.map((row) => [row.post_id, row.holders]))
}
