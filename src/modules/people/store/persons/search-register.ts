import { sql, type RawBuilder } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { standings, type Standing } from '../../rules/membership.ts'
import { unitsSeeing } from '../../rules/persons/seen-by.ts'
import { afterBeginning, type PersonSearch } from '../../rules/persons/read-search.ts'
import type { RecordPart } from '../../rules/visible-parts.ts'
import { personalNumberMark } from '../person-rows.ts'
import type { UnitsLookedIn } from './units-looked-in.ts'

/** Who is looked for in the register. */
export type RegisterSearch = { search: PersonSearch; tagId: string | null; units: UnitsLookedIn }

type Context = Pick<OperationContext, 'db' | 'actor' | 'organisationId' | 'services'>

/**
 * How somebody stands, of several memberships the one that says most; `none` for those who have none. In this order
 * they are counted and shown.
 */
export const standingOrder = ['active', 'lapsed', 'applied', 'excluded', 'left'] as const satisfies Standing[]
export type ShownStanding = Standing | 'none'

/** How somebody stands, as a number: the one that says most first, 5 for none. A query of its own for one `person`. */
export function standingOf(organisationId: string, units: UnitsLookedIn): RawBuilder<unknown> {
  const rank = sql`case membership.status ${sql.join(
    standings.map(
      (standing) => sql`when ${sql.lit(standing)} then ${sql.lit(standingOrder.indexOf(standing))}`,
    ),
    sql` `,
  )} end`
  return sql`coalesce((
    select min(${rank}) from people.membership membership
    where membership.organisation_id = ${organisationId} and membership.person_id = person.id
      and ${holding(units)}), ${sql.lit(standingOrder.length)})`
}

/** Memberships that hold, in the units looked in. */
export function holding(units: UnitsLookedIn): RawBuilder<unknown> {
  const within = units.kind === 'all' ? sql`true` : sql`membership.unit_id = any (${units.ids}::uuid[])`
  return sql`membership.valid_to is null and membership.replaced_at is null and ${within}`
}

/**
 * Conditions on `person` that hold for those who are looked for; what the caller may not see is not searched.
 * @param walking are persons looked at one by one, in the register's order, until a page is full?
 */
export function conditionsOf(
  context: Context,
  { search, tagId, units }: RegisterSearch,
  walking = false,
): RawBuilder<unknown> {
  const { organisationId, services } = context
  const conditions = [
    sql`person.organisation_id = ${organisationId} and person.merged_into is null and person.erased_at is null`,
  ]
  if (units.kind === 'some' && walking) {
    conditions.push(sql`(person.home_unit_id = any (${units.ids}::uuid[])
      or ${standingOf(organisationId, units)} < ${sql.lit(standingOrder.length)})`)
  } else if (units.kind === 'some') {
    conditions.push(sql`person.id in (
      select id from people.person where organisation_id = ${organisationId} and home_unit_id = any (${units.ids}::uuid[])
      union
      select membership.person_id from people.membership membership
      where membership.organisation_id = ${organisationId} and ${holding(units)})`)
  }
  if (search.words.length > 0) conditions.push(named(organisationId, search.words, units))
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
  return sql.join(conditions, sql` and `)
}

/**
 * That words of the name begin so, each. Among everybody by the index of words; among a few it is faster to look at each name than to ask of everybody so called whether the caller
 * reaches them.
 */
function named(organisationId: string, words: readonly string[], units: UnitsLookedIn): RawBuilder<unknown> {
  const byIndex = units.kind === 'all' ? words.filter(isTelling) : []
  const looked = words
    .filter((word) => !byIndex.includes(word))
    // A word has letters and digits alone: nothing in it means more to `like`.
    .map(
      (word) =>
        sql`replace(' ' || person.given_key || ' ' || person.family_key, '-', ' ') like ${`% ${word}%`}`,
    )
  const found = byIndex.map(
    (word) => sql`
      select found.person_id from people.name_word found
      where found.organisation_id = ${organisationId}
        and found.word ~>=~ ${word} and found.word ~<~ ${afterBeginning(word)}`,
  )
  const indexed = found.length > 0 ? [sql`person.id in (${sql.join(found, sql` intersect `)})`] : []
  return sql.join([...indexed, ...looked], sql` and `)
}

/** Does a word leave out most people? One letter does not: then it is faster to look at each name in turn. */
export function isTelling(word: string): boolean {
  return word.length > 1
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
