import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { startOfDay } from '#platform/dates.ts'

/** What of those who joined is asked for. */
export type RecruitmentQuestion = {
  /** Of these units and no other; all that the caller sees without them. */
  unitIds: readonly string[] | null
  pageId: string | null
  from: string
  to: string
}

/** Somebody who joined within the time, and what it is counted by. */
export type Joining = {
  day: string
  appliedAt: Date
  decidedAt: Date
  contactedAt: Date | null
  unitId: string
  source: string
  pageTitle: string
  referrer: string | null
}

/** Everybody who was approved within the time, one row each, without saying who they are. */
export async function readJoinings(
  db: Transaction<Tables>,
  { unitIds, pageId, from, to }: RecruitmentQuestion,
): Promise<Joining[]> {
  const rows = await db
    .selectFrom('people.application as application')
    .innerJoin('people.join_page as page', (join) =>
      join
        .onRef('page.organisation_id', '=', 'application.organisation_id')
        .onRef('page.id', '=', 'application.page_id'),
    )
    .leftJoin('people.welcome_task as task', (join) =>
      join
        .onRef('task.organisation_id', '=', 'application.organisation_id')
        .onRef('task.application_id', '=', 'application.id'),
    )
    .leftJoin('people.referral_link as link', (join) =>
      join
        .onRef('link.organisation_id', '=', 'application.organisation_id')
        .onRef('link.id', '=', 'application.referral_link_id')
        .on('application.credited', '=', true),
    )
    .leftJoin('people.person as referrer', (join) =>
      join
        .onRef('referrer.organisation_id', '=', 'link.organisation_id')
        .onRef('referrer.id', '=', 'link.person_id')
        .on('referrer.merged_into', 'is', null)
        .on('referrer.erased_at', 'is', null),
    )
    .select([
      'application.applied_at as appliedAt',
      'application.decided_at as decidedAt',
      'task.contacted_at as contactedAt',
      'application.unit_id as unitId',
      'application.source',
      'page.title as pageTitle',
      sql<string>`(application.decided_at at time zone 'Europe/Stockholm')::date::text`.as('day'),
      sql<
        string | null
      >`nullif(concat_ws(' ', referrer.given_name, nullif(referrer.family_name, '')), '')`.as('referrer'),
    ])
    .where('application.state', '=', 'approved')
    .where('application.decided_at', '>=', startOfDay(from))
    .where('application.decided_at', '<', startOfDay(to, 1))
    .$if(unitIds !== null, (query) =>
      query.where((row) =>
        row.or([
          row('application.unit_id', 'in', [...unitIds!]),
          row('application.extra_unit_id', 'in', [...unitIds!]),
        ]),
      ),
    )
    .$if(pageId !== null, (query) => query.where('application.page_id', '=', pageId!))
    .orderBy('application.decided_at')
    .execute()
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt! }))
}

/** How many belong as active home members in these units on a day. */
export async function membersOn(
  db: Transaction<Tables>,
  unitIds: readonly string[] | null,
  day: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('people.membership')
    .select((row) => row.fn.count<bigint>('person_id').distinct().as('count'))
    .where('kind', '=', 'home')
    .where('status', '=', 'active')
    .where('valid_from', '<=', day)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>=', day)]))
    .where('replaced_at', 'is', null)
    .$if(unitIds !== null, (query) => query.where('unit_id', 'in', [...unitIds!]))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The welcomes that were made within the time, by unit, as they are judged. */
export async function readWelcomes(db: Transaction<Tables>, { unitIds, from, to }: RecruitmentQuestion) {
  const rows = await db
    .selectFrom('people.welcome_task')
    .select([
      'unit_id as unitId',
      'state',
      'due_on as dueOn',
      sql<string>`(created_at at time zone 'Europe/Stockholm')::date::text`.as('madeOn'),
      sql<string | null>`(contacted_at at time zone 'Europe/Stockholm')::date::text`.as('contactedOn'),
    ])
    .where('created_at', '>=', startOfDay(from))
    .where('created_at', '<', startOfDay(to, 1))
    .$if(unitIds !== null, (query) => query.where('unit_id', 'in', [...unitIds!]))
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, closed: state === 'closed' }))
}
