import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** What somebody reported of a remuneration for a time. */
export type RemunerationReport = {
  id: string
  remunerationId: string
  day: string
  hours: string | null
  /** Whom it helped; null for nobody in particular. */
  unitId: string | null
  words: string
}

/** Reports as far as the caller may see them, in the order of their days. */
export async function readRemunerationReports(db: Transaction<Tables>): Promise<RemunerationReport[]> {
  return db
    .selectFrom('people.remuneration_report')
    .select(['id', 'remuneration_id as remunerationId', 'day', 'hours', 'unit_id as unitId', 'words'])
    .where('replaced_at', 'is', null)
    .orderBy('day')
    .orderBy('id')
    .execute()
}
