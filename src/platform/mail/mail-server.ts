import { createTransport } from 'nodemailer'
import { mailPage } from './mail-page.ts'

/** A mail as it stands in the outbox. */
export type OutboxMail = {
  id: string
  recipient: string
  subject: string
  body_text: string
  body_html: string | null
  reply_to: string | null
  unsubscribe_url: string | null
  created_at: Date
}

/** Somebody who takes mails on. */
export type MailServer = {
  /** @throws what the server said when it did not take the mail */
  send(mail: OutboxMail): Promise<void>
  close(): void
}

/**
 * The mail server in the settings.
 * @param url `smtps://user:password@host:465`, or `smtp://…` (which turns encryption on when the server offers it)
 * @param from the sender that people see
 */
export function smtpServer(url: string, from: string): MailServer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      // What is in a mail is text, never the name of a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async send(mail) {
      const info = await transport.sendMail({
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html ?? mailPage(mail.body_text),
        date: mail.created_at,
        // Always the same, so that a mail that was sent twice (after a lost answer) is shown once.
        messageId: `<${mail.id}@${domain}>`,
        ...(mail.reply_to ? { replyTo: { name: '', address: mail.reply_to } } : {}),
        ...(mail.unsubscribe_url ? { headers: unsubscribeHeaders(mail.unsubscribe_url) } : {}),
      })
      if (info.rejected.length > 0) throw new Error(info.response)
    },
    close: () => transport.close(),
  }
}

/** RFC 8058: one click in the mail program ends such mails, without a page in between. */
function unsubscribeHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
