import { z } from 'zod'
import { today } from '../../dates.ts'
import { csvText } from '../../files/csv-text.ts'
import { exportOperation } from '../../operations/operation.ts'
import { Problem } from '../../operations/problem.ts'
import { auditTexts } from '../messages/audit.ts'
import { askedFor, auditFilters, cursorAt, readEntries, type AuditEntryView } from '../read-entries.ts'

/** Rows at most: more is no longer something a person reads in a spreadsheet. */
const mostRows = 100_000
const pageSize = 5_000

/** Takes what was found in the log out of the system, as a CSV file. */
export const exportAuditEntries = exportOperation({
  name: 'export-audit-entries',
  summary: 'Export what is found in the audit log as a CSV file.',
  route: 'GET /audit/entries.csv',
  policy: { allow: 'roles', roles: ['owner', 'auditor'] },
  personalData: true,
  input: auditFilters,
  output: z.file(),
  example: () => ({ from: '2026-01-01', to: '2026-12-31' }),
  audit: (input) => ({ kind: 'auditLog', id: null, detail: askedFor(input) }),
  async run(context, filters) {
    const entries: AuditEntryView[] = []
    for (;;) {
      const last = entries.at(-1)
      const page = await readEntries(context, filters, {
        after: last ? cursorAt(last) : undefined,
        limit: pageSize,
      })
      entries.push(...page)
      if (page.length < pageSize) break
      if (entries.length >= mostRows) {
        throw new Problem('tooLarge', { detail: 'audit.tooManyRows', params: { limit: mostRows } })
      }
    }
    const t = auditTexts.in(context.language)
    const head = (['at', 'who', 'account', 'what', 'effect', 'operation', 'subject', 'request'] as const).map(
      (column) => t(`column.${column}`),
    )
    const rows = entries.map((entry) => [
      entry.at.toISOString(),
      entry.actorName || t(`actor.${entry.actorKind}`),
      entry.userId ?? '',
      entry.sentence,
      t(`effect.${entry.effect}`),
      entry.operation,
      [entry.subjectKind, entry.subjectId].filter(Boolean).join(' '),
      entry.requestId ?? '',
    ])
    return new File([csvText([head, ...rows])], `${t('fileName')}-${today(context.now)}.csv`, {
      type: 'text/csv; charset=utf-8',
    })
  },
})
