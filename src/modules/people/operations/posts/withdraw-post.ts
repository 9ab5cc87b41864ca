import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { postForChange } from '../../store/posts/end-post.ts'
import { recordEvent } from '../../store/record-event.ts'

const tables = {
  term: 'people.role_term',
  mandate: 'people.public_mandate',
  remuneration: 'people.remuneration',
} as const

/** Takes back what was written down wrongly: it never held. The row is kept, and shown nowhere. */
export const withdrawPost = writeOperation({
  name: 'withdraw-post',
  summary:
    'Take back a term, a mandate or a remuneration that was recorded wrongly; the row is kept, and never held.',
  route: 'POST /people/posts/{kind}/{id}/withdraw',
  policy: registrarPolicy,
  input: z.object({ kind: z.enum(['term', 'mandate', 'remuneration']), id: z.uuid() }),
  output: z.object({ personId: z.uuid() }),
  example: ({ posts }) => ({ kind: 'mandate' as const, id: posts.mandateId }),
  audit: (input, output) => ({ kind: 'person', id: output.personId, detail: { kind: input.kind } }),
  async run(context, { kind, id }) {
    const { db, now } = context
    const row = await postForChange(context, tables[kind], id)
    await db.updateTable(tables[kind]).set({ replaced_at: now }).where('id', '=', id).execute()
    if (kind !== 'remuneration') {
      await db
        .updateTable('people.remuneration')
        .set({ replaced_at: now })
        .where(kind === 'term' ? 'role_term_id' : 'mandate_id', '=', id)
        .where('replaced_at', 'is', null)
        .execute()
    }
    await recordEvent(context, row.person, 'postWithdrawn', { kind, from: row.validFrom })
    return { personId: row.person.id }
  },
})
