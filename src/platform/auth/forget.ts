import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { lifetimes } from './sign-in.ts'

/**
 * Removes what the sign-in no longer needs: counted attempts, used codes, links that have expired, and sessions
 * that have ended by themselves. For the nightly task; nothing that still works is touched.
 */
export async function forgetSignInTraces(database: Kysely<Tables>, now: Date): Promise<void> {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  const day = 86_400
  await database.deleteFrom('account.attempt').where('window_started_at', '<', before(day)).execute()
  await database.deleteFrom('account.used_code').where('used_at', '<', before(day)).execute()
  await database.deleteFrom('account.verification').where('expiresAt', '<', before(day)).execute()
  await database
    .deleteFrom('account.session')
    .where((session) =>
      session.or([session('expiresAt', '<', now), session('updatedAt', '<', before(lifetimes.idleSession))]),
    )
    .execute()
}
