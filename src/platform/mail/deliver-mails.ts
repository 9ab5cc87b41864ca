import { sql, type Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Tables } from '../database/tables.ts'
import { afterFailure } from './after-failure.ts'
import type { MailServer, OutboxMail } from './mail-server.ts'

export type Delivery = {
  database: Kysely<Tables>
  server: MailServer
  log: Logger
  now: () => Date
  /** Organisations that are invented: what they send is for looking at. */
  invented: () => Promise<ReadonlySet<string>>
}

type Claimed = OutboxMail & {
  organisation_id: string
  attempts: number
  send_before: Date | null
  confidential: boolean
}

const atATime = 20
/** So many in a row that failed for the server's sake, and not the mail's, and the rest may wait. */
const enough = 3
const minute = 60_000
/** How long a mail is left to the process that took it on, should that process die. */
const claim = 10 * minute

/**
 * Sends every mail whose time has come. Each is taken on by one process at a time, and sent outside any
 * transaction: a slow mail server keeps nobody from the database.
 * @param stopping ends after the mail that is being sent
 */
export async function deliverMails(delivery: Delivery, stopping: () => boolean): Promise<void> {
  for (let batch = await take(delivery); batch.length > 0; batch = await take(delivery)) {
    const invented = await delivery.invented()
    let refusals = 0
    for (const [place, mail] of batch.entries()) {
      if (stopping() || refusals === enough) {
        await giveBack(delivery, batch.slice(place))
        return
      }
      const taken = await deliver(delivery, mail, invented)
      refusals = taken === 'server in trouble' ? refusals + 1 : 0
    }
    if (refusals > 0) return
  }
}

async function take({ database, now }: Delivery): Promise<Claimed[]> {
  const due = database
    .selectFrom('mail.message')
    .select(['organisation_id', 'id'])
    .where('state', '=', 'waiting')
    .where((row) => row.or([row('next_attempt_at', 'is', null), row('next_attempt_at', '<=', now())]))
    .orderBy('created_at')
    .limit(atATime)
    .forUpdate()
    .skipLocked()
  return database
    .with('due', () => due)
    .updateTable('mail.message as mail')
    .from('due')
    .set({
      attempts: sql`attempts + 1`,
      next_attempt_at: new Date(now().getTime() + claim),
    })
    .whereRef('mail.organisation_id', '=', 'due.organisation_id')
    .whereRef('mail.id', '=', 'due.id')
    .returning([
      'mail.organisation_id',
      'mail.id',
      'mail.recipient',
      'mail.subject',
      'mail.body_text',
      'mail.body_html',
      'mail.reply_to',
      'mail.unsubscribe_url',
      'mail.created_at',
      'mail.attempts',
      'mail.send_before',
      'mail.confidential',
    ])
    .execute()
}

async function deliver(
  delivery: Delivery,
  mail: Claimed,
  invented: ReadonlySet<string>,
): Promise<'done' | 'server in trouble'> {
  const { server, log, now } = delivery
  if (invented.has(mail.organisation_id)) {
    await set(delivery, mail, { state: 'kept', next_attempt_at: null })
    return 'done'
  }
  if (mail.send_before && mail.send_before < now()) {
    await set(delivery, mail, { state: 'failed', next_attempt_at: null })
    return 'done'
  }
  try {
    await server.send(mail)
  } catch (error) {
    const what = afterFailure(mail.attempts, error as object)
    // Who it was for and what it said is not for the log.
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    log.warn({ mail: mail.id, code, responseCode, state: what.state }, 'a mail was not taken')
    await set(delivery, mail, {
      last_error: (error as Error).message.slice(0, 500),
      ...(what.state === 'failed'
        ? { state: 'failed', next_attempt_at: null }
        : {
            next_attempt_at: new Date(now().getTime() + what.minutes * minute),
            attempts: what.counts ? mail.attempts : mail.attempts - 1,
          }),
    })
    return what.state === 'failed' || what.counts ? 'done' : 'server in trouble'
  }
  await set(delivery, mail, {
    state: 'sent',
    sent_at: now(),
    next_attempt_at: null,
    last_error: null,
    // A secret is for its recipient, who has it now.
    ...(mail.confidential ? { body_text: '', body_html: null } : {}),
  })
  return 'done'
}

type Change = {
  state?: 'sent' | 'failed' | 'kept'
  sent_at?: Date
  next_attempt_at: Date | null
  last_error?: string | null
  attempts?: number
  body_text?: string
  body_html?: string | null
}

async function set({ database }: Delivery, mail: Claimed, change: Change): Promise<void> {
  await database
    .updateTable('mail.message')
    .set(change)
    .where('organisation_id', '=', mail.organisation_id)
    .where('id', '=', mail.id)
    .execute()
}

async function giveBack(delivery: Delivery, mails: readonly Claimed[]): Promise<void> {
  for (const mail of mails) {
    await set(delivery, mail, {
      attempts: mail.attempts - 1,
      next_attempt_at: new Date(delivery.now().getTime() + 2 * minute),
    })
  }
}
