import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { DuplicateReason } from '../../rules/duplicates/score-pair.ts'
import { blocks } from './blocks.ts'

export type ListedPair = {
  pairId: string
  score: number
  reasons: DuplicateReason[]
  decidedBy: string | null
  first: string
  second: string
}

/** Pairs of records that stand for themselves today and both of which the caller reaches. */
function standingPairs(db: Transaction<Tables>) {
  return db
    .selectFrom('people.duplicate_pair as pair')
    .innerJoin('people.person as one', (join) =>
      join
        .onRef('one.organisation_id', '=', 'pair.organisation_id')
        .onRef('one.id', '=', 'pair.first_person_id'),
    )
    .innerJoin('people.person as other', (join) =>
      join
        .onRef('other.organisation_id', '=', 'pair.organisation_id')
        .onRef('other.id', '=', 'pair.second_person_id'),
    )
    .where('one.merged_into', 'is', null)
    .where('other.merged_into', 'is', null)
    .where('one.erased_at', 'is', null)
    .where('other.erased_at', 'is', null)
}

/** The likeliest first. */
export async function listPairs(
  db: Transaction<Tables>,
  { decided, limit, offset }: { decided: boolean; limit: number; offset: number },
): Promise<{ total: number; pairs: ListedPair[] }> {
  const chosen = standingPairs(db).where('pair.decision', decided ? 'is not' : 'is', null)
  const { total } = await chosen
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await pairColumns(chosen)
    .orderBy('pair.score', 'desc')
    .orderBy('pair.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total: Number(total), pairs: rows as ListedPair[] }
}

/** One pair; undefined when it is not there for the caller. */
export async function readPair(db: Transaction<Tables>, pairId: string): Promise<ListedPair | undefined> {
  return (await pairColumns(standingPairs(db)).where('pair.id', '=', pairId).executeTakeFirst()) as
    | ListedPair
    | undefined
}

function pairColumns(query: ReturnType<typeof standingPairs>) {
  return query.select([
    'pair.id as pairId',
    'pair.score',
    'pair.reasons',
    'pair.decided_by_name as decidedBy',
    'pair.first_person_id as first',
    'pair.second_person_id as second',
  ])
}

/** How the newest search is coming along; null when there has been none. */
export async function latestSearch(db: Transaction<Tables>) {
  const search = await db
    .selectFrom('people.duplicate_search')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!search) return null
  // Finding candidates takes about a third of the time.
  const found = search.blocks_done / blocks.length
  const scored = search.candidates > 0 ? search.scored / search.candidates : found
  return {
    searchId: search.id,
    status: search.status as 'searching' | 'done' | 'cancelled',
    share: search.status === 'done' ? 1 : Math.min(1, found / 3 + (scored * 2) / 3),
    startedAt: search.started_at.toISOString(),
    endedAt: search.ended_at?.toISOString() ?? null,
  }
}
