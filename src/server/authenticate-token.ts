import type { Actor } from '#platform/access/actor.ts'
import { findToken, tokenSecret } from '#platform/access/api-token.ts'
import { Problem } from '#platform/operations/problem.ts'
import { belongingsOf } from '#modules/organisation/index.ts'
import type { Application } from '../application.ts'

/** Who a key stands for, and in which organisation it was made. */
export type TokenCaller = { actor: Extract<Actor, { kind: 'person' }>; organisationId: string }

/**
 * Who calls by a key (`Authorization: Bearer kansli_…`): the person who made it, with the roles they hold today,
 * limited to the key's scopes.
 * @returns null when the request carries no key
 * @throws {Problem} signInRequired when the key does not exist, has been revoked or has expired
 */
export async function authenticateToken(
  application: Application,
  request: Request,
): Promise<TokenCaller | null> {
  const authorization = request.headers.get('authorization')
  // Other kinds (a proxy's own password, say) are not ours to judge.
  if (!authorization || !/^Bearer /i.test(authorization)) return null
  const { accounts, database, host, services } = application
  const token = /^Bearer (kansli_[\w-]{20,100})$/i.exec(authorization.trim())?.[1]
  const hash = token ? services.keyedHash(tokenSecret(token)) : null
  const found = hash && (await findToken(database.owner, accounts.background, hash, host.now()))
  if (!found) throw new Problem('signInRequired')
  const belongings = await belongingsOf(database.owner, found.userId, host.now())
  const grants = belongings.find((each) => each.organisationId === found.organisationId)?.grants ?? []
  return {
    actor: {
      kind: 'person',
      userId: found.userId,
      name: found.name,
      grants,
      via: 'token',
      tokenScopes: found.scopes,
      secondFactor: found.secondFactor,
    },
    organisationId: found.organisationId,
  }
}
