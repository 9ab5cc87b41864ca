import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { found } from '#platform/operations/problem.ts'
import { linkSecret } from '../../rules/privacy/secret-link.ts'

export type AccountInvitation = {
  email: string
  givenName: string
  familyName: string
  organisationName: string
  isDemo: boolean
}

/**
 * What a link to the own page offers.
 * @throws {Problem} notFound when it has been answered, has expired, or never was
 */
export async function readAccountInvitation(
  { db, now, services }: OperationContext,
  token: string,
): Promise<AccountInvitation & { hash: string }> {
  const hash = services.keyedHash(linkSecret('account', token))
  const { rows } = await sql<AccountInvitation>`
    select email, given_name as "givenName", family_name as "familyName", organisation_name as "organisationName",
      is_demo as "isDemo"
    from people.open_account_invitation(${hash}, ${now})`.execute(db)
  return { ...found(rows[0]), hash }
}
