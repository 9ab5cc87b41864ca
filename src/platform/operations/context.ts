import type { Transaction } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Scope } from '../access/decide.ts'
import type { Tables } from '../database/tables.ts'
import type { Language } from '../i18n/languages.ts'
import type { Services } from './services.ts'

/** Everything an operation may know and touch. */
export type OperationContext = {
  actor: Actor
  /** The tenant; every row that is read or written belongs to it. */
  organisationId: string
  scope: Scope
  language: Language
  /** The moment the operation began: the only clock there is. */
  now: Date
  /** One transaction under the role that owns nothing; row-level security is already told who asks. */
  db: Transaction<Tables>
  services: Services
  /** Does something once the transaction is safely written: live updates, jobs, mails. */
  afterCommit(work: () => void | Promise<void>): void
  /** Progress of something long, from 0 to 1, and whether the caller has given up. */
  progress: { report(share: number): void; cancelled(): boolean }
}

/** What an operation may know before its transaction begins. */
export type PrepareContext = Pick<
  OperationContext,
  'actor' | 'organisationId' | 'scope' | 'language' | 'now' | 'services' | 'progress'
> & {
  /** The network address of who calls; null for the command line and jobs. */
  address: string | null
  /** Reads in a short transaction of its own. What it finds may have changed when the operation runs. */
  read<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result>
}
