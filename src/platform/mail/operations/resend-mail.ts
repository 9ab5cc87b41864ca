import { z } from 'zod'
import { writeOperation } from '../../operations/operation.ts'
import { found, Problem } from '../../operations/problem.ts'
import { outboxPolicy } from '../outbox-message.ts'

/** Puts a mail that failed in line again, as if it had just been written. */
export const resendMail = writeOperation({
  name: 'resend-mail',
  summary: 'Try once more to send a mail that was not taken.',
  route: 'POST /mail/messages/{messageId}/resend',
  policy: outboxPolicy,
  input: z.object({ messageId: z.uuid() }),
  output: z.object({}),
  example: ({ mail }) => ({ messageId: mail.messageId }),
  audit: ({ messageId }) => ({ kind: 'mail', id: messageId }),
  async run({ db, now, services, afterCommit }, { messageId }) {
    const mail = found(
      await db
        .selectFrom('mail.message')
        .select(['state', 'send_before as sendBefore'])
        .where('id', '=', messageId)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (mail.state !== 'failed') throw new Problem('notPossibleNow', { detail: 'mail.onlyFailed' })
    if (mail.sendBefore && mail.sendBefore < now)
      throw new Problem('notPossibleNow', { detail: 'mail.tooLate' })
    await db
      .updateTable('mail.message')
      .set({ state: 'waiting', attempts: 0, next_attempt_at: null, last_error: null })
      .where('id', '=', messageId)
      .execute()
    afterCommit(() => services.mail.nudge())
    return {}
  },
})
