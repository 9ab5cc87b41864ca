import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import type { Services } from '#platform/operations/services.ts'
import type { ShownStanding } from './search-register.ts'

export type StandingCounts = Record<ShownStanding, number>

type Counted = { marks: string; counts: StandingCounts }

/** As many sets of units as are remembered: each is what somebody reaches, or a unit they look in. */
const rememberedAtMost = 500

// What was counted before, for each application that runs here.
const remembered = new WeakMap<Services, Map<string, Counted>>()

/**
 * How many of those the caller reaches stand how in some units. A hundred thousand people are not counted anew for every
 * page: what was counted holds for as long as the marks that the database sets at every change are the same.
 * @param unitIds within the caller's reach
 */
export async function countedStandings(
  { db, organisationId, services }: Pick<OperationContext, 'db' | 'organisationId' | 'services'>,
  unitIds: readonly string[],
): Promise<StandingCounts> {
  const own = remembered.get(services) ?? new Map<string, Counted>()
  remembered.set(services, own)
  const key = createHash('sha256')
    .update([organisationId, ...unitIds.toSorted()].join(' '))
    .digest('base64')
  // Asked before the counting: what changes in between is counted again.
  const marks = await readMarks(db)
  const before = own.get(key)
  own.delete(key)
  const counts = before?.marks === marks ? before.counts : await count(db, unitIds)
  // The last that was asked for stands last, and the first goes.
  own.set(key, { marks, counts })
  for (const oldest of own.keys()) {
    if (own.size <= rememberedAtMost) break
    own.delete(oldest)
  }
  return counts
}

/** The marks of the last changes, in one text. */
async function readMarks(db: OperationContext['db']): Promise<string> {
  const { rows } = await sql<{ marks: string | null }>`
    select string_agg(concat(transaction, '@', extract(epoch from began_at)), ' ' order by transaction, began_at) as marks
    from people.register_change`.execute(db)
  return rows[0]?.marks ?? ''
}

async function count(db: OperationContext['db'], unitIds: readonly string[]): Promise<StandingCounts> {
  const counts = { active: 0, lapsed: 0, applied: 0, excluded: 0, left: 0, none: 0 }
  const { rows } = await sql<{ standing: ShownStanding | null; persons: number }>`
    select standing, persons from people.standing_counts(${unitIds}::uuid[])`.execute(db)
  for (const row of rows) counts[row.standing ?? 'none'] = row.persons
  return counts
}
