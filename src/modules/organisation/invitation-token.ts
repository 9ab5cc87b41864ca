import { randomBytes } from 'node:crypto'
import { isId } from '#platform/identifiers.ts'

/** For how long an invitation can be answered, in days. */
export const invitationDays = 14

/**
 * The secret in an invitation's link: whose invitation it is, and 32 random bytes. The organisation stands in it
 * because the link is opened by somebody who belongs to none yet.
 */
export function newInvitationToken(organisationId: string): string {
  return `${organisationId}.${randomBytes(32).toString('base64url')}`
}

/** The organisation whose invitation this is; null for what is no token. Whether it is real is asked elsewhere. */
export function organisationOfToken(token: string): string | null {
  const [organisationId, secret, more] = token.split('.')
  return organisationId && isId(organisationId) && secret && more === undefined ? organisationId : null
}

/** What is hashed of a token: so that no other secret's hash can stand in for it. */
export function invitationSecret(token: string): string {
  return `invitation|${token}`
}
