import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { found } from '#platform/operations/problem.ts'
import type { PriorityList, PriorityRecord } from '../../rules/priorities/priority-records.ts'

type Reading = Transaction<Tables>

/** A list with the names of whose it is. */
export type NamedList = PriorityList & { unitName: string; bodyName: string }

/** That a body has adopted a list. */
export type Adoption = { listId: string; bodyId: string; bodyName: string; day: string; decision: string }

/** Lists of priorities, those that began last first: all, of a unit, of a body, or one. */
export async function readLists(
  db: Reading,
  of: { unitId?: string | undefined; bodyId?: string; listId?: string; from?: string } = {},
): Promise<NamedList[]> {
  let lists = db
    .selectFrom('organisation.priority_list as list')
    .innerJoin('organisation.body as body', (join) =>
      join.onRef('body.organisation_id', '=', 'list.organisation_id').onRef('body.id', '=', 'list.body_id'),
    )
    .innerJoin('organisation.unit as unit', (join) =>
      join.onRef('unit.organisation_id', '=', 'list.organisation_id').onRef('unit.id', '=', 'list.unit_id'),
    )
    .select([
      'list.id',
      'list.unit_id as unitId',
      'list.body_id as bodyId',
      'list.title',
      'list.valid_from as validFrom',
      'list.valid_to as validTo',
      'unit.name as unitName',
      'body.name as bodyName',
    ])
  const { unitId, bodyId, listId, from } = of
  if (unitId) lists = lists.where('list.unit_id', '=', unitId)
  if (bodyId) lists = lists.where('list.body_id', '=', bodyId)
  if (listId) lists = lists.where('list.id', '=', listId)
  if (from) {
    lists = lists.where((where) =>
      where.or([where('list.valid_to', 'is', null), where('list.valid_to', '>=', from)]),
    )
  }
  return lists.orderBy('list.valid_from', 'desc').orderBy('list.id').execute()
}

/** Everything that some lists have said, whatever day it held. */
export async function readPriorities(db: Reading, listIds: readonly string[]): Promise<PriorityRecord[]> {
  if (listIds.length === 0) return []
  return db
    .selectFrom('organisation.priority_record')
    .select([
      'id',
      'priority_id as priorityId',
      'list_id as listId',
      'rank',
      'title',
      'why',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('list_id', 'in', [...listIds])
    .where('replaced_at', 'is', null)
    .execute()
}

/** Which bodies have adopted some lists, and when; the first first. */
export async function readAdoptions(db: Reading, listIds: readonly string[]): Promise<Adoption[]> {
  if (listIds.length === 0) return []
  return db
    .selectFrom('organisation.priority_adoption as adoption')
    .innerJoin('organisation.body as body', (join) =>
      join
        .onRef('body.organisation_id', '=', 'adoption.organisation_id')
        .onRef('body.id', '=', 'adoption.body_id'),
    )
    .select([
      'adoption.list_id as listId',
      'adoption.body_id as bodyId',
      'body.name as bodyName',
      'adoption.day',
      'adoption.decision',
    ])
    .where('adoption.list_id', 'in', [...listIds])
    .where('adoption.replaced_at', 'is', null)
    .orderBy('adoption.day')
    .orderBy('adoption.recorded_at')
    .execute()
}

/**
 * The list that a priority belongs to.
 * @throws {Problem} notFound when there is no such priority
 */
export async function listOfPriority(db: Reading, priorityId: string): Promise<string> {
  const priority = await db
    .selectFrom('organisation.priority')
    .select('list_id')
    .where('id', '=', priorityId)
    .executeTakeFirst()
  return found(priority).list_id
}
