import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { scorePair, worthALook, type PairScore } from '../../rules/duplicates/score-pair.ts'
import { blocks, largestGroup } from './blocks.ts'
import { readPersonFacts } from './person-facts.ts'

/** How many candidates are scored in one transaction. */
const atATime = 4000

export type Search = {
  id: string
  organisationId: string
  blocksDone: number
  lastFirst: string | null
  lastSecond: string | null
}

type Pair = { first: string; second: string }

/**
 * One piece of a search: the candidates of one block, or the scores of some thousand of them.
 * @returns true when that was the last piece
 */
export async function searchStep(db: Transaction<Tables>, search: Search, now: Date): Promise<boolean> {
  const block = blocks[search.blocksDone]
  if (block) {
    await findCandidates(db, search, block.keys)
    return false
  }
  return scoreCandidates(db, search, now)
}

async function findCandidates(
  db: Transaction<Tables>,
  { id, organisationId, blocksDone }: Search,
  keys: (typeof blocks)[number]['keys'],
): Promise<void> {
  // Where tables are not counted (the embedded engine counts nothing by itself) they are believed to be nearly empty, and
  // going through one for each row of the other looks cheap. It takes minutes; until the transaction ends it is not done.
  await sql`set local enable_nestloop = off`.execute(db)
  const { numAffectedRows = 0n } = await sql`
    insert into people.duplicate_candidate (organisation_id, search_id, first_person_id, second_person_id)
    select distinct ${organisationId}::uuid, ${id}::uuid, one.id, other.id
    from (
      select array_agg(person_id order by person_id) as ids
      from (select distinct person_id, key from (${keys}) given) every
      group by key having count(*) between 2 and ${largestGroup}
    ) alike
    cross join lateral unnest(alike.ids) with ordinality as one (id, position)
    cross join lateral unnest(alike.ids) with ordinality as other (id, position)
    where other.position > one.position
    on conflict do nothing`.execute(db)
  await db
    .updateTable('people.duplicate_search')
    .set((each) => ({
      blocks_done: blocksDone + 1,
      candidates: each('candidates', '+', Number(numAffectedRows)),
    }))
    .where('id', '=', id)
    .execute()
}

async function scoreCandidates(db: Transaction<Tables>, search: Search, now: Date): Promise<boolean> {
  const { id, lastFirst, lastSecond } = search
  const { rows } = await sql<Pair>`
    select first_person_id as first, second_person_id as second
    from people.duplicate_candidate
    where search_id = ${id}
      and (${lastFirst}::uuid is null or (first_person_id, second_person_id) > (${lastFirst}::uuid, ${lastSecond}::uuid))
    order by organisation_id, search_id, first_person_id, second_person_id
    limit ${atATime}`.execute(db)
  const last = rows.at(-1)
  if (!last) {
    await endSearch(db, search, now)
    return true
  }
  const facts = await readPersonFacts(
    db,
    rows.flatMap(({ first, second }) => [first, second]),
  )
  const found = rows.flatMap((pair) => {
    const [one, other] = [facts.get(pair.first), facts.get(pair.second)]
    const scored = one && other ? scorePair(one, other) : null
    return scored && scored.score >= worthALook ? [{ ...pair, ...scored }] : []
  })
  await keepPairs(db, search.organisationId, found, now)
  await db
    .updateTable('people.duplicate_search')
    .set((each) => ({
      last_first: last.first,
      last_second: last.second,
      scored: each('scored', '+', rows.length),
      found: each('found', '+', found.length),
    }))
    .where('id', '=', id)
    .execute()
  return false
}

/**
 * Keeps what was found. A pair that somebody decided are two comes back only when the records have become more alike than
 * they were then.
 */
async function keepPairs(
  db: Transaction<Tables>,
  organisationId: string,
  found: readonly (Pair & PairScore)[],
  now: Date,
): Promise<void> {
  if (found.length === 0) return
  const rows = found.map(({ first, second, score, reasons }) => ({
    id: newId(),
    first,
    second,
    score,
    reasons,
  }))
  await sql`
    insert into people.duplicate_pair (organisation_id, id, first_person_id, second_person_id, score, reasons, found_at)
    select ${organisationId}::uuid, found.id, found.first, found.second, found.score, found.reasons, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as found (id uuid, first uuid, second uuid, score double precision, reasons jsonb)
    on conflict (organisation_id, first_person_id, second_person_id) do update set
      score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at,
      decision = case when excluded.score > duplicate_pair.decided_score then null else duplicate_pair.decision end,
      decided_at = case when excluded.score > duplicate_pair.decided_score then null else duplicate_pair.decided_at end,
      decided_by_name = case when excluded.score > duplicate_pair.decided_score then null else duplicate_pair.decided_by_name end,
      decided_score = case when excluded.score > duplicate_pair.decided_score then null else duplicate_pair.decided_score end`.execute(
    db,
  )
}

/** Pairs that were not found again are no longer alike. What was decided is kept. */
async function endSearch(db: Transaction<Tables>, { id }: Search, now: Date): Promise<void> {
  const { started_at: startedAt } = await db
    .updateTable('people.duplicate_search')
    .set({ status: 'done', ended_at: now })
    .where('id', '=', id)
    .returning('started_at')
    .executeTakeFirstOrThrow()
  await db
    .deleteFrom('people.duplicate_pair')
    .where('decision', 'is', null)
    .where('found_at', '<', startedAt)
    .execute()
  await db.deleteFrom('people.duplicate_candidate').where('search_id', '=', id).execute()
}
