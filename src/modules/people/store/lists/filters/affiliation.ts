import { sql } from 'kysely'
import type { z } from 'zod'
import type { affiliationRule } from '../../../rules/lists/filters/affiliation.ts'
import type { FilterSql } from '../asking.ts'

export const affiliationSql: FilterSql<z.output<typeof affiliationRule.input>> = (
  { kind, word },
  { today },
) => {
  const conditions = [
    sql`affiliation.valid_to is null`,
    sql`consent.withdrawn_at is null`,
    sql`(consent.expires_on is null or consent.expires_on >= ${today}::date)`,
    ...(kind === undefined ? [] : [sql`affiliation.kind = ${kind}`]),
    ...(word === undefined ? [] : [sql`position(lower(${word}) in lower(affiliation.name)) > 0`]),
  ]
  return sql<boolean>`person.id in (select affiliation.person_id from people.affiliation affiliation
    join people.consent consent on consent.organisation_id = affiliation.organisation_id
      and consent.id = affiliation.consent_id and consent.person_id = affiliation.person_id
    where ${sql.join(conditions, sql` and `)})`
}
