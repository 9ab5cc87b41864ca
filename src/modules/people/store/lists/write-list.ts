import { sql } from 'kysely'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { organisers } from '../../people-roles.ts'
import { partOfSorting, type ColumnKey, type Sorting } from '../../rules/lists/columns.ts'
import type { ListQuery } from '../../rules/lists/query.ts'
import { askingOf } from './asking-of.ts'
import { offeredColumns } from './columns.ts'
import type { References } from './read-references.ts'
import { referencesOf } from './read-references.ts'
import { sightFor } from './sight.ts'

export type WrittenList = {
  name: string
  description: string
  query: ListQuery
  columns: readonly ColumnKey[]
  sorting: Sorting
  descending: boolean
}

/**
 * Sees to it that what is to be saved can be asked by its writer, and shows nothing they do not see.
 * @param listId the list that is changed; null for a new one
 * @throws {Problem} notFound, or invalidInput with the place of what is wrong
 */
export async function requireSavable(
  context: OperationContext,
  { query, columns, sorting }: WrittenList,
  listId: string | null,
): Promise<References> {
  const { db, actor, language } = context
  const sight = sightFor(actor, organisers)
  const { references } = await askingOf(context, query, sight, { listId, news: true })
  const offered = new Set((await offeredColumns(db, sight, language)).map(({ key }) => key))
  const part = partOfSorting(sorting)
  const issues = [
    ...columns.flatMap((key, index) =>
      offered.has(key) ? [] : [{ path: ['columns', index], message: 'list.columns' }],
    ),
    ...(part === null || sight.parts.has(part) ? [] : [{ path: ['sorting'], message: 'list.columns' }]),
  ]
  if (issues.length > 0) throw new Problem('invalidInput', { issues })
  return references
}

/**
 * A list that others see builds only on lists that they see too: shared, in the same unit or below it.
 * @throws {Problem} notPossibleNow with the name of one that is not
 */
export async function requireSeenByAll(
  { db, organisationId }: OperationContext,
  { unitId, query }: { unitId: string; query: ListQuery },
  { lists }: References,
): Promise<void> {
  const own = referencesOf(query).flatMap(({ kind, id }) => (kind === 'list' ? [id] : []))
  if (own.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select below as id from organisation.units_below(${organisationId}::uuid, ${unitId}::uuid) below`.execute(
    db,
  )
  const below = new Set(rows.map(({ id }) => id))
  for (const id of own) {
    const list = lists.get(id)
    if (list && (!list.shared || !below.has(list.unitId))) {
      throw new Problem('notPossibleNow', { detail: 'list.buildsOnPrivate', params: { name: list.name } })
    }
  }
}

/** Writes a new list. @returns its id */
export async function addList(
  context: OperationContext,
  list: WrittenList & { unitId: string; shared: boolean },
): Promise<string> {
  const { id: ownerUserId, name: ownerName } = actorName(context)
  const id = newId()
  await context.db
    .insertInto('people.list')
    .values({
      organisation_id: context.organisationId,
      id,
      unit_id: list.unitId,
      name: list.name,
      description: list.description,
      owner_user_id: ownerUserId,
      owner_name: ownerName,
      shared: list.shared,
      kind: 'living',
      query: JSON.stringify(list.query),
      columns: [...list.columns],
      sorting: list.sorting,
      descending: list.descending,
      created_at: context.now,
      changed_at: context.now,
    })
    .execute()
  return id
}
