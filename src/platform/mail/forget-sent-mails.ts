import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** How long it can be seen that a mail was sent: long enough to answer "I never got it". */
const days = 90

/** Removes mails that were sent, or are only for looking at, and are old. */
export async function forgetSentMails(database: Kysely<Tables>, now: Date): Promise<void> {
  await database
    .deleteFrom('mail.message')
    .where('state', 'in', ['sent', 'kept'])
    .where('created_at', '<', new Date(now.getTime() - days * 86_400_000))
    .execute()
}
