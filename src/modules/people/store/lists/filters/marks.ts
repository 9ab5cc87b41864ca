import { sql } from 'kysely'
import type { z } from 'zod'
import type { consentRule } from '../../../rules/lists/filters/consent.ts'
import type { engagementRule } from '../../../rules/lists/filters/engagement.ts'
import type { fieldRule } from '../../../rules/lists/filters/field.ts'
import type { tagRule } from '../../../rules/lists/filters/tag.ts'
import type { FilterSql } from '../asking.ts'

export const tagSql: FilterSql<z.output<typeof tagRule.input>> = ({ tagId }) =>
  sql<boolean>`person.id in (select tagged.person_id from people.person_tag tagged where tagged.tag_id = ${tagId}::uuid)`

export const consentSql: FilterSql<z.output<typeof consentRule.input>> = ({ purpose, channel }, { today }) =>
  sql<boolean>`person.id in (select consent.person_id from people.consent consent
    where consent.withdrawn_at is null
      and (consent.expires_on is null or consent.expires_on >= ${today}::date)
      and (${channel} = 'any' or consent.channel in (${channel}, 'any'))
      and consent.wording_id = any (array(
        select wording.id from people.consent_wording wording where wording.purpose = ${purpose})))`

const subjects = {
  interests: sql`engagement.interests`,
  skills: sql`engagement.skills`,
  affiliations: sql`engagement.affiliations`,
}

export const engagementSql: FilterSql<z.output<typeof engagementRule.input>> = (
  { subject, word },
  { today, scope },
) => {
  const asFarAsSaid =
    scope === 'organisation'
      ? sql`true`
      : sql`(engagement.visibility = 'district' or engagement.home_unit_id = any (${scope}::uuid[]))`
  return sql<boolean>`person.id in (select engagement.person_id from people.engagement engagement
    join people.consent consent on consent.organisation_id = engagement.organisation_id
      and consent.id = engagement.consent_id and consent.person_id = engagement.person_id
    where engagement.valid_to is null and engagement.replaced_at is null
      and consent.withdrawn_at is null and (consent.expires_on is null or consent.expires_on >= ${today}::date)
      and ${asFarAsSaid}
      and exists (select from unnest(${subjects[subject]}) told (word) where lower(told.word) = lower(${word})))`
}

const numeric = '^-?[0-9]{1,15}(\\.[0-9]{1,10})?$'

export const fieldSql: FilterSql<z.output<typeof fieldRule.input>> = (input, { fieldTypes }) => {
  const { fieldId, compare, value = '' } = input
  const isNumber = fieldTypes.get(fieldId) === 'number'
  // What is no figure is never cast to one, in whatever order the database asks.
  const figure = sql`(case when field.value ~ ${numeric} then field.value::numeric end)`
  const holds = {
    filled: () => sql`true`,
    contains: () => sql`position(lower(${value}) in lower(field.value)) > 0`,
    is: () => (isNumber ? sql`${figure} = ${value}::numeric` : sql`lower(field.value) = lower(${value})`),
    atLeast: () => (isNumber ? sql`${figure} >= ${value}::numeric` : sql`field.value ~>=~ ${value}`),
    atMost: () => (isNumber ? sql`${figure} <= ${value}::numeric` : sql`field.value ~<=~ ${value}`),
  }[compare]()
  return sql<boolean>`person.id in (select field.person_id from people.field_value field
    where field.valid_to is null and field.field_id = ${fieldId}::uuid and ${holds})`
}
