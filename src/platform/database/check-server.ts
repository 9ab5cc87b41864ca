import type { Pool } from 'pg'
import { OperatorProblem } from '../operator-problem.ts'

const oldest = 15

/**
 * Tries a PostgreSQL server before anything is done with it.
 * @param setting the environment variable the address stands in
 * @throws {OperatorProblem} saying what is wrong and what to do about it
 */
export async function checkServer(pool: Pool, url: string, setting = 'DATABASE_URL'): Promise<void> {
  const address = new URL(url)
  const user = decodeURIComponent(address.username) || 'the current user'
  const database = decodeURIComponent(address.pathname.slice(1)) || user
  const rights = await ask(pool).catch((error: unknown) => {
    throw connectionProblem(error, { address, user, database, setting })
  })
  if (rights.version < oldest * 10_000) {
    throw new OperatorProblem(
      `The PostgreSQL server at ${address.host} is version ${Math.floor(rights.version / 10_000)}; ` +
        `Kansli needs ${oldest} or later.`,
    )
  }
  if (rights.replica) return
  const missing = [
    ...(rights.canCreate ? [] : [`GRANT CREATE ON DATABASE "${database}" TO "${rights.user}";`]),
    ...(rights.hasRole || rights.canCreateRole ? [] : [`ALTER ROLE "${rights.user}" CREATEROLE;`]),
  ]
  if (missing.length > 0) {
    throw new OperatorProblem(
      `The role "${rights.user}" in ${setting} lacks a right in PostgreSQL. As its administrator, run:\n` +
        missing.map((line) => `  ${line}`).join('\n'),
    )
  }
}

type Rights = {
  version: number
  user: string
  canCreate: boolean
  canCreateRole: boolean
  hasRole: boolean
  replica: boolean
}

async function ask(pool: Pool): Promise<Rights> {
  const { rows } = await pool.query<Rights>(`
    select
      current_setting('server_version_num')::int as version,
      current_user as "user",
      pg_is_in_recovery() as replica,
      has_database_privilege(current_database(), 'create') as "canCreate",
      (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as "canCreateRole",
      exists (
        select from pg_roles where rolname = 'kansli_app' and pg_has_role(current_user, oid, 'member')
      ) as "hasRole"`)
  return rows[0]!
}

type Where = { address: URL; user: string; database: string; setting: string }

function connectionProblem(error: unknown, { address, user, database, setting }: Where): unknown {
  const { code, message } = error as { code?: string; message: string }
  const server = address.host || 'the local server'
  const says = `(it says: ${message || code})`
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new OperatorProblem(
        `No machine is called ${address.hostname}, where ${setting} looks for PostgreSQL.`,
      )
    case '28P01':
    case '28000':
      return new OperatorProblem(
        `PostgreSQL at ${server} does not let "${user}" in ${says}. Check the user and password in ${setting}.`,
      )
    case '3D000':
      return new OperatorProblem(
        `There is no database "${database}" at ${server}. Create it (createdb ${database}) or correct ${setting}.`,
      )
    default:
      return new OperatorProblem(
        `PostgreSQL at ${server} does not answer ${says}. Start it, or correct ${setting}.`,
      )
  }
}
