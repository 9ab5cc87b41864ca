import { sql, type Insertable, type Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/**
 * Writes many rows of a table in one statement, however many they are: they go as one value, not as one for each
 * column. All rows must have the same columns.
 */
export async function writeRows<Name extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  )
}
