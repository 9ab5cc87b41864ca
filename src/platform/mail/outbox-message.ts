import { z } from 'zod'

/** Who looks after the organisation's mails: those who answer for the system, the register, or the office. */
export const outboxPolicy = {
  allow: 'roles',
  roles: ['owner', 'registrar', 'secretary'],
} as const

export const mailStates = ['waiting', 'sent', 'failed', 'kept'] as const

/** A mail in the outbox, without what it says. */
export const outboxMessage = z.object({
  id: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  state: z.enum(mailStates).describe('`kept`: never to be sent, because the organisation is invented'),
  confidential: z.boolean().describe('Holds a secret for its recipient: what it says is not shown'),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
  attempts: z.number().int(),
  nextAttemptAt: z.date().nullable(),
  lastError: z.string().nullable().describe('What the mail server said the last time'),
  tooLate: z.boolean().describe('It was not sent before what it offers had ended'),
})

export const outboxColumns = [
  'id',
  'recipient',
  'subject',
  'state',
  'confidential',
  'created_at as createdAt',
  'sent_at as sentAt',
  'attempts',
  'next_attempt_at as nextAttemptAt',
  'last_error as lastError',
  'send_before as sendBefore',
] as const

type Row = { state: string; sendBefore: Date | null }

/** A row of the outbox as it is told. */
export function told<R extends Row>({ sendBefore, ...row }: R, now: Date) {
  const state = row.state as (typeof mailStates)[number]
  return { ...row, state, tooLate: state === 'failed' && sendBefore !== null && sendBefore < now }
}
