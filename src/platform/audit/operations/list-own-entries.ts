import { z } from 'zod'
import { readOperation } from '../../operations/operation.ts'
import { Problem } from '../../operations/problem.ts'
import { auditCursor, auditEntry, cursorAt, readEntries } from '../read-entries.ts'

/** What I have done here, and what others have done with my data (GDPR art. 15), newest first. */
export const listOwnEntries = readOperation({
  name: 'list-own-entries',
  summary: 'What you have done, or what others have done with your data.',
  route: 'GET /account/entries',
  policy: { allow: 'signedIn' },
  input: z.object({
    about: z.enum(['doneByMe', 'myData']).default('myData'),
    after: auditCursor.optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ entries: z.array(auditEntry), next: z.string().nullable() }),
  example: () => ({ about: 'doneByMe' as const }),
  async run(context, { about, after, limit }) {
    const { actor } = context
    if (actor.kind !== 'person') throw new Problem('signInRequired')
    const filters = about === 'doneByMe' ? { personId: actor.userId } : { concernedId: actor.userId }
    const found = await readEntries(context, filters, { after, limit: limit + 1 })
    const entries = found.slice(0, limit)
    const last = entries.at(-1)
    return { entries, next: found.length > limit && last ? cursorAt(last) : null }
  },
})
