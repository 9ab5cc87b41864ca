import { z } from 'zod'
import { personalReadOperation } from '../../operations/operation.ts'
import { mailStates, outboxColumns, outboxMessage, outboxPolicy, told } from '../outbox-message.ts'

/** The organisation's mails, newest first, a page at a time. */
export const listOutboxMessages = personalReadOperation({
  name: 'list-outbox-messages',
  summary: 'The mails that Kansli has written, newest first, and what became of them.',
  route: 'GET /mail/messages',
  policy: outboxPolicy,
  input: z.object({
    state: z.enum(mailStates).optional(),
    after: z.uuid().optional().describe('The last id of the page before'),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    sending: z.boolean().describe('Is there a mail server in the settings? Without one, mails stay here'),
    counts: z.record(z.enum(mailStates), z.number().int()),
    messages: z.array(outboxMessage),
    next: z.uuid().nullable().describe('Give this as `after` for the page that follows; null at the end'),
  }),
  example: () => ({ state: 'failed' as const, limit: 20 }),
  audit: ({ state }) => ({ kind: 'outbox', id: null, detail: state ? { state } : {} }),
  async run({ db, now, services }, { state, after, limit }) {
    let query = db
      .selectFrom('mail.message')
      .select(outboxColumns)
      .orderBy('id', 'desc')
      .limit(limit + 1)
    if (state) query = query.where('state', '=', state)
    if (after) query = query.where('id', '<', after)
    const rows = await query.execute()
    const messages = rows.slice(0, limit).map((row) => told(row, now))
    const counted = await db
      .selectFrom('mail.message')
      .select(['state', (row) => row.fn.countAll<bigint>().as('count')])
      .groupBy('state')
      .execute()
    const counts = { waiting: 0, sent: 0, failed: 0, kept: 0 }
    for (const { state: each, count } of counted) counts[each as keyof typeof counts] = Number(count)
    return {
      sending: services.mail.sending,
      counts,
      messages,
      next: rows.length > limit ? (messages.at(-1)?.id ?? null) : null,
    }
  },
})
