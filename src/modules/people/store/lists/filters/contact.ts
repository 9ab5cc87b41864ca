import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { bounds, type cityRule, type postalCodeRule } from '../../../rules/lists/filters/address.ts'
import type { contactRule } from '../../../rules/lists/filters/contact.ts'
import type { Condition, FilterSql } from '../asking.ts'

const reachedBy = (condition: RawBuilder<unknown>): Condition =>
  sql<boolean>`person.id in (select contact.person_id from people.contact contact
    where contact.valid_to is null and ${condition})`

export const contactSql: FilterSql<z.output<typeof contactRule.input>> = ({ way }) =>
  reachedBy(sql`contact.kind = ${way}`)

// In one order on every server, whatever language it sorts by: `~>=~` compares letter by letter, as the index does.
export const postalCodeSql: FilterSql<z.output<typeof postalCodeRule.input>> = (input) => {
  const { from, to } = bounds(input)
  return reachedBy(
    sql`contact.kind = 'address' and contact.postal_code ~>=~ ${from} and contact.postal_code ~<=~ ${to}`,
  )
}

export const citySql: FilterSql<z.output<typeof cityRule.input>> = ({ city }) =>
  reachedBy(sql`contact.kind = 'address' and lower(contact.city) = lower(${city})`)
