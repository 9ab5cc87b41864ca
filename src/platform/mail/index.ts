import type { OperationModule } from '../operations/registry.ts'
import { mailFixtures } from './fixtures.ts'
import { mailTexts } from './messages/mail.ts'
import { listOutboxMessages } from './operations/list-outbox-messages.ts'
import { readOutboxMessage } from './operations/read-outbox-message.ts'
import { resendMail } from './operations/resend-mail.ts'

export { listOutboxMessages, mailTexts, readOutboxMessage, resendMail }

/** The organisation's mails, as operations. */
export const mailModule: OperationModule = {
  name: 'mail',
  operations: [listOutboxMessages, readOutboxMessage, resendMail],
  texts: mailTexts,
  fixtures: mailFixtures,
}
