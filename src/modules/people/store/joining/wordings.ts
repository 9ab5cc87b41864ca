import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** What is asked, word for word; the newest version that holds. */
export type Wording = {
  id: string
  purpose: string
  version: number
  swedish: string
  english: string
  months: number | null
}

/** The wordings that hold on a day, one a purpose. */
export async function currentWordings(db: Transaction<Tables>, day: string): Promise<Wording[]> {
  return db
    .selectFrom('people.consent_wording')
    .distinctOn('purpose')
    .select(['id', 'purpose', 'version', 'swedish', 'english', 'months'])
    .where('valid_from', '<=', day)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>=', day)]))
    .orderBy('purpose')
    .orderBy('version', 'desc')
    .execute()
}
