import { copyRows } from './copy-text.ts'
import type { BackupTable } from './manifest.ts'
import { quoted, type Connection } from './own-tables.ts'

/**
 * Writes lines in COPY's format into a table: a parameter a column, each cast from the text that the database
 * itself once wrote. (COPY itself would be quicker on a server, but the embedded engine cannot take it.)
 */
export async function loadLines(connection: Connection, table: BackupTable, lines: Buffer): Promise<void> {
  const rows = copyRows(lines.toString())
  const { columns } = table
  const names = columns.map((column) => quoted(column.name)).join(', ')
  const values = columns.map((column, place) => `cell${place}::${column.type}`).join(', ')
  const parameters = columns.map((_, place) => `$${place + 1}::text[]`).join(', ')
  const cells = columns.map((_, place) => `cell${place}`).join(', ')
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch)
    await connection.query(
      `insert into ${quoted(table.schema, table.name)} (${names}) overriding system value
       select ${values} from unnest(${parameters}) as line (${cells})`,
      columns.map((_, place) => some.map((row) => row[place] ?? null)),
    )
  }
}

const batch = 2000

/** What a table asks of the others: nothing while it is filled, everything again afterwards. */
export async function withoutReferences(
  connection: Connection,
  schemas: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await connection.query<{ table: string; constraint: string; definition: string }>(
    `select format('%I.%I', n.nspname, c.relname) as "table", quote_ident(k.conname) as constraint,
       pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname = any ($1)
     order by k.oid`,
    [schemas],
  )
  const { rows: tables } = await connection.query<{ name: string }>(
    `select distinct format('%I.%I', n.nspname, c.relname) as name
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and n.nspname = any ($1)`,
    [schemas],
  )
  for (const row of rows) {
    await connection.query(`alter table ${row.table} drop constraint ${row.constraint}`)
  }
  for (const { name } of tables) await connection.query(`alter table ${name} disable trigger user`)
  await work()
  for (const { name } of tables) await connection.query(`alter table ${name} enable trigger user`)
  for (const row of rows) {
    await connection.query(`alter table ${row.table} add constraint ${row.constraint} ${row.definition}`)
  }
}
