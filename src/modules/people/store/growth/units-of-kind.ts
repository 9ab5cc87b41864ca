import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** The units of a kind below another, or that one itself, as they were on a day; in the order of the Swedish alphabet. */
export async function unitsOfKind(db: Transaction<Tables>, top: string, kind: string, day: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select below.unit_id as id, named.name
    from people.units_below_on(${top}::uuid, ${day}::date) below
    join organisation.unit_name named on named.unit_id = below.unit_id and named.replaced_at is null
      and named.valid_from <= ${day}::date and (named.valid_to is null or named.valid_to >= ${day}::date)
    where named.kind = ${kind}`.execute(db)
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'sv'))
}
