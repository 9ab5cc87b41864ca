import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { NamedUnit } from '../../rules/imports/plan-change.ts'

/** The organisation's units with every name that leads to them: their own, earlier ones, and of those that went up in them. */
export async function namedUnits(db: Transaction<Tables>): Promise<NamedUnit[]> {
  const { rows } = await sql<NamedUnit>`
    with recursive led as (
      select unit.id as unit_id, unit.id as by_id from organisation.unit unit
      union
      select led.unit_id, succession.from_unit_id
      from led join organisation.unit_succession succession
        on succession.to_unit_id = led.by_id and succession.kind = 'merge'
    )
    select unit.id, unit.slug, coalesce(kind.beside, false) as beside, unit.valid_to is null as "isOpen",
      array(
        select unit.name
        union
        select name.name from led join organisation.unit_name name on name.unit_id = led.by_id
        where led.unit_id = unit.id and name.replaced_at is null
      ) as names
    from organisation.unit unit
    left join organisation.unit_kind kind on kind.key = unit.kind
    order by unit.name, unit.id`.execute(db)
  return rows
}
