import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { coverageOf, type Coverage, type TagOn } from '../../rules/priorities/coverage.ts'
import { nearestDay, prioritiesOn } from '../../rules/priorities/order.ts'
import type { PriorityOn } from '../../rules/priorities/priority-records.ts'
import { descendantsOn } from '../../rules/unit-tree.ts'
import { readUnits } from '../read-units.ts'
import { readLists, readPriorities, type NamedList } from './read-priorities.ts'
import { findThings, kindWord, readableKinds, type TaggableThing } from './taggable-registry.ts'

type Asking = Pick<OperationContext, 'db' | 'actor' | 'scope' | 'language' | 'now'>

export type ListCoverage = Coverage & {
  list: NamedList
  asOf: string
  order: PriorityOn[]
  /** The kinds of things that the caller may read, as they are called. */
  kinds: { kind: string; one: string; several: string }[]
}

/**
 * What carries the priorities of a list on a day, and what of its unit and those below carries none.
 * @throws {Problem} notFound for a list of a unit that the caller does not reach
 */
export async function readCoverage(
  context: Asking,
  { listId, asOf }: { listId: string; asOf?: string | undefined },
): Promise<ListCoverage> {
  const { db, scope, language, now } = context
  const list = (await readLists(db, { listId }))[0]
  if (!list || (scope !== 'organisation' && !scope.includes(list.unitId))) throw new Problem('notFound')
  const day = asOf ?? nearestDay(list, today(now))
  const order = prioritiesOn(await readPriorities(db, [listId]), day)
  const tags = await readTags(
    db,
    order.map((priority) => priority.id),
    day,
  )
  const within = [list.unitId, ...descendantsOn(await readUnits(db), list.unitId, day)]
  const during = { from: list.validFrom, to: list.validTo }
  const kinds = readableKinds(context)
  const things: TaggableThing[] = []
  for (const taggable of kinds) {
    // What the list's own units have, and what others have tagged to it.
    const own = await findThings(context, taggable, { within, during })
    const known = new Set(own.map((thing) => thing.id))
    const ids = new Set(
      tags.filter((tag) => tag.kind === taggable.kind && !known.has(tag.thingId)).map((tag) => tag.thingId),
    )
    things.push(...own, ...(await findThings(context, taggable, { ids: [...ids] })))
  }
  return {
    ...coverageOf(order, things, tags),
    list,
    asOf: day,
    order,
    kinds: kinds.map((taggable) => ({
      kind: taggable.kind,
      one: kindWord(taggable, language, 1),
      several: kindWord(taggable, language, 2),
    })),
  }
}

/** What is tagged to some priorities on a day; row-level security shows only the tags of things in reach. */
export async function readTags(
  db: Asking['db'],
  priorityIds: readonly string[],
  day: string,
): Promise<TagOn[]> {
  if (priorityIds.length === 0) return []
  return db
    .selectFrom('organisation.priority_tag')
    .select(['priority_id as priorityId', 'kind', 'thing_id as thingId'])
    .where('priority_id', 'in', [...priorityIds])
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .execute()
}
