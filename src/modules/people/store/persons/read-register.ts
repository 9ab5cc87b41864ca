import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import {
  conditionsOf,
  isTelling,
  standingOf,
  standingOrder,
  type RegisterSearch,
  type ShownStanding,
} from './search-register.ts'

/** Where a page of the register ends: the keys of its last person. */
export type RegisterPlace = { familyKey: string; givenKey: string; id: string }

export type RegisterRow = {
  id: string
  givenName: string
  familyName: string
  givenKey: string
  familyKey: string
  homeUnitId: string
  unit: string
  standing: ShownStanding
}

export type RegisterCounts = {
  counts: Record<ShownStanding, number>
  /** False when there are more who fit than are counted. */
  complete: boolean
}

type Context = Pick<OperationContext, 'db' | 'actor' | 'organisationId' | 'services'>

/** How many of those who fit a search are counted; whoever finds more narrows the search anyway. */
const countedAtMost = 1000

/** How many of those looked for stand how, whichever standing is asked for. */
export async function countRegister(context: Context, asked: RegisterSearch): Promise<RegisterCounts> {
  const { db, organisationId } = context
  const counts = { active: 0, lapsed: 0, applied: 0, excluded: 0, left: 0, none: 0 }
  const { words, email, phone, personalNumber } = asked.search
  if (words.length === 0 && !email && !phone && !personalNumber && !asked.tagId) {
    const { rows } = await sql<{ standing: ShownStanding | null; persons: number }>`
      select standing, persons from people.standing_counts(${asked.units.ids}::uuid[])`.execute(db)
    for (const row of rows) counts[row.standing ?? 'none'] = row.persons
    return { counts, complete: true }
  }
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

/** A page of the register in its order: family name, given name. */
export async function readRegister(
  context: Context,
  asked: RegisterSearch & { standing: ShownStanding | null },
  page: { after: RegisterPlace | null; limit: number },
): Promise<RegisterRow[]> {
  const { db, organisationId } = context
  const { after, limit } = page
  const later = after
    ? sql`and (person.family_key, person.given_key, person.id) > (${after.familyKey}, ${after.givenKey}, ${after.id}::uuid)`
    : sql``
  const rank = standingOf(organisationId, asked.units)
  // Found first and put in order then: walking through the register in its order until enough are found by their name
  // is what a database chooses, and slow. Without words the order is all there is to go by.
  const found = asked.search.words.some(isTelling)
    ? sql`with found as materialized`
    : sql`with found as not materialized`
  const { rows } = await sql<Omit<RegisterRow, 'standing'> & { rank: number }>`
    ${found} (
      select person.id, person.given_name, person.family_name, person.given_key, person.family_key,
        person.home_unit_id, person.organisation_id
      from people.person person
      where ${conditionsOf(context, asked)} ${later} ${standingCondition(context, asked)}
    ), page as materialized (
      select * from found order by family_key, given_key, id limit ${limit}
    )
    select person.id, person.given_name as "givenName", person.family_name as "familyName",
      person.given_key as "givenKey", person.family_key as "familyKey", person.home_unit_id as "homeUnitId",
      unit.name as unit, ${rank} as rank
    from page person
    join organisation.unit unit on unit.organisation_id = person.organisation_id and unit.id = person.home_unit_id
    order by person.family_key, person.given_key, person.id`.execute(db)
  return rows.map(({ rank: place, ...row }) => ({ ...row, standing: standingOrder[Number(place)] ?? 'none' }))
}

/** That a membership stands so, which an index finds, and that no other says more. */
function standingCondition(
  { organisationId }: Context,
  { standing, units }: RegisterSearch & { standing: ShownStanding | null },
) {
  if (standing === null) return sql``
  const rank = standingOf(organisationId, units)
  if (standing === 'none') return sql`and ${rank} = ${sql.lit(standingOrder.length)}`
  return sql`and person.id in (
      select so.person_id from people.membership so
      where so.organisation_id = ${organisationId} and so.unit_id = any (${units.ids}::uuid[])
        and so.status = ${standing} and so.valid_to is null and so.replaced_at is null)
    and ${rank} = ${sql.lit(standingOrder.indexOf(standing))}`
}
