import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { ColumnKey } from '../../rules/lists/columns.ts'
import { columnSql } from './columns.ts'
import { withRoom } from './with-room.ts'

export type ReadPeople = {
  /** Everybody found, on whatever page. */
  total: number
  people: { id: string; values: (string | null)[] }[]
}

/**
 * A page of those found, and how many there are, in one statement.
 * @param found selects `id` and what is sorted by as `order0`, `order1` … of everybody found
 */
export async function readPeople(
  db: Transaction<Tables>,
  found: RawBuilder<unknown>,
  { orders, descending }: { orders: number; descending: boolean },
  columns: readonly ColumnKey[],
  { limit, offset }: { limit: number; offset: number },
): Promise<ReadPeople> {
  const direction = descending ? sql`desc nulls last` : sql`asc nulls last`
  const by = (table: string) =>
    sql.join([
      ...Array.from({ length: orders }, (_, index) => sql`${sql.ref(`${table}.order${index}`)} ${direction}`),
      sql`${sql.ref(`${table}.id`)}`,
    ])
  const values =
    columns.length === 0
      ? sql`'{}'::text[]`
      : sql`array[${sql.join(columns.map((column) => sql`${columnSql(column)}::text`))}]`
  const { rows } = await withRoom(db, () =>
    sql<{ total: number; id: string | null; values: (string | null)[] | null }>`
      with found as materialized (${found}),
      page as (select * from found order by ${by('found')} limit ${limit}::int offset ${offset}::int)
      select counted.total::int as total, page.id, shown.values
      from (select count(*) as total from found) counted
      left join page on true
      left join lateral (
        select ${values} as values from people.person person where person.id = page.id offset 0
      ) shown on true
      order by ${by('page')}`.execute(db),
  )
  return {
    total: rows[0]?.total ?? 0,
    people: rows.flatMap(({ id, values: row }) => (id === null ? [] : [{ id, values: row ?? [] }])),
  }
}

/** What is sorted by, as columns of what is found. */
export function orderColumns(orders: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`${sql.join(
    orders.map((order, index) => sql`, ${order} as ${sql.ref(`order${index}`)}`),
    sql` `,
  )}`
}
