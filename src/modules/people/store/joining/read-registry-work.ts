import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { startOfDay } from '#platform/dates.ts'
import type { RegistryWork } from '../../rules/joining/registry-steps.ts'
import type { RecruitmentQuestion } from './read-recruitment.ts'

/** For so many days what is put right in a new member's record is the price of how they came in. */
const firstDays = 14

/**
 * What those who keep the register did by hand for the members who joined within a time: decisions as the applications tell them
 * (approved in one stroke are those decided at the same moment by the same person), members written in, and what was put right.
 */
export async function readRegistryWork(
  { db, organisationId }: Pick<OperationContext, 'db' | 'organisationId'>,
  { unitIds, pageId, from, to }: RecruitmentQuestion,
): Promise<RegistryWork> {
  const [first, last] = [startOfDay(from), startOfDay(to, 1)]
  const byPage = pageId === null ? sql`` : sql`and application.page_id = ${pageId}`
  const there = (unit: string) =>
    unitIds === null ? sql`` : sql`and ${sql.raw(unit)} = any (${unitIds}::uuid[])`
  const { rows } = await sql<{ personId: string | null; together: number }>`
    select decided.person_id as "personId", decided.together from (
      select application.person_id, application.unit_id, application.decided_at,
        count(*) over (partition by application.decided_at, application.decided_by_name)::integer as together
      from people.application application
      where application.organisation_id = ${organisationId} and application.state = 'approved'
        and application.decided_at >= ${first} and application.decided_at < ${last} ${byPage}
    ) decided where true ${there('decided.unit_id')}`.execute(db)
  const { rows: byHand } = await sql<{ count: number }>`
    select count(*)::integer as count from people.person person
    where person.organisation_id = ${organisationId} and person.source = 'by hand' and person.merged_into is null
      and person.erased_at is null and person.created_at >= ${first} and person.created_at < ${last}
      and exists (
        select from people.membership membership
        where membership.organisation_id = ${organisationId} and membership.person_id = person.id
          and membership.kind = 'home' and membership.replaced_at is null)
      ${there('person.home_unit_id')}`.execute(db)
  const { rows: corrected } = await sql<{ count: number }>`
    select count(*)::integer as count
    from people.application application
    join people.event event on event.organisation_id = application.organisation_id
      and event.person_id = application.person_id and event.at > application.decided_at
      and event.at <= application.decided_at + make_interval(days => ${firstDays})
    where application.organisation_id = ${organisationId} and application.state = 'approved'
      and application.decided_at >= ${first} and application.decided_at < ${last} ${byPage}
      and event.kind in ('changed', 'contactAdded', 'contactEnded', 'membershipChanged', 'moved', 'merged')
      and event.by_user_id is not null
      -- What members put right themselves costs the register nothing.
      and not exists (
        select from people.account_link link
        where link.organisation_id = event.organisation_id and link.person_id = event.person_id
          and link.user_id = event.by_user_id)
      ${there('application.unit_id')}`.execute(db)
  return {
    approvedTogether: rows.map(({ together }) => together),
    // Nobody who was written in came by a page.
    byHand: pageId === null ? (byHand[0]?.count ?? 0) : 0,
    corrections: corrected[0]?.count ?? 0,
  }
}
