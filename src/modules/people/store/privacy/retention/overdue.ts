import { sql, type RawBuilder } from 'kysely'
import type { RetentionKey } from '../../../rules/privacy/retention-subjects.ts'

/** One row that a rule would let go of. */
export type OverdueRow = { id: string; person_id: string | null; since: string }

/** How each subject finds its rows: the table they stand in, and those from before a day. */
export const overdue: Record<
  RetentionKey,
  { table: string; rows: (before: string) => RawBuilder<OverdueRow> }
> = {
  leftMembers: {
    table: 'people.person',
    rows: (before) => sql`
      select person.id, person.id as person_id, ended.since
      from people.person person
      cross join lateral (
        select max(coalesce(membership.valid_to, membership.valid_from)) as since,
          bool_or(membership.valid_to is null and membership.status in ('applied', 'active', 'lapsed')) as belongs
        from people.membership membership
        where membership.organisation_id = person.organisation_id and membership.person_id = person.id
          and membership.replaced_at is null
      ) ended
      where person.merged_into is null and person.erased_at is null
        and person.lawful_basis in ('membership', 'application')
        and not ended.belongs and ended.since < ${before}`,
  },
  applications: {
    table: 'people.application',
    rows: (before) => sql`
      select application.id, application.person_id, application.applied_at::date as since
      from people.application application
      where application.state in ('unconfirmed', 'refused', 'withdrawn') and application.applied_at < ${before}::date`,
  },
  timeline: {
    table: 'people.event',
    rows: (before) => sql`
      select event.id, event.person_id, event.at::date as since from people.event event
      where event.at < ${before}::date`,
  },
  notes: {
    table: 'people.note',
    rows: (before) => sql`
      select note.id, note.person_id, note.written_at::date as since from people.note note
      where note.written_at < ${before}::date`,
  },
  contacts: {
    table: 'people.contact',
    rows: (before) => sql`
      select contact.id, contact.person_id, contact.valid_to as since from people.contact contact
      where contact.valid_to < ${before}`,
  },
  accountInvitations: {
    table: 'people.account_invitation',
    rows: (before) => sql`
      select invitation.id, invitation.person_id, invitation.made_at::date as since
      from people.account_invitation invitation where invitation.made_at < ${before}::date`,
  },
}
