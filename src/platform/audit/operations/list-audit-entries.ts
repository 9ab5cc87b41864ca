import { z } from 'zod'
import { personalReadOperation } from '../../operations/operation.ts'
import { askedFor, auditCursor, auditEntry, auditFilters, cursorAt, readEntries } from '../read-entries.ts'

/**
 * Searches the log, newest first, a page at a time. Those trusted in the top unit see all of it, others what their
 * own units' matters are; looking in the log is itself an entry.
 */
export const listAuditEntries = personalReadOperation({
  name: 'list-audit-entries',
  summary: 'Search the audit log: who did what, when, and with whose data.',
  route: 'GET /audit/entries',
  policy: { allow: 'roles', roles: ['owner', 'auditor'] },
  input: auditFilters.extend({
    after: auditCursor.optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    entries: z.array(auditEntry),
    next: z.string().nullable().describe('Give this as `after` for the page that follows; null at the end'),
  }),
  example: () => ({ effect: 'export' as const, limit: 20 }),
  audit: (input) => ({ kind: 'auditLog', id: null, detail: askedFor(input) }),
  async run(context, { after, limit, ...filters }) {
    // One more than asked for tells whether there is a page that follows.
    const found = await readEntries(context, filters, { after, limit: limit + 1 })
    const entries = found.slice(0, limit)
    const last = entries.at(-1)
    return { entries, next: found.length > limit && last ? cursorAt(last) : null }
  },
})
