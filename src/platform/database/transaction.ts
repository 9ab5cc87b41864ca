import { sql, type Kysely, type Transaction } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Scope } from '../access/decide.ts'
import type { Tables } from './tables.ts'

/** Who asks and what the asking reaches, as row-level security is told. */
export type Asker = {
  actor: Actor
  organisationId: string
  scope: Scope
  /** Persons whose identity is protected are seen too. */
  seesProtected?: boolean
}

/**
 * One transaction as the role that owns nothing. The settings end with the transaction, so a connection that goes
 * back to the pool carries nothing over to the next caller.
 * @param mode `read only` lets the database refuse a write that slipped into a reading operation
 */
export function asApplication<Result>(
  database: Kysely<Tables>,
  asker: Asker,
  mode: 'read only' | 'read write',
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const scope = asker.scope === 'organisation' ? '*' : `{${asker.scope.join(',')}}`
  const userId = asker.actor.kind === 'person' ? asker.actor.userId : ''
  return (
    database
      .transaction()
      .setAccessMode(mode)
      // What is read in several queries must be one picture, not two halves of two.
      .setIsolationLevel(mode === 'read only' ? 'repeatable read' : 'read committed')
      .execute(async (transaction) => {
        await sql`select
        set_config('kansli.organisation_id', ${asker.organisationId}, true),
        set_config('kansli.user_id', ${userId}, true),
        set_config('kansli.scope', ${scope}, true),
        set_config('kansli.protected', ${asker.seesProtected ? 'on' : ''}, true),
        set_config('role', 'kansli_app', true)`.execute(transaction)
        return work(transaction)
      })
  )
}
