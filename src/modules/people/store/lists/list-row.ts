import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { isColumnKey, sortings, type ColumnKey, type Sorting } from '../../rules/lists/columns.ts'
import { listQuery, type ListQuery } from '../../rules/lists/query.ts'

/** A list as it is kept. */
export type SavedList = {
  id: string
  unitId: string
  name: string
  description: string
  ownerUserId: string | null
  ownerName: string
  shared: boolean
  kind: 'living' | 'static'
  query: ListQuery
  columns: ColumnKey[]
  sorting: Sorting
  descending: boolean
  revision: number
  changedAt: Date
  frozenAt: Date | null
  frozenByName: string
  archivedAt: Date | null
}

const columns = [
  'id',
  'unit_id as unitId',
  'name',
  'description',
  'owner_user_id as ownerUserId',
  'owner_name as ownerName',
  'shared',
  'kind',
  'query',
  'columns',
  'sorting',
  'descending',
  'revision',
  'changed_at as changedAt',
  'frozen_at as frozenAt',
  'frozen_by_name as frozenByName',
  'archived_at as archivedAt',
] as const

/** @throws {Problem} notFound when there is no such list for the caller */
export async function readList(db: Transaction<Tables>, listId: string): Promise<SavedList> {
  const row = await db.selectFrom('people.list').select(columns).where('id', '=', listId).executeTakeFirst()
  return asList(found(row))
}

/**
 * The list, kept from other changes until this one is written.
 * @throws {Problem} notFound; notPossibleNow when it is archived
 */
export async function lockList(db: Transaction<Tables>, listId: string): Promise<SavedList> {
  const query = db.selectFrom('people.list').select(columns).where('id', '=', listId).forUpdate()
  const list = asList(found(await query.executeTakeFirst()))
  if (list.archivedAt) throw new Problem('notPossibleNow', { detail: 'list.archived' })
  return list
}

/**
 * The same of a static list, whose members are chosen by hand.
 * @throws {Problem} as `lockList`; notPossibleNow when it is living
 */
export async function lockStaticList(db: Transaction<Tables>, listId: string): Promise<SavedList> {
  const list = await lockList(db, listId)
  if (list.kind === 'living') throw new Problem('notPossibleNow', { detail: 'list.living' })
  return list
}

type Row = Omit<SavedList, 'kind' | 'query' | 'columns' | 'sorting'> & {
  kind: string
  query: unknown
  columns: string[]
  sorting: string
}

function asList(row: Row): SavedList {
  return {
    ...row,
    kind: row.kind === 'static' ? 'static' : 'living',
    query: listQuery.parse(row.query),
    columns: row.columns.filter(isColumnKey),
    sorting: sortings.find((each) => each === row.sorting) ?? 'name',
  }
}
