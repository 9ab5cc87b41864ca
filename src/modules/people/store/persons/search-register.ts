import { sql, type RawBuilder } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { standings, type Standing } from '../../rules/membership.ts'
import { unitsSeeing } from '../../rules/persons/seen-by.ts'
import { afterBeginning, type PersonSearch } from '../../rules/persons/read-search.ts'
import type { RecordPart } from '../../rules/visible-parts.ts'
import { personalNumberMark } from '../person-rows.ts'

/** Who is looked for in the register. */
export type RegisterSearch = {
  search: PersonSearch
  /** Only those who belong in this unit or below; everybody the caller reaches without it. */
  unitId: string | null
  tagId: string | null
}

type Context = Pick<OperationContext, 'db' | 'actor' | 'organisationId' | 'services'>

/**
 * How somebody stands, of several memberships the one that says most; `none` for those who have none. In this order
 * they are counted and shown.
 */
export const standingOrder = ['active', 'lapsed', 'applied', 'excluded', 'left'] as const satisfies Standing[]
export type ShownStanding = Standing | 'none'

/** The standing as a number, the one that says most first. */
export const standingRank = sql<number>`case membership.status ${sql.join(
  standings.map(
    (standing) => sql`when ${sql.lit(standing)} then ${sql.lit(standingOrder.indexOf(standing))}`,
  ),
  sql` `,
)} end`

/** Conditions on `person` that hold for those who are looked for; what the caller may not see is not searched. */
export function conditionsOf(
  context: Context,
  { search, unitId, tagId }: RegisterSearch,
): RawBuilder<unknown> {
  const { organisationId, services } = context
  const conditions = [sql`person.merged_into is null and person.erased_at is null`]
  for (const word of search.words) {
    conditions.push(sql`person.id in (
      select found.person_id from people.name_word found
      where found.organisation_id = ${organisationId}
        and found.word ~>=~ ${word} and found.word ~<~ ${afterBeginning(word)})`)
  }
  const contacts = [
    ['email', search.email],
    ['phone', search.phone],
  ] as const
  for (const [kind, beginning] of contacts) {
    if (beginning === null) continue
    conditions.push(sql`person.id in (
      select found.person_id from people.contact found
      where found.organisation_id = ${organisationId} and found.kind = ${kind} and found.valid_to is null
        and found.value ~>=~ ${beginning} and found.value ~<~ ${afterBeginning(beginning)})`)
    conditions.push(sees(context, 'contact'))
  }
  if (search.personalNumber !== null) {
    const hash = services.keyedHash(personalNumberMark(search.personalNumber))
    conditions.push(sql`person.personal_number_hash = ${hash}`, sees(context, 'personalNumber'))
  }
  if (tagId !== null) {
    conditions.push(
      sql`person.id in (
        select carried.person_id from people.person_tag carried
        join people.tag tag on tag.organisation_id = carried.organisation_id and tag.id = carried.tag_id
        where carried.organisation_id = ${organisationId} and carried.tag_id = ${tagId} and tag.archived_at is null)`,
      sees(context, 'tags'),
    )
  }
  if (unitId !== null) {
    conditions.push(sql`(
      person.home_unit_id in (select organisation.units_below(${organisationId}, ${unitId}))
      or person.id in (
        select membership.person_id from people.membership membership
        where membership.organisation_id = ${organisationId} and membership.valid_to is null
          and membership.replaced_at is null
          and membership.unit_id in (select organisation.units_below(${organisationId}, ${unitId}))))`)
  }
  return sql.join(conditions, sql` and `)
}

/** That the caller sees this part of the person's record: in the home unit, or where the person belongs. */
function sees({ actor, organisationId }: Context, part: RecordPart): RawBuilder<unknown> {
  const units = unitsSeeing(actor, part)
  if (units === 'organisation') return sql`true`
  return sql`(person.home_unit_id = any (${units}::uuid[]) or exists (
    select from people.membership membership
    where membership.organisation_id = ${organisationId} and membership.person_id = person.id
      and membership.unit_id = any (${units}::uuid[]) and membership.valid_to is null
      and membership.replaced_at is null and membership.status in ('applied', 'active', 'lapsed')))`
}

/** The memberships that hold and count: in the unit asked for and below, or wherever they are. */
export function countedMemberships(organisationId: string, unitId: string | null): RawBuilder<unknown> {
  const within =
    unitId === null
      ? sql``
      : sql`and membership.unit_id in (select organisation.units_below(${organisationId}, ${unitId}))`
  return sql`membership.organisation_id = ${organisationId} and membership.valid_to is null
    and membership.replaced_at is null ${within}`
}
