import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** How many members a unit had on a day, with all below it. */
export type MembersOn = { unitId: string; day: string; members: number }

/** How many members some units had on some days, by unit and day: everybody, whoever asks. */
export async function memberHistory(
  db: Transaction<Tables>,
  unitIds: readonly string[],
  days: readonly string[],
): Promise<MembersOn[]> {
  if (unitIds.length === 0 || days.length === 0) return []
  const { rows } = await sql<MembersOn>`
    select unit_id as "unitId", day, members
    from people.member_history(${[...unitIds]}::uuid[], ${[...days]}::date[])`.execute(db)
  return rows
}
