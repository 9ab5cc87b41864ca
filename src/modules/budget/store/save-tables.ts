import { sql } from 'kysely'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { Column, Table } from '../rules/book.ts'
import { storeCell } from './read-printed-tables.ts'

/** Rows a statement carries at most: enough to be fast, few enough that somebody sees how far it has come. */
const rowsAtOnce = 2000

/** Writes tables as printed, after those that are there. A table whose key is taken gets another key. */
export async function saveTables(
  context: OperationContext,
  target: { bookId: string; versionId: string; importId: string },
  tables: readonly Table[],
): Promise<void> {
  const { db, organisationId } = context
  const taken = await db
    .selectFrom('budget.printed_table')
    .select(['key', 'position'])
    .where('version_id', '=', target.versionId)
    .execute()
  const keys = new Set(taken.map((table) => table.key))
  let position = Math.max(0, ...taken.map((table) => table.position))
  for (const table of tables) {
    const id = newId()
    position += 1
    await db
      .insertInto('budget.printed_table')
      .values({
        organisation_id: organisationId,
        id,
        book_id: target.bookId,
        version_id: target.versionId,
        import_id: target.importId,
        key: freeKey(table.key, keys),
        title: table.title,
        kind: table.kind,
        chapter: table.chapter,
        body: table.body,
        unit: table.unit,
        source: table.source,
        position,
        columns: JSON.stringify(table.columns.map(storeColumn)),
      })
      .execute()
    const rows = table.rows.map((row, index) => ({
      organisation_id: organisationId,
      table_id: id,
      key: row.key,
      book_id: target.bookId,
      position: index,
      label: row.label,
      section: row.section,
      level: row.level,
      kind: row.kind,
      of_which_complete: row.ofWhichComplete,
      role: row.role,
      role_origin: row.roleOrigin,
      unit: row.unit,
      source_line: row.sourceLine,
      cells: row.cells.map(storeCell),
    }))
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      // One value for all rows: fifteen parameters a row take several times as long to send and to read.
      const some = JSON.stringify(rows.slice(start, start + rowsAtOnce))
      await sql`
        insert into budget.printed_row
        select * from jsonb_populate_recordset(null::budget.printed_row, ${some}::jsonb)
      `.execute(db)
      context.progress.report((start + rowsAtOnce) / rows.length)
    }
  }
}

function storeColumn(column: Column) {
  return { ...column, shift: column.shift === null ? null : column.shift.toFixed() }
}

function freeKey(key: string, taken: Set<string>): string {
  let free = key
  for (let number = 2; taken.has(free); number++) free = `${key}-${number}`
  taken.add(free)
  return free
}
