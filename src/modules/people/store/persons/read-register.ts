import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { countedStandings, type StandingCounts } from './counted-standings.ts'
import {
  conditionsOf,
  holding,
  isTelling,
  standingOf,
  standingOrder,
  type RegisterSearch,
  type ShownStanding,
} from './search-register.ts'

/** Where a page of the register ends: the keys of its last person. */
export type RegisterPlace = { familyOrder: string; givenOrder: string; id: string }

export type RegisterRow = {
  id: string
  givenName: string
  familyName: string
  givenOrder: string
  familyOrder: string
  homeUnitId: string
  unit: string
  standing: ShownStanding
}

export type RegisterCounts = {
  counts: StandingCounts
  /** False when there are more who fit than are counted. */
  complete: boolean
}

type Context = Pick<OperationContext, 'db' | 'actor' | 'organisationId' | 'services'>

/** How many of those who fit a search are counted; whoever finds more narrows the search anyway. */
const countedAtMost = 1000

/** How many of those looked for stand how, whichever standing is asked for. */
export async function countRegister(context: Context, asked: RegisterSearch): Promise<RegisterCounts> {
  const { db, organisationId } = context
  const { words, email, phone, personalNumber } = asked.search
  if (words.length === 0 && !email && !phone && !personalNumber && !asked.tagId) {
    return { counts: await countedStandings(context, asked.units.ids), complete: true }
  }
  const counts = { active: 0, lapsed: 0, applied: 0, excluded: 0, left: 0, none: 0 }
  const { rows } = await sql<{ rank: number; persons: number }>`
    with found as materialized (
      select person.id from people.person person where ${conditionsOf(context, asked)} limit ${countedAtMost + 1}
    )
    select ${standingOf(organisationId, asked.units)} as rank, count(*)::int as persons
    from found person group by 1`.execute(db)
  for (const row of rows) counts[standingOrder[Number(row.rank)] ?? 'none'] = row.persons
  const all = rows.reduce((sum, row) => sum + row.persons, 0)
  return { counts, complete: all <= countedAtMost }
}

/**
 * From so many on who fit it is faster to look at persons in the register's order until a page is full; fewer are found
 * first and put in order then.
 */
const many = 3000

/**
 * A page of the register in its order: family name, given name.
 * @param expected about how many fit
 */
export async function readRegister(
  context: Context,
  asked: RegisterSearch & { standing: ShownStanding | null },
  page: { after: RegisterPlace | null; limit: number },
  expected: number,
): Promise<RegisterRow[]> {
  const { db, organisationId } = context
  const { after, limit } = page
  const later = after
    ? sql`and (person.family_order, person.given_order, person.id) > (${after.familyOrder}, ${after.givenOrder}, ${after.id}::uuid)`
    : sql``
  const rank = standingOf(organisationId, asked.units)
  // Which of the two a database chooses by itself is often the slow one: it cannot know who sees whom.
  const walking = expected >= many && !asked.search.words.some(isTelling)
  const found = walking ? sql`with found as not materialized` : sql`with found as materialized`
  const { rows } = await sql<Omit<RegisterRow, 'standing'> & { rank: number }>`
    ${found} (
      select person.id, person.given_name, person.family_name, person.given_order, person.family_order,
        person.home_unit_id, person.organisation_id
      from people.person person
      where ${conditionsOf(context, asked, walking)} ${later} ${standingCondition(context, asked, walking)}
    ), page as materialized (
      select * from found order by family_order, given_order, id limit ${limit}
    )
    select person.id, person.given_name as "givenName", person.family_name as "familyName",
      person.given_order as "givenOrder", person.family_order as "familyOrder", person.home_unit_id as "homeUnitId",
      unit.name as unit, ${rank} as rank
    from page person
    join organisation.unit unit on unit.organisation_id = person.organisation_id and unit.id = person.home_unit_id
    order by person.family_order, person.given_order, person.id`.execute(db)
  return rows.map(({ rank: place, ...row }) => ({ ...row, standing: standingOrder[Number(place)] ?? 'none' }))
}

/** That a membership stands so, which an index finds, and that no other says more. */
function standingCondition(
  { organisationId }: Context,
  { standing, units }: RegisterSearch & { standing: ShownStanding | null },
  walking: boolean,
) {
  if (standing === null) return sql``
  const rank = standingOf(organisationId, units)
  if (standing === 'none' && !walking) {
    return sql`and not exists (
      select from people.membership membership
      where membership.organisation_id = ${organisationId} and membership.person_id = person.id and ${holding(units)})`
  }
  if (standing === 'none') return sql`and ${rank} = ${sql.lit(standingOrder.length)}`
  const so = sql`and ${rank} = ${sql.lit(standingOrder.indexOf(standing))}`
  if (walking) return so
  return sql`and person.id in (
      select so.person_id from people.membership so
      where so.organisation_id = ${organisationId} and so.unit_id = any (${units.ids}::uuid[])
        and so.status = ${standing} and so.valid_to is null and so.replaced_at is null)
    ${so}`
}
