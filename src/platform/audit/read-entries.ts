import { sql } from 'kysely'
import { z } from 'zod'
import { startOfDay } from '../dates.ts'
import type { OperationContext } from '../operations/context.ts'
import { Problem } from '../operations/problem.ts'
import { searchWords } from './search-words.ts'
import type { AuditDetail } from './sentences.ts'

/** One entry of the log, as it is shown. */
export const auditEntry = z.object({
  id: z.uuid(),
  at: z.date(),
  actorKind: z.enum(['anonymous', 'person', 'operator', 'job']),
  /** The account, as long as there was one; also after it is gone. */
  userId: z.string().nullable(),
  actorName: z.string(),
  via: z.enum(['session', 'token']).nullable().describe('A browser session or a key'),
  operation: z.string(),
  effect: z.enum(['read', 'write', 'export']),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  sentence: z.string().describe('What was done, in the language asked for'),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  requestId: z.string().nullable(),
})

export type AuditEntryView = z.input<typeof auditEntry>

/** What can be asked of the log. */
export const auditFilters = z.object({
  text: z.string().max(200).optional().describe('Words that must all be there, each as the beginning of one'),
  personId: z.string().max(100).optional().describe('The account that did it'),
  operation: z.string().max(100).optional(),
  effect: z.enum(['read', 'write', 'export']).optional(),
  subjectKind: z.string().max(100).optional(),
  subjectId: z.string().max(200).optional(),
  from: z.iso.date().optional().describe('The first day'),
  to: z.iso.date().optional().describe('The last day'),
})

/** Where the next page begins: an entry's moment and id. */
export const auditCursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/)
  .describe('`next` of the page before')

type Row = {
  id: string
  at: Date
  actor_kind: AuditEntryView['actorKind']
  user_id: string | null
  actor_name: string
  via: AuditEntryView['via']
  operation: string
  effect: AuditEntryView['effect']
  subject_kind: string
  subject_id: string | null
  detail: AuditDetail
  request_id: string | null
}

/**
 * The entries that the caller may see and that fit, newest first.
 * @throws {Problem} invalidInput, when the last day is before the first
 */
export async function readEntries(
  context: OperationContext,
  filters: z.output<typeof auditFilters> & { concernedId?: string },
  page: { after?: string | undefined; limit: number },
): Promise<AuditEntryView[]> {
  if (filters.from && filters.to && filters.from > filters.to) {
    throw new Problem('invalidInput', { issues: [{ path: ['to'], message: 'audit.endsBeforeItBegins' }] })
  }
  const { db, language, services } = context
  const words = searchWords(filters.text ?? '', (word) => services.auditSentences.saying(word, language))
  const [afterAt, afterId] = page.after?.split('_') ?? []
  const { rows } = await sql<Row>`
    select * from audit.search(
      ${words}::tsquery,
      ${filters.from ? startOfDay(filters.from) : null}::timestamptz,
      ${filters.to ? startOfDay(filters.to, 1) : null}::timestamptz,
      ${filters.personId ?? null}, ${filters.concernedId ?? null}, ${filters.operation ?? null},
      ${filters.effect ?? null}, ${filters.subjectKind ?? null}, ${filters.subjectId ?? null},
      ${afterAt ?? null}::timestamptz, ${afterId ?? null}::uuid, ${page.limit}
    )`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorKind: row.actor_kind,
    userId: row.user_id,
    actorName: row.actor_name,
    via: row.via,
    operation: row.operation,
    effect: row.effect,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    sentence: services.auditSentences.of(row.operation, row.detail, language),
    detail: row.detail,
    requestId: row.request_id,
  }))
}

/** The mark of an entry, for the page that follows it. */
export function cursorAt(entry: AuditEntryView): string {
  return `${entry.at.toISOString()}_${entry.id}`
}

/** What was asked for, for the log itself. */
export function askedFor(filters: z.output<typeof auditFilters>): Record<string, string> {
  const { text, personId, operation, effect, subjectKind, subjectId, from, to } = filters
  const given = { text, personId, operation, effect, subjectKind, subjectId, from, to }
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
