import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { membershipRule } from '../../../rules/lists/filters/membership.ts'
import type { FilterSql } from '../asking.ts'

export const membershipSql: FilterSql<z.output<typeof membershipRule.input>> = (input, asking) => {
  const conditions = [
    sql`membership.replaced_at is null`,
    sql`membership.status = any (${input.standing}::text[])`,
  ]
  if (input.kind?.length) conditions.push(sql`membership.kind = any (${input.kind}::text[])`)
  if (input.unitId) {
    const units = input.below ? (asking.unitsBelow.get(input.unitId) ?? []) : [input.unitId]
    conditions.push(sql`membership.unit_id = any (${units}::uuid[])`)
  }
  conditions.push(...between(sql`membership.valid_from`, input.sinceFrom, input.sinceTo))
  conditions.push(...between(sql`membership.paid_until`, input.paidFrom, input.paidTo))
  if (input.endedFrom ?? input.endedTo) {
    conditions.push(...between(sql`membership.valid_to`, input.endedFrom, input.endedTo))
  } else {
    const day = input.asOf ?? asking.today
    conditions.push(sql`membership.valid_from <= ${day}::date`)
    conditions.push(sql`(membership.valid_to is null or membership.valid_to >= ${day}::date)`)
  }
  return sql<boolean>`person.id in (select membership.person_id from people.membership membership where ${sql.join(conditions, sql` and `)})`
}

/** Conditions that a day lies between two, where they are given. */
function between(day: RawBuilder<unknown>, from: string | undefined, to: string | undefined) {
  return [
    ...(from === undefined ? [] : [sql`${day} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`${day} <= ${to}::date`]),
  ]
}
