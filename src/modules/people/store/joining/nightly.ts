import { sql, type Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { dayLength } from '../../rules/days.ts'

/** For how many days a refused or withdrawn application is kept: long enough to be asked about. */
const keptDays = 180

/**
 * Forgets applications that nobody confirmed in time, and those that came to nothing half a year ago: what a stranger wrote about
 * themselves is not ours to keep (GDPR art. 5.1 e). For all organisations.
 * @returns how many
 */
export async function forgetApplications(database: Kysely<Tables>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * dayLength)
  const { numDeletedRows } = await database
    .deleteFrom('people.application')
    .where((row) =>
      row.or([
        row.and([row('state', '=', 'unconfirmed'), row('expires_at', '<', now)]),
        row.and([row('state', 'in', ['refused', 'withdrawn']), row('decided_at', '<', before)]),
      ]),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/**
 * Marks welcomes whose last day has been: from now on they are the matter of those above as well, which the member's timeline
 * tells. Once each. For all organisations.
 * @returns how many
 */
export async function raiseOverdueWelcomes(database: Kysely<Tables>, now: Date): Promise<number> {
  return database.transaction().execute(async (db) => {
    const raised = await db
      .updateTable('people.welcome_task')
      .set({ raised_at: now })
      .where('state', 'in', ['open', 'tried'])
      .where('due_on', '<', today(now))
      .where('raised_at', 'is', null)
      .returning(['organisation_id', 'person_id', 'home_unit_id', 'protected', 'due_on'])
      .execute()
    for (let at = 0; at < raised.length; at += 500) {
      await db
        .insertInto('people.event')
        .values(
          raised.slice(at, at + 500).map(({ due_on: dueOn, ...shield }) => ({
            ...shield,
            id: newId(),
            at: now,
            kind: 'welcomeOverdue',
            detail: sql`${JSON.stringify({ dueOn })}::jsonb`,
            by_name: 'Kansli',
          })),
        )
        .execute()
    }
    return raised.length
  })
}
