import { randomBytes } from 'node:crypto'
import { isId } from '#platform/identifiers.ts'

/**
 * The secret in a link about one person: whose organisation it is, and 32 random bytes. The organisation stands in it
 * because the link is opened by somebody who is not signed in, or in another organisation.
 */
export function newLinkToken(organisationId: string): string {
  return `${organisationId}.${randomBytes(32).toString('base64url')}`
}

/** The organisation that a link's secret names; null for what is no secret of ours. */
export function organisationOfLink(token: string): string | null {
  const [organisationId, secret, more] = token.split('.')
  return organisationId && isId(organisationId) && secret && more === undefined ? organisationId : null
}

/** For how long a link that ties an account to a record works, in days. */
export const accountLinkDays = 14
