import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import { writeEntry } from '../audit/write-entry.ts'
import type { Tables } from '../database/tables.ts'
import { asApplication } from '../database/transaction.ts'
import { sendMail } from '../mail/send-mail.ts'
import type { Settings } from '../settings/settings.ts'
import { limitAttempts, type AttemptResult } from './attempts.ts'
import { createBackground, type Background } from './background.ts'
import type { Limit } from './limits.ts'
import { linkMailTexts } from './messages/mail.ts'
import { createSignIn, type MailedLink, type SignIn } from './sign-in.ts'
import type { RecordEvent } from './sign-in-events.ts'

/** Everything that has to do with accounts and ways in; the functions beside this file work on it. */
export type Accounts = {
  database: Kysely<Tables>
  signIn: SignIn
  /** The address people use, without a slash at the end. */
  publicUrl: string
  secure: boolean
  secret: string
  /** The identity provider's name as it is shown, when there is one. */
  providerName: string | null
  limit: (key: string, rule: Limit) => Promise<AttemptResult>
  background: Background
  record: RecordEvent
}

export type AccountsOptions = {
  pool: pg.Pool
  database: Kysely<Tables>
  settings: Settings
  secret: string
  publicUrl: string
  log: Logger
  keyedHash: (text: string) => string
  now: () => Date
  /**
   * The organisations that trust an account today, the first of them first; for an account without any, the
   * installation's own. In their logs the account's events stand, and in the first one's name its mails are sent.
   */
  organisationsOf: (userId: string) => Promise<{ id: string; name: string }[]>
  /** A mail was written: it may be sent. */
  mailWaits: () => void
}

/** Puts the sign-in together with the log, the limits and the mails. */
export function createAccounts(options: AccountsOptions): Accounts {
  const { database, publicUrl, settings } = options
  const background = createBackground(options.log)
  const limit = limitAttempts(options.pool, options.keyedHash)
  const record = recorder(options)
  return {
    database,
    signIn: createSignIn({
      pool: options.pool,
      database,
      settings,
      secret: options.secret,
      publicUrl,
      log: options.log,
      keyedHash: options.keyedHash,
      limit,
      background,
      record,
      mailLink: linkMailer(options),
    }),
    publicUrl,
    secure: publicUrl.startsWith('https:'),
    secret: options.secret,
    providerName: settings.oidc?.name ?? null,
    limit,
    background,
    record,
  }
}

function recorder({ database, now, organisationsOf }: AccountsOptions): RecordEvent {
  return async (event) => {
    const person = await database
      .selectFrom('account.user')
      .select('name')
      .where('id', '=', event.userId)
      .executeTakeFirst()
    if (!person) return
    const actor =
      event.by === 'anybody'
        ? ({ kind: 'anonymous' } as const)
        : ({
            kind: 'person',
            userId: event.userId,
            name: person.name,
            grants: [],
            via: 'session',
            tokenScopes: null,
            secondFactor: false,
          } as const)
    for (const { id } of await organisationsOf(event.userId)) {
      const asker = { actor, organisationId: id, scope: 'organisation' as const }
      await asApplication(database, asker, 'read write', (db) =>
        writeEntry(db, {
          organisationId: id,
          at: now(),
          actor,
          operation: event.name,
          effect: 'write',
          subject: { kind: 'account', id: event.userId, detail: event.detail },
          requestId: null,
        }),
      )
    }
  }
}

function linkMailer({ database, now, organisationsOf, mailWaits }: AccountsOptions) {
  return async ({ kind, account, language, url, minutes }: MailedLink) => {
    const [organisation] = await organisationsOf(account.id)
    if (!organisation) return
    const t = linkMailTexts.in(language)
    const params = { organisation: organisation.name, name: account.name, url, minutes }
    const at = now()
    await sendMail(database, {
      organisationId: organisation.id,
      recipient: account.email,
      subject: t(`${kind}.subject`, params),
      text: t(`${kind}.text`, params),
      at,
      confidential: true,
      sendBefore: new Date(at.getTime() + minutes * 60_000),
    })
    mailWaits()
  }
}
