import { z } from 'zod'
import { readOperation } from '../../operations/operation.ts'
import { requireSession } from '../require-session.ts'

const days = 90

/** What has happened with the caller's own account: sign-ins, refused attempts, new keys and passkeys. */
export const listOwnEvents = readOperation({
  name: 'list-own-events',
  summary: 'What has happened with your own account during the last 90 days.',
  route: 'GET /account/events',
  policy: { allow: 'signedIn' },
  input: z.object({}),
  output: z.object({
    events: z.array(
      z.object({
        id: z.uuid(),
        at: z.date(),
        name: z.string(),
        way: z.string().nullable(),
        browser: z.string().nullable(),
        system: z.string().nullable(),
        address: z.string(),
        /** What a key is called, for what was done with keys. */
        what: z.string().nullable(),
      }),
    ),
    refusedLast30Days: z.number().int(),
  }),
  example: () => ({}),
  async run({ db, actor, now }) {
    const { userId } = requireSession(actor)
    const ago = (count: number) => new Date(now.getTime() - count * 86_400_000)
    const mine = db
      .selectFrom('audit.entry')
      .where('subject_kind', '=', 'account')
      .where((where) => where.or([where('user_id', '=', userId), where('subject_id', '=', userId)]))
    const rows = await mine
      .select(['id', 'at', 'operation', 'detail'])
      .where('at', '>=', ago(days))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(200)
      .execute()
    const refused = await mine
      .select((select) => select.fn.countAll<bigint>().as('count'))
      .where('operation', '=', 'sign-in-refused')
      .where('at', '>=', ago(30))
      .executeTakeFirstOrThrow()
    return {
      events: rows.map((row) => {
        const detail = row.detail as Partial<Record<string, unknown>>
        const word = (key: string) => (typeof detail[key] === 'string' ? detail[key] : null)
        return {
          id: row.id,
          at: row.at,
          name: row.operation,
          way: word('way'),
          browser: word('browser'),
          system: word('system'),
          address: word('address') ?? '',
          what: word('name') ?? word('hint'),
        }
      }),
      refusedLast30Days: Number(refused.count),
    }
  },
})
