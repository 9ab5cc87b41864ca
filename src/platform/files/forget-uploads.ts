import { sql, type Kysely } from 'kysely'
import { ownSchemas } from '../backup/own-tables.ts'
import type { Tables } from '../database/tables.ts'
import type { FileStore } from './file-store.ts'

const day = 86_400_000

/**
 * Removes files that were uploaded more than a day ago, and then the bytes that no row of any table names. A module
 * that keeps a file has a table of its own for it, whose column is called `sha256`: that is all it takes to keep the
 * bytes. They stay a day longer than any row, for those who read them at this moment.
 * @returns how many uploads, and how many files in the store, were removed
 */
export async function forgetUploads(
  owner: Kysely<Tables>,
  store: FileStore,
  now: Date,
): Promise<{ uploads: number; files: number }> {
  const gone = await owner
    .deleteFrom('file.file')
    .where('created_at', '<', new Date(now.getTime() - day))
    .executeTakeFirst()
  const files = await store.sweep(await namedFiles(owner), new Date(now.getTime() - 2 * day))
  return { uploads: Number(gone.numDeletedRows), files }
}

/** Every hash that a row of ours names. */
async function namedFiles(owner: Kysely<Tables>): Promise<Set<string>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.columns
    where column_name = 'sha256' and table_schema = any (${ownSchemas()})
    order by 1, 2`.execute(owner)
  const named = new Set<string>()
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ sha256: string }>`
      select distinct sha256 from ${sql.table(`${schema}.${name}`)}`.execute(owner)
    for (const row of rows) named.add(row.sha256)
  }
  return named
}
