import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** A row as JSON, column by column. */
export type RowPicture = Record<string, unknown>

/** One row about a person, and by which of its columns. */
export type AboutPerson = { about: string; personColumn: string; keyColumns: string[]; content: RowPicture }

/** What a merge did to one row. */
export type RowChange = {
  table: string
  column: string
  before: RowPicture
  /** Null when the staying record had the same already, and the row could not stand beside it. */
  after: RowPicture | null
}

/**
 * Every row about two persons that goes along when one becomes the other. The database asks `people.person_columns()`
 * where they stand, which leaves out the tables that tell of merging and says what a row is known by. Erasing asks
 * `people.person_references()`: it leaves no table out, and says which of them may do without a person.
 */
export async function rowsAbout(db: Transaction<Tables>, one: string, other: string): Promise<AboutPerson[]> {
  const { rows } = await sql<AboutPerson>`
    select about, person_column as "personColumn", key_columns as "keyColumns", content
    from people.rows_about(${one}, ${other})`.execute(db)
  return rows
}

/**
 * What differs between two pictures of the rows about two persons.
 * @param kept whose the other's rows have become
 */
export function changesBetween(
  before: readonly AboutPerson[],
  after: readonly AboutPerson[],
  kept: string,
): RowChange[] {
  const now = new Map(after.map((row) => [keyOf(row), row.content]))
  const was = new Set(before.map((row) => keyOf(row)))
  const told = new Set<string>()
  return before.flatMap((row) => {
    const own = keyOf(row)
    if (told.has(own)) return []
    told.add(own)
    const moved = keyOf({ ...row, content: { ...row.content, [row.personColumn]: kept } })
    // Where the person is part of the key, the moved row is another one, unless the staying person had it before.
    const content =
      now.get(own) ?? (row.about !== 'people.person' && !was.has(moved) ? now.get(moved) : undefined)
    if (content && JSON.stringify(content) === JSON.stringify(row.content)) return []
    return [{ table: row.about, column: row.personColumn, before: row.content, after: content ?? null }]
  })
}

/** How many rows one person has in each table. */
export function rowCounts(rows: readonly AboutPerson[], personId: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { about, personColumn, content } of rows) {
    if (content[personColumn] === personId) counts[about] = (counts[about] ?? 0) + 1
  }
  return counts
}

function keyOf({ about, keyColumns, content }: AboutPerson): string {
  return JSON.stringify([about, ...keyColumns.map((column) => content[column])])
}
