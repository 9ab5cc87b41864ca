import { createHash } from 'node:crypto'
import { copyLine, type Cell } from './copy-text.ts'
import { quoted, type Connection, type OwnTable } from './own-tables.ts'

/** Rows of one table, as lines in COPY's format. */
export type TablePart = { lines: Buffer; rows: number }

/** What is asked for at a time: much enough to be quick, little enough to be held in memory. */
const wanted = 4 * 1024 * 1024
const mostRows = 10_000

/** The database's own text for every value, whatever this program makes of it elsewhere. */
const asText = { getTypeParser: () => (text: string) => text }

/**
 * Reads a table from its first row to its last, a few megabytes at a time, as it is in the connection's
 * transaction.
 */
export async function* readTable(connection: Connection, table: OwnTable): AsyncGenerator<TablePart> {
  const columns = table.columns.map((column) => quoted(column.name)).join(', ')
  const name = quoted(table.schema, table.name)
  await connection.query(
    `declare backup_rows no scroll cursor for select ${columns} from ${name} order by ${table.order}`,
  )
  let count = 100
  for (;;) {
    const { rows } = await connection.query<Cell[]>({
      text: `fetch ${count} from backup_rows`,
      rowMode: 'array',
      types: asText,
    })
    if (rows.length === 0) break
    const lines = Buffer.from(rows.map(copyLine).join(''))
    yield { lines, rows: rows.length }
    const fitting = Math.ceil((rows.length * wanted) / lines.length)
    count = Math.max(1, Math.min(fitting, count * 4, mostRows))
  }
  await connection.query('close backup_rows')
}

/** How many rows a table has, and the SHA-256 of all of them. */
export async function tableDigest(
  connection: Connection,
  table: OwnTable,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const part of readTable(connection, table)) {
    hash.update(part.lines)
    rows += part.rows
  }
  return { rows, sha256: hash.digest('hex') }
}
