import { getAuthenticatorName } from '@better-auth/passkey'
import type { Accounts } from './accounts.ts'

export type OwnPasskey = {
  id: string
  /** What its owner calls it, else what kind it is, else empty. */
  name: string
  addedAt: Date | null
  /** Is it kept in more than one place (a password manager, a cloud)? */
  backedUp: boolean
}

/** A person's passkeys, the oldest first. */
export async function listOwnPasskeys({ database }: Accounts, userId: string): Promise<OwnPasskey[]> {
  const rows = await database
    .selectFrom('account.passkey')
    .select(['id', 'name', 'aaguid', 'createdAt', 'backedUp'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name?.trim() || getAuthenticatorName(row.aaguid ?? undefined) || '',
    addedAt: row.createdAt,
    backedUp: row.backedUp,
  }))
}

/** @returns whether there was one */
export async function nameOwnPasskey(
  { database }: Accounts,
  userId: string,
  passkeyId: string,
  name: string,
): Promise<boolean> {
  const result = await database
    .updateTable('account.passkey')
    .set({ name })
    .where('userId', '=', userId)
    .where('id', '=', passkeyId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** @returns whether there was one */
export async function removeOwnPasskey(
  { database }: Accounts,
  userId: string,
  passkeyId: string,
): Promise<boolean> {
  const result = await database
    .deleteFrom('account.passkey')
    .where('userId', '=', userId)
    .where('id', '=', passkeyId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
