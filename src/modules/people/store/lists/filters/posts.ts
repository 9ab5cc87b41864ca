import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { mandateRule, roleRule } from '../../../rules/lists/filters/posts.ts'
import type { FilterSql } from '../asking.ts'

export const roleSql: FilterSql<z.output<typeof roleRule.input>> = ({ bodyId, standing, asOf }, { today }) =>
  heldIn('people.role_term', asOf ?? today, [
    ...(bodyId === undefined ? [] : [sql`held.body_id = ${bodyId}::uuid`]),
    ...(standing === undefined ? [] : [sql`held.standing = ${standing}`]),
  ])

export const mandateSql: FilterSql<z.output<typeof mandateRule.input>> = (
  { publicBodyId, seatKind, asOf },
  { today },
) =>
  heldIn('people.public_mandate', asOf ?? today, [
    ...(publicBodyId === undefined ? [] : [sql`held.public_body_id = ${publicBodyId}::uuid`]),
    ...(seatKind === undefined ? [] : [sql`held.seat_kind = ${seatKind}`]),
  ])

/** Has the person a post in this table, on this day? */
function heldIn(
  table: 'people.role_term' | 'people.public_mandate',
  day: string,
  more: readonly RawBuilder<unknown>[],
) {
  const conditions = [
    sql`held.replaced_at is null`,
    sql`held.valid_from <= ${day}::date`,
    sql`(held.valid_to is null or held.valid_to >= ${day}::date)`,
    ...more,
  ]
  return sql<boolean>`person.id in (select held.person_id from ${sql.table(table)} held where ${sql.join(conditions, sql` and `)})`
}
