import { z } from 'zod'
import { personalReadOperation } from '../../operations/operation.ts'
import { found } from '../../operations/problem.ts'
import { outboxColumns, outboxMessage, outboxPolicy, told } from '../outbox-message.ts'

/** One mail with what it says; never the text of a confidential one, which would be its recipient's key. */
export const readOutboxMessage = personalReadOperation({
  name: 'read-outbox-message',
  summary: 'Read one of the mails in the outbox.',
  route: 'GET /mail/messages/{messageId}',
  policy: outboxPolicy,
  input: z.object({ messageId: z.uuid() }),
  output: outboxMessage.extend({
    text: z.string().nullable().describe('Null when the mail is confidential'),
    replyTo: z.string().nullable(),
    unsubscribeUrl: z.string().nullable(),
  }),
  example: ({ mail }) => ({ messageId: mail.messageId }),
  audit: ({ messageId }) => ({ kind: 'mail', id: messageId }),
  async run({ db, now }, { messageId }) {
    const { bodyText, ...row } = found(
      await db
        .selectFrom('mail.message')
        .select([
          ...outboxColumns,
          'body_text as bodyText',
          'reply_to as replyTo',
          'unsubscribe_url as unsubscribeUrl',
        ])
        .where('id', '=', messageId)
        .executeTakeFirst(),
    )
    return { ...told(row, now), text: row.confidential ? null : bodyText }
  },
})
