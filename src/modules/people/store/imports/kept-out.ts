import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { ImportedPerson } from '../../rules/imports/imported-person.ts'
import { suppressedAmong, suppressionMarks } from '../privacy/suppression.ts'

/** What of a row may be written about a person: what somebody is recognised by. */
export type Recognising = Pick<ImportedPerson, 'emails' | 'phones' | 'personalNumber'>

/** Which detail is somebody's who was erased; null when none is. */
export type KeptOut = (details: Recognising) => 'personalNumber' | 'email' | 'phone' | null

/**
 * Asks once for all these rows which of their details belong to somebody who has been erased and is not to come back
 * unasked (GDPR art. 17).
 * @param hash what the marks are made with
 * @returns what says it of any of these rows, or of a part of one
 */
export async function keptOutAmong(
  db: Transaction<Tables>,
  rows: readonly Recognising[],
  hash: (text: string) => string,
): Promise<KeptOut> {
  const marksOf = (details: Partial<Recognising>) =>
    suppressionMarks({ services: { keyedHash: hash } }, details)
  // Marks take longer to make than to look up: most organisations have nobody to leave out.
  const anybody = await db.selectFrom('people.suppression').select('mark').limit(1).executeTakeFirst()
  if (!anybody) return () => null
  const suppressed = await suppressedAmong({ db }, [...new Set(rows.flatMap(marksOf))])
  if (suppressed.size === 0) return () => null
  const isKeptOut = (details: Partial<Recognising>) => marksOf(details).some((mark) => suppressed.has(mark))
  return ({ personalNumber, emails, phones }) => {
    if (isKeptOut({ personalNumber })) return 'personalNumber'
    if (isKeptOut({ emails })) return 'email'
    return isKeptOut({ phones }) ? 'phone' : null
  }
}
