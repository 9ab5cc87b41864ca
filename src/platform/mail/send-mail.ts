import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../database/tables.ts'
import { newId } from '../identifiers.ts'

/** A mail to one person. */
export type Mail = {
  organisationId: string
  /** Whose matter it is, when it is one unit's: those trusted there see it in the outbox. */
  unitId?: string
  /** The moment it is written. */
  at: Date
  /** One address, without a name. */
  recipient: string
  subject: string
  /** Plain text; a simple page is made of it for programs that show one. */
  text: string
  /** A page of its own, when the one made of the text is not enough. Trusted: it is sent as it is. */
  html?: string
  replyTo?: string
  /** Where one click ends such mails (RFC 8058). */
  unsubscribeUrl?: string
  /** Holds a secret for the recipient alone, such as a link to sign in by: nobody reads it in the outbox. */
  confidential?: boolean
  /** Not to be sent later than this, because what it offers has ended then. */
  sendBefore?: Date
}

const address = z.email()

/**
 * Puts a mail in line to be sent, in the transaction it is given: it is sent if what it tells of is written.
 * @returns its id in the outbox
 * @throws when an address is not exactly one address: it might smuggle in others
 */
export async function sendMail(db: Kysely<Tables>, mail: Mail): Promise<string> {
  const id = newId()
  await db
    .insertInto('mail.message')
    .values({
      organisation_id: mail.organisationId,
      id,
      unit_id: mail.unitId ?? null,
      recipient: address.parse(mail.recipient),
      subject: oneLine(mail.subject),
      body_text: mail.text,
      body_html: mail.html ?? null,
      reply_to: mail.replyTo === undefined ? null : address.parse(mail.replyTo),
      unsubscribe_url: mail.unsubscribeUrl === undefined ? null : new URL(mail.unsubscribeUrl).href,
      confidential: mail.confidential ?? false,
      send_before: mail.sendBefore ?? null,
      created_at: mail.at,
      state: 'waiting',
    })
    .execute()
  return id
}

/** A header is one line; a line break in it would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
