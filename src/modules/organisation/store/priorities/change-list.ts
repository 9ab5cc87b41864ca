import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { folded } from '../../rules/folded.ts'
import {
  nearestDay,
  orderFault,
  orderFrom,
  prioritiesOn,
  type WantedPriority,
} from '../../rules/priorities/order.ts'
import type { PriorityRecord } from '../../rules/priorities/priority-records.ts'
import { readLists, readPriorities, type NamedList } from './read-priorities.ts'

type Writing = Pick<OperationContext, 'db' | 'organisationId' | 'now'>

export type ListForChange = { list: NamedList; records: readonly PriorityRecord[] }

/**
 * A list and all that it has said, for changing it: whoever else changes it waits until this is written.
 * @throws {Problem} notFound when there is none that the caller may change
 */
export async function listForChange({ db }: Pick<Writing, 'db'>, listId: string): Promise<ListForChange> {
  // Row-level security lets only those lock a row who may write it.
  found(
    await db
      .selectFrom('organisation.priority_list')
      .select('id')
      .where('id', '=', listId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
  const list = found((await readLists(db, { listId }))[0])
  return { list, records: await readPriorities(db, [listId]) }
}

/**
 * Lets a list say something else from a day on: what it says then, changed.
 * @param from the first day; without it today, or the nearest day of its period
 * @throws {Problem} notPossibleNow when the day lies outside the period or before a later change
 */
export async function changeList(
  context: Writing,
  { list, records }: ListForChange,
  from: string | undefined,
  change: (current: readonly WantedPriority[]) => readonly WantedPriority[],
): Promise<{ day: string }> {
  const current = today(context.now)
  const day = from ?? nearestDay(list, current)
  const fault = orderFault(list, records, day, current)
  if (fault) throw new Problem('notPossibleNow', { detail: fault })
  const wanted = change(prioritiesOn(records, day))
  await writeOrder(context, list.id, records, wanted, day)
  return { day }
}

/** Writes what a list says from a day on; the days before are left as they were. */
export async function writeOrder(
  { db, organisationId, now }: Writing,
  listId: string,
  records: readonly PriorityRecord[],
  wanted: readonly WantedPriority[],
  day: string,
): Promise<void> {
  const { ends, replaces, begins } = orderFrom(records, wanted, day)
  const known = new Set(records.map((record) => record.priorityId))
  const added = begins.filter((priority) => !known.has(priority.id))
  if (added.length > 0) {
    await db
      .insertInto('organisation.priority')
      .values(added.map(({ id }) => ({ organisation_id: organisationId, id, list_id: listId })))
      .execute()
  }
  // First what goes, then what comes: two never have the same place on one day.
  const last = ends[0]
  if (last) {
    await db
      .updateTable('organisation.priority_record')
      .set({ valid_to: last.validTo })
      .where(
        'id',
        'in',
        ends.map((end) => end.id),
      )
      .execute()
  }
  if (replaces.length > 0) {
    await db
      .updateTable('organisation.priority_record')
      .set({ replaced_at: now })
      .where('id', 'in', replaces)
      .execute()
  }
  if (begins.length === 0) return
  await db
    .insertInto('organisation.priority_record')
    .values(
      begins.map(({ id, rank, title, why }) => ({
        organisation_id: organisationId,
        id: newId(),
        list_id: listId,
        priority_id: id,
        rank,
        title,
        why,
        valid_from: day,
        recorded_at: now,
      })),
    )
    .execute()
}

/** @throws {Problem} invalidInput when another of the list is called that */
export function requireFreeTitle(
  current: readonly WantedPriority[],
  title: string,
  ownId: string | null = null,
): void {
  if (current.some((each) => each.id !== ownId && folded(each.title) === folded(title))) {
    throw new Problem('invalidInput', { issues: [{ path: ['title'], message: 'priority.exists' }] })
  }
}
