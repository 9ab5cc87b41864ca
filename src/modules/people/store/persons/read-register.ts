import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import {
  conditionsOf,
  countedMemberships,
  standingOrder,
  standingRank,
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

type Context = Pick<OperationContext, 'db' | 'actor' | 'organisationId' | 'services'>

const none = standingOrder.length

/** How many of those looked for stand so; without looking at the standing asked for. */
export async function countRegister(
  context: Context,
  asked: RegisterSearch,
): Promise<Record<ShownStanding, number>> {
  const { db, organisationId } = context
  const { rows } = await sql<{ rank: number; persons: number }>`
    with standing as (
      select membership.person_id, min(${standingRank}) as rank
      from people.membership membership
      where ${countedMemberships(organisationId, asked.unitId)}
      group by membership.person_id
    )
    select coalesce(standing.rank, ${none}) as rank, count(*)::int as persons
    from people.person person left join standing on standing.person_id = person.id
    where person.organisation_id = ${organisationId} and ${conditionsOf(context, asked)}
    group by 1`.execute(db)
  const counted = new Map(rows.map((row) => [Number(row.rank), row.persons]))
  const counts = standingOrder.map((standing, rank) => [standing, counted.get(rank) ?? 0])
  return Object.fromEntries([...counts, ['none', counted.get(none) ?? 0]]) as Record<ShownStanding, number>
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
  const rankOf = sql`coalesce((
    select min(${standingRank}) from people.membership membership
    where membership.person_id = person.id and ${countedMemberships(organisationId, asked.unitId)}), ${none})`
  const standing =
    asked.standing === null
      ? sql``
      : sql`and ${rankOf} = ${asked.standing === 'none' ? none : standingOrder.indexOf(asked.standing)}`
  const { rows } = await sql<Omit<RegisterRow, 'standing'> & { rank: number }>`
    select person.id, person.given_name as "givenName", person.family_name as "familyName",
      person.given_key as "givenKey", person.family_key as "familyKey", person.home_unit_id as "homeUnitId",
      unit.name as unit, ${rankOf} as rank
    from people.person person
    join organisation.unit unit on unit.organisation_id = person.organisation_id and unit.id = person.home_unit_id
    where person.organisation_id = ${organisationId} and ${conditionsOf(context, asked)} ${later} ${standing}
    order by person.family_key, person.given_key, person.id
    limit ${limit}`.execute(db)
  return rows.map(({ rank, ...row }) => ({ ...row, standing: standingOrder[Number(rank)] ?? 'none' }))
}
