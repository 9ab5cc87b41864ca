import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

const days = 180

/**
 * Removes invitations that nobody answered half a year ago: a name and an address of somebody who never came is
 * not ours to keep (GDPR art. 5.1 e). Answered ones go too: the grant they gave tells the rest.
 */
export async function forgetInvitations(database: Kysely<Tables>, now: Date): Promise<void> {
  await database
    .deleteFrom('organisation.invitation')
    .where('expires_at', '<', new Date(now.getTime() - days * 86_400_000))
    .execute()
}
