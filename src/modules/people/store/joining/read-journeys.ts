import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import type { Journey } from '../../rules/joining/journey.ts'

const day = (moment: string) => sql.raw(`(${moment} at time zone 'Europe/Stockholm')::date`)

/**
 * The ways of those who joined within a time, one for each person: whoever moves to another unit goes on, and does not begin
 * anew. A member joined when an application was approved, else with their first home membership. `post` is a public mandate,
 * a seat in a board, or an office in any body.
 * @param unitIds where they joined; null for all that the caller sees
 */
export async function readJourneys(
  { db, organisationId }: Pick<OperationContext, 'db' | 'organisationId'>,
  { unitIds, from, to }: { unitIds: readonly string[] | null; from: string; to: string },
): Promise<Journey[]> {
  const where = unitIds === null ? sql`` : sql`and joined.unit_id = any (${unitIds}::uuid[])`
  const { rows } = await sql<{
    unitId: string
    joinedOn: string
    applied: string | null
    approved: string
    contacted: string | null
    interviewed: string | null
    group: string | null
    post: string | null
  }>`
    with home as (
      select distinct on (membership.person_id) membership.person_id, membership.unit_id, membership.valid_from
      from people.membership membership
      where membership.organisation_id = ${organisationId} and membership.kind = 'home'
        and membership.status = 'active' and membership.replaced_at is null
      order by membership.person_id, membership.valid_from
    ), application as (
      select distinct on (application.person_id) application.person_id, application.unit_id,
        ${day('application.applied_at')} as applied_on, ${day('application.decided_at')} as decided_on
      from people.application application
      where application.organisation_id = ${organisationId} and application.state = 'approved'
        and application.person_id is not null
      order by application.person_id, application.decided_at
    ), joined as (
      select home.person_id, coalesce(application.unit_id, home.unit_id) as unit_id, application.applied_on,
        coalesce(application.decided_on, home.valid_from) as joined_on
      from home
      join people.person person on person.organisation_id = ${organisationId} and person.id = home.person_id
        and person.merged_into is null and person.erased_at is null
      -- Somebody who was a member already did not join by applying to one more association.
      left join application on application.person_id = home.person_id and application.decided_on <= home.valid_from
    ), term as (
      select term.person_id, term.valid_from,
        seat.role_kind not in ('ordinary', 'substitute') or body.kind = 'board' as is_post
      from people.role_term term
      join organisation.seat seat on seat.organisation_id = term.organisation_id and seat.id = term.seat_id
      join organisation.body body on body.organisation_id = term.organisation_id and body.id = term.body_id
      where term.organisation_id = ${organisationId} and term.replaced_at is null
    )
    select joined.unit_id as "unitId", joined.joined_on as "joinedOn", joined.applied_on as applied,
      joined.joined_on as approved,
      (select min(${day('task.contacted_at')}) from people.welcome_task task
        where task.organisation_id = ${organisationId} and task.person_id = joined.person_id
          and ${day('task.contacted_at')} >= joined.joined_on) as contacted,
      (select min(${day('engagement.recorded_at')}) from people.engagement engagement
        where engagement.organisation_id = ${organisationId} and engagement.person_id = joined.person_id
          and ${day('engagement.recorded_at')} >= joined.joined_on) as interviewed,
      (select min(first.valid_from) from (
          select member.person_id, member.valid_from from people.body_member member
            where member.organisation_id = ${organisationId} and member.replaced_at is null
              and member.person_id = joined.person_id
          union all select term.person_id, term.valid_from from term where term.person_id = joined.person_id
        ) first where first.valid_from >= joined.joined_on) as "group",
      (select min(first.valid_from) from (
          select mandate.person_id, mandate.valid_from from people.public_mandate mandate
            where mandate.organisation_id = ${organisationId} and mandate.replaced_at is null
              and mandate.person_id = joined.person_id
          union all select term.person_id, term.valid_from from term where term.is_post and term.person_id = joined.person_id
        ) first where first.valid_from >= joined.joined_on) as post
    from joined
    where joined.joined_on between ${from}::date and ${to}::date ${where}`.execute(db)
  return rows.map(({ unitId, joinedOn, ...days }) => ({ unitId, joinedOn, days }))
}
