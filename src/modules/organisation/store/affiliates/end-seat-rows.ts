import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** Gives a seat its last day, with its number and the right to it. What began later than that day ends on its first. */
export async function endSeatRows(db: Transaction<Tables>, seatId: string, lastDay: string): Promise<void> {
  const last = { valid_to: sql<string>`greatest(valid_from, ${lastDay}::date)` }
  for (const table of ['organisation.seat_number', 'organisation.seat_right'] as const) {
    await db
      .updateTable(table)
      .set(last)
      .where('seat_id', '=', seatId)
      .where('valid_to', 'is', null)
      .where('replaced_at', 'is', null)
      .execute()
  }
  await db
    .updateTable('organisation.seat')
    .set(last)
    .where('id', '=', seatId)
    .where('valid_to', 'is', null)
    .execute()
}
