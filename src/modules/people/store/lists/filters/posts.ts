import { sql } from 'kysely'
import type { z } from 'zod'
import type { mandateRule, roleRule } from '../../../rules/lists/filters/posts.ts'
import type { FilterSql } from '../asking.ts'

export const roleSql: FilterSql<z.output<typeof roleRule.input>> = (
  { bodyId, standing, asOf },
  { today },
) => {
  const day = asOf ?? today
  const conditions = [
    sql`held.replaced_at is null`,
    sql`held.valid_from <= ${day}::date`,
    sql`(held.valid_to is null or held.valid_to >= ${day}::date)`,
    ...(bodyId === undefined ? [] : [sql`held.body_id = ${bodyId}::uuid`]),
    ...(standing === undefined ? [] : [sql`held.standing = ${standing}`]),
  ]
  return sql<boolean>`person.id in (select held.person_id from people.role_term held where ${sql.join(conditions, sql` and `)})`
}

export const mandateSql: FilterSql<z.output<typeof mandateRule.input>> = (
  { publicBodyId, seatKind, asOf },
  { today },
) => {
  const day = asOf ?? today
  const conditions = [
    sql`held.replaced_at is null`,
    sql`held.valid_from <= ${day}::date`,
    sql`(held.valid_to is null or held.valid_to >= ${day}::date)`,
    ...(publicBodyId === undefined ? [] : [sql`held.public_body_id = ${publicBodyId}::uuid`]),
    ...(seatKind === undefined ? [] : [sql`held.seat_kind = ${seatKind}`]),
  ]
  return sql<boolean>`person.id in (select held.person_id from people.public_mandate held where ${sql.join(conditions, sql` and `)})`
}
