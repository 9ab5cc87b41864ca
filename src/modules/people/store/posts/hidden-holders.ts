import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/**
 * How many hold each post on a day and are not shown: a number, so that a seat is not taken for vacant. Those whose identity is
 * protected, and those of another unit's register in a post whose holder everybody may know.
 */
export async function hiddenHolders(db: Transaction<Tables>, day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ post_id: string; holders: number }>`
    with held as (
      select term.seat_id as post_id, term.person_id from people.role_term term
      where term.replaced_at is null and not term.protected
        and term.valid_from <= ${day} and (term.valid_to is null or term.valid_to >= ${day})
      union all
      select mandate.public_body_id, mandate.person_id from people.public_mandate mandate
      where mandate.name_public and mandate.replaced_at is null and not mandate.protected
        and mandate.valid_from <= ${day} and (mandate.valid_to is null or mandate.valid_to >= ${day})
    ), seen as (
      select held.post_id, count(*)::integer as holders from held
      join people.person person on person.id = held.person_id
        and person.merged_into is null and person.erased_at is null
      group by held.post_id
    ), open as (
      select post_id, count(*)::integer as holders from people.public_holders(${day}::date) group by post_id
    ), hidden as (
      select post_id, holders from people.hidden_holders(${day}::date)
      union all
      select open.post_id, greatest(0, open.holders - coalesce(seen.holders, 0))
      from open left join seen on seen.post_id = open.post_id
    )
    select post_id, sum(holders)::integer as holders from hidden group by post_id having sum(holders) > 0`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.post_id, row.holders]))
}
