import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** What is asked for each consent, in its newest words, also for those that are asked for no longer. */
export async function newestWordings(
  db: Transaction<Tables>,
): Promise<{ purpose: string; swedish: string; english: string }[]> {
  return db
    .selectFrom('people.consent_wording')
    .distinctOn('purpose')
    .select(['purpose', 'swedish', 'english'])
    .orderBy('purpose')
    .orderBy('version', 'desc')
    .execute()
}

const longest = 90

/** The words of a consent, short enough for a sentence or a choice: the first sentence, or the beginning of it. */
export function shortWording(words: string): string {
  const first = /^.*?[.!?](?=\s|$)/s.exec(words.trim())?.[0] ?? words.trim()
  const bare = first.replace(/[.]$/, '')
  return bare.length <= longest ? bare : `${bare.slice(0, longest - 1).trimEnd()}…`
}
