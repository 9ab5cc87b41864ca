import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { reviewDueOn, reviewState, versionOn } from '../../rules/governing-documents/review.ts'
import { readDocuments } from './read-documents.ts'

/** How many documents the bodies of each unit should have reviewed by a day and have not. */
export async function overdueReviews(db: Transaction<Tables>, day: string): Promise<Map<string, number>> {
  const bodies = await db.selectFrom('organisation.body').select(['id', 'unit_id']).execute()
  const unitOf = new Map(bodies.map((body) => [body.id, body.unit_id]))
  const overdue = new Map<string, number>()
  for (const { versions, reviews, validTo } of await readDocuments(db)) {
    const due = reviewDueOn(versions, reviews, day)
    if (reviewState({ due, endedOn: validTo }, day) !== 'overdue') continue
    const unitId = unitOf.get(versionOn(versions, day)?.responsibleBodyId ?? '') ?? ''
    overdue.set(unitId, (overdue.get(unitId) ?? 0) + 1)
  }
  return overdue
}
