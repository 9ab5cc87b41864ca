import { sql, type Transaction } from 'kysely'
import { roles, type Role } from '#platform/access/roles.ts'
import type { Tables } from '#platform/database/tables.ts'
import { found } from '#platform/operations/problem.ts'

/** What an invitation offers, and where. */
export type OpenInvitation = {
  organisationName: string
  isDemo: boolean
  name: string
  email: string
  role: Role
  unitName: string
  expiresAt: Date
}

/**
 * The invitation whose link has this hash.
 * @throws {Problem} notFound when it has been answered, withdrawn or has expired, or never was
 */
export async function readInvitation(
  db: Transaction<Tables>,
  hash: string,
  now: Date,
): Promise<OpenInvitation> {
  const { rows } = await sql<Omit<OpenInvitation, 'role'> & { role: string }>`
    select email, name, role, expires_at as "expiresAt", unit_name as "unitName",
      organisation_name as "organisationName", is_demo as "isDemo"
    from organisation.open_invitation(${hash}, ${now})`.execute(db)
  const row = found(rows[0])
  return { ...row, role: found(roles.find((role) => role === row.role)) }
}
