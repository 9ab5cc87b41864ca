import { sql } from 'kysely'
import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { organisers } from '../../people-roles.ts'
import type { ColumnKey, Sorting } from '../../rules/lists/columns.ts'
import type { ListQuery } from '../../rules/lists/query.ts'
import { askingOf } from './asking-of.ts'
import { offeredColumns, orderSql, shownColumns, shownValue, type OfferedColumn } from './columns.ts'
import { foundPeople, isThere } from './compile-query.ts'
import { orderColumns, readPeople } from './read-people.ts'
import { readReferences, type References } from './read-references.ts'
import { sightFor } from './sight.ts'

/** What the people of a list are read by: a context's parts, also before its transaction. */
export type Reading = Pick<OperationContext, 'db' | 'now' | 'scope' | 'actor' | 'language'>

export type AskedList = {
  /** Null for a query that is not kept. */
  id: string | null
  kind: 'living' | 'static'
  query: ListQuery
  columns: readonly ColumnKey[]
  sorting: Sorting
  descending: boolean
}

export type PeopleOfList = {
  columns: OfferedColumn[]
  total: number
  /** A value a column, as people read it. */
  people: { id: string; values: string[] }[]
  references: References
}

/** The people of a list as its reader sees them: only the columns they may see, only people they reach. */
export async function peopleOfList(
  reading: Reading,
  list: AskedList,
  page: { limit: number; offset: number },
  { news = false }: { news?: boolean } = {},
): Promise<PeopleOfList> {
  const { db, now, actor, language } = reading
  const sight = sightFor(actor, organisers)
  // Those in a static list stay in it, whatever has become of what they were found by.
  const asked =
    list.kind === 'static' ? null : await askingOf(reading, list.query, sight, { listId: list.id, news })
  const references = asked?.references ?? (await readReferences(db, list.query))
  const columns = shownColumns(list.columns, await offeredColumns(db, sight, language))
  const orders = orderSql(list.sorting, sight)
  const found =
    asked === null
      ? sql`select person.id ${orderColumns(orders)} from people.person person
          where ${isThere} and person.id in (select member.person_id from people.list_member member
            where member.list_id = ${list.id}::uuid and member.removed_at is null)`
      : foundPeople(list.query, asked.asking, orderColumns(orders))
  const { total, people } = await readPeople(
    db,
    found,
    { orders: orders.length, descending: list.descending },
    columns.map(({ key }) => key),
    page,
  )
  const shown = { language, today: today(now) }
  return {
    columns,
    total,
    people: people.map(({ id, values }) => ({
      id,
      values: columns.map(({ key }, index) => shownValue(key, values[index] ?? null, shown)),
    })),
    references,
  }
}
