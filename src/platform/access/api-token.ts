import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Background } from '../auth/background.ts'
import type { Tables } from '../database/tables.ts'

/** The longest time a key can be valid, in days. */
export const longestTokenDays = 366

/** What may be asked of a key: `budget:read`. */
export const tokenScopePattern = /^[a-z][a-z-]*:(read|write|export)$/

/** A new key: recognisable wherever it turns up by mistake, 32 random bytes. */
export function newToken(): string {
  return `kansli_${randomBytes(32).toString('base64url')}`
}

/** What is shown of a key afterwards, so that a person can tell keys apart. */
export function tokenHint(token: string): string {
  return `${token.slice(0, 11)}…`
}

/** What is hashed of a key: so that no other secret's hash can stand in for it. */
export function tokenSecret(token: string): string {
  return `token|${token}`
}

/** A key that is valid now, and whose it is. */
export type ValidToken = {
  organisationId: string
  userId: string
  name: string
  scopes: string[]
  secondFactor: boolean
}

/** How long a key is used before it is written down again that it is, in milliseconds. */
const noted = 60_000

/**
 * Finds a key by its hash. That it was used is written down after the answer, at most once a minute.
 * @returns null for one that does not exist, has been revoked or has expired
 */
export async function findToken(
  database: Kysely<Tables>,
  background: Background,
  hash: string,
  now: Date,
): Promise<ValidToken | null> {
  const row = await database
    .selectFrom('access.api_token as token')
    .innerJoin('account.user as person', 'person.id', 'token.user_id')
    .select([
      'token.organisation_id',
      'token.id',
      'token.user_id',
      'token.scopes',
      'token.second_factor',
      'token.last_used_at',
      'person.name',
    ])
    .where('token.token_hash', '=', hash)
    .where('token.revoked_at', 'is', null)
    .where('token.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() >= noted) {
    background.run('note-token', () =>
      database
        .updateTable('access.api_token')
        .set({ last_used_at: now })
        .where('organisation_id', '=', row.organisation_id)
        .where('id', '=', row.id)
        .execute(),
    )
  }
  return {
    organisationId: row.organisation_id,
    userId: row.user_id,
    name: row.name,
    scopes: row.scopes,
    secondFactor: row.second_factor,
  }
}
