import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/**
 * Public bodies by what they were last called, with the municipality or region.
 * @param ids only these; all of them when null
 */
export async function publicBodies(
  db: Transaction<Tables>,
  ids: readonly string[] | null,
): Promise<{ value: string; label: string }[]> {
  const rows = await db
    .selectFrom('organisation.public_body as body')
    .innerJoin('organisation.public_body_record as record', 'record.public_body_id', 'body.id')
    .select(['body.id as value', 'record.name', 'body.area_name as area'])
    .where('record.replaced_at', 'is', null)
    .$if(ids !== null, (query) => query.where('body.id', 'in', ids ?? []))
    .distinctOn('body.id')
    .orderBy('body.id')
    .orderBy('record.valid_from', 'desc')
    .limit(2000)
    .execute()
  return rows
    .map(({ value, name, area }) => ({ value, label: area ? `${name}, ${area}` : name }))
    .toSorted((one, other) => (one.label < other.label ? -1 : 1))
}
