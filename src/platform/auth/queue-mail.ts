import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { newId } from '../identifiers.ts'

export type QueuedMail = {
  organisationId: string
  recipient: string
  subject: string
  text: string
  at: Date
}

/** Puts a mail in line to be sent, in the transaction it is given: it is sent if what it tells of is written. */
export async function queueMail(db: Kysely<Tables>, mail: QueuedMail): Promise<void> {
  await db
    .insertInto('mail.message')
    .values({
      organisation_id: mail.organisationId,
      id: newId(),
      recipient: mail.recipient,
      subject: mail.subject,
      body_text: mail.text,
      created_at: mail.at,
      state: 'waiting',
    })
    .execute()
}
