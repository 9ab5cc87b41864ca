import { sql } from 'kysely'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { fullName } from '../../rules/names.ts'
import { personForChange } from '../find-person.ts'
import { recordEvent } from '../record-event.ts'
import { rowCounts, rowsAbout } from './merge-record.ts'

/** What could not be as it was before the merge, because it was changed since. */
export type Remainder = {
  table: string
  /** `changed`: as somebody wrote it since. `missing`: taken away since. `replaced`: something else came in its place. `added`: new since, and stays where it was put. */
  outcome: 'changed' | 'missing' | 'replaced' | 'added'
  rows: number
}

/**
 * Takes a merge apart: both records are as they were. What was changed since stays as it was changed, and is told.
 * @throws {Problem} notFound for no such merge; notPossibleNow when a later one must be taken apart first, or when
 * something of the other record is somebody else's now
 */
export async function unmergePersons(
  context: OperationContext,
  mergeId: string,
): Promise<{ keptPersonId: string; otherPersonId: string; remainders: Remainder[] }> {
  const { db, now } = context
  const merge = found(
    await db
      .selectFrom('people.person_merge')
      .select(['person_id', 'other_person_id', 'row_counts', 'merged_at'])
      .where('id', '=', mergeId)
      .where('unmerged_at', 'is', null)
      .forUpdate()
      .executeTakeFirst(),
  )
  const { person_id: keptPersonId, other_person_id: otherPersonId } = merge
  await requireLatest(db, mergeId, keptPersonId)
  await personForChange({ db }, keptPersonId)
  const standing = rowCounts(await rowsAbout(db, keptPersonId, otherPersonId), keptPersonId)
  const changed = remaindersOf(await takenApart(db, mergeId))
  await db
    .updateTable('people.person_merge')
    .set({ unmerged_at: now, unmerged_by_name: actorName(context).name })
    .where('id', '=', mergeId)
    .execute()
  const [kept, other] = [
    await personForChange({ db }, keptPersonId),
    await personForChange({ db }, otherPersonId),
  ]
  await recordEvent(context, kept, 'unmerged', { name: fullName(other) })
  await recordEvent(context, other, 'unmerged', { name: fullName(kept) })
  const added = addedSince(merge.row_counts as Record<string, number>, standing, changed)
  return { keptPersonId, otherPersonId, remainders: [...changed, ...added] }
}

/** What was merged last is taken apart first: only then is each record what it was. */
async function requireLatest(
  db: OperationContext['db'],
  mergeId: string,
  keptPersonId: string,
): Promise<void> {
  const later = await db
    .selectFrom('people.person_merge')
    .select('id')
    .where('unmerged_at', 'is', null)
    .where((each) =>
      each.or([
        each.and([each('person_id', '=', keptPersonId), each('id', '>', mergeId)]),
        each('other_person_id', '=', keptPersonId),
      ]),
    )
    .executeTakeFirst()
  if (later) throw new Problem('notPossibleNow', { detail: 'duplicate.laterMerge' })
}

type Outcome = { about: string; outcome: 'restored' | Exclude<Remainder['outcome'], 'added'> }

async function takenApart(db: OperationContext['db'], mergeId: string): Promise<Outcome[]> {
  try {
    const { rows } = await sql<Outcome>`select about, outcome from people.take_apart(${mergeId})`.execute(db)
    return rows
  } catch (error) {
    // The other record's own row cannot stand again: its personal number has come back as somebody else's.
    if ((error as { code?: string }).code === '23505') {
      throw new Problem('notPossibleNow', { detail: 'duplicate.numberTaken', cause: error })
    }
    throw error
  }
}

function remaindersOf(outcomes: readonly Outcome[]): Remainder[] {
  const counts = new Map<string, Remainder>()
  for (const { about: table, outcome } of outcomes) {
    if (outcome === 'restored') continue
    const key = `${table} ${outcome}`
    const remainder = counts.get(key) ?? { table, outcome, rows: 0 }
    counts.set(key, { ...remainder, rows: remainder.rows + 1 })
  }
  return [...counts.values()]
}

/** Rows that came to the staying record after the merge. Whose they should be nobody can know: they stay. */
function addedSince(
  then: Record<string, number>,
  now: Record<string, number>,
  changed: readonly Remainder[],
): Remainder[] {
  return Object.entries(now).flatMap(([table, count]) => {
    const missing = changed.find((each) => each.table === table && each.outcome === 'missing')?.rows ?? 0
    // The merge told of itself in the timeline.
    const ofMerge = table === 'people.event' ? 1 : 0
    const rows = count - (then[table] ?? 0) + missing - ofMerge
    return rows > 0 ? [{ table, outcome: 'added' as const, rows }] : []
  })
}
