import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** How many hold each post on a day whose identity is protected: a number, so that a seat is not taken for vacant. */
export async function hiddenHolders(db: Transaction<Tables>, day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ post_id: string; holders: number }>`
    select post_id, holders from people.hidden_holders(${day}::date)`.execute(db)
  return new Map(rows.map((row) => [row.post_id, row.holders]))
}
