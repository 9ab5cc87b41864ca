import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** By which address and which number somebody is reached; null where there is none. */
export type PreferredContacts = { email: string | null; phone: string | null }

/**
 * How each of these persons is reached: the preferred way of each kind, else the newest.
 * @returns nothing for those who are reached in neither way
 */
export async function preferredContacts(
  db: Transaction<Tables>,
  personIds: readonly string[],
): Promise<Map<string, PreferredContacts>> {
  const found = new Map<string, PreferredContacts>()
  if (personIds.length === 0) return found
  const rows = await db
    .selectFrom('people.contact')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', [...personIds])
    .where('kind', 'in', ['email', 'phone'])
    .where('valid_to', 'is', null)
    .orderBy('preferred', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  for (const { person_id: id, kind, value } of rows) {
    const own = found.get(id) ?? { email: null, phone: null }
    if (kind === 'email') own.email ??= value
    else own.phone ??= value
    found.set(id, own)
  }
  return found
}
