import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import { Decimal } from 'decimal.js'
import type { Amount } from '../rules/amount.ts'
import type { Check, CheckReport, Part, Place, Sentence } from '../rules/check/index.ts'
import { compiledReport, printedReport } from '../store/compile.ts'
import { readBook, versionOf } from '../store/read-book.ts'
import type { StoredBook, StoredVersion } from '../store/stored-book.ts'
import { bookId, versionId } from './shapes.ts'

const exact = z.string().nullable().describe('An exact decimal amount as text')

const place = z.object({
  table: z.string(),
  row: z.string().nullable(),
  column: z.string().nullable(),
  tableLabel: z.string(),
  sectionLabel: z.string().nullable(),
  rowLabel: z.string().nullable(),
  columnLabel: z.string().nullable(),
})

const sourceLine = z.object({ source: z.string().nullable(), line: z.number().int() })

const checkShape = z.object({
  id: z.string(),
  fingerprint: z.string(),
  rule: z.string(),
  class: z.enum(['identity', 'bridge', 'completeness', 'plausibility', 'text']),
  outcome: z.enum(['holds', 'rounding', 'finding']),
  severity: z.enum(['error', 'warning']),
  where: place,
  sourceLines: z.array(sourceLine),
  printed: exact,
  computed: exact,
  difference: exact,
  tolerance: exact,
  unit: z.string(),
  decimals: z.number().int(),
  parts: z.array(
    z.object({
      where: place,
      printed: z.string(),
      factor: z.number(),
      sourceLine: sourceLine.nullable(),
    }),
  ),
  explanation: z
    .object({
      key: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.object({ amount: z.string() })])),
    })
    .nullable(),
  cause: z.string().nullable(),
  acceptance: z.object({ id: z.uuid(), note: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
})

export type CheckShown = z.output<typeof checkShape>

/** What is checked: the figures as they were printed, or the budget that Kansli has compiled of ours. */
export const checkSubject = z.enum(['printed', 'compiled'])

/** Holds every figure of a version against every other it must agree with. */
export const checkVersion = readOperation({
  name: 'check-version',
  summary: 'Check the printed or compiled figures of a version against each other.',
  route: 'GET /budget/books/{bookId}/versions/{versionId}/check',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({
    bookId,
    versionId,
    subject: checkSubject.default('printed'),
    outcome: z.enum(['holds', 'rounding', 'finding']).default('finding'),
    /** Only checks in which this table takes part. */
    table: z.string().optional(),
    limit: z.number().int().min(1).max(5000).default(500),
  }),
  output: z.object({
    summary: z.object({
      checks: z.number().int(),
      holds: z.number().int(),
      rounding: z.number().int(),
      findings: z.number().int(),
      /** Findings nobody has accepted. */
      open: z.number().int(),
      errors: z.number().int(),
    }),
    checks: z.array(checkShape),
    /** How many there are in all of this outcome. */
    total: z.number().int(),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.ownVersionId }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const version = versionOf(book, input.versionId)
    const report = reportOf(book, version, input.subject)
    const wanted = report.checks.filter(
      (check) => check.outcome === input.outcome && (!input.table || touches(check, input.table)),
    )
    return {
      summary: openSummary(report, version),
      checks: wanted.slice(0, input.limit).map((check) => shown(check, version)),
      total: wanted.length,
    }
  },
})

function reportOf(book: StoredBook, version: StoredVersion, subject: 'printed' | 'compiled'): CheckReport {
  return subject === 'printed' ? printedReport(book, version) : compiledReport(book, version)
}

/** The report's counts, with how many findings are still open and how many of those are errors. */
export function openSummary(report: CheckReport, version: StoredVersion) {
  const accepted = new Set(version.acceptances.map((each) => `${each.findingId} ${each.fingerprint}`))
  const open = report.checks
    .slice(0, report.summary.findings)
    .filter((check) => !accepted.has(`${check.id} ${check.fingerprint}`))
  return {
    ...report.summary,
    open: open.length,
    errors: open.filter((check) => check.severity === 'error').length,
  }
}

function touches(check: Check, table: string): boolean {
  return check.where.table === table || check.parts.some((part) => part.where.table === table)
}

function shown(check: Check, version: StoredVersion): CheckShown {
  const accepted = version.acceptances.find(
    (each) => each.findingId === check.id && each.fingerprint === check.fingerprint,
  )
  return {
    id: check.id,
    fingerprint: check.fingerprint,
    rule: check.rule,
    class: check.class,
    outcome: check.outcome,
    severity: check.severity,
    where: placeShown(check.where),
    sourceLines: check.sourceLines.map(({ source, line }) => ({ source, line })),
    printed: text(check.printed),
    computed: text(check.computed),
    difference: text(check.difference),
    tolerance: text(check.tolerance),
    unit: check.unit,
    decimals: check.decimals,
    parts: check.parts.map(partShown),
    explanation: check.explanation === null ? null : sentenceShown(check.explanation),
    cause: check.cause,
    acceptance: accepted
      ? {
          id: accepted.id,
          note: accepted.note,
          by: accepted.acceptedByName,
          at: accepted.acceptedAt.toISOString(),
        }
      : null,
  }
}

function partShown(part: Part) {
  const { where, printed, factor, sourceLine: line } = part
  return { where: placeShown(where), printed, factor, sourceLine: line }
}

function placeShown(where: Place): z.input<typeof place> {
  const { table, row, column, tableLabel, sectionLabel, rowLabel, columnLabel } = where
  return { table, row, column, tableLabel, sectionLabel, rowLabel, columnLabel }
}

function sentenceShown(sentence: Sentence) {
  const params = Object.fromEntries(
    Object.entries(sentence.params).map(([name, value]) => [
      name,
      Decimal.isDecimal(value) ? { amount: value.toFixed() } : value,
    ]),
  )
  return { key: sentence.key, params }
}

function text(value: Amount | null): string | null {
  return value === null ? null : value.toFixed()
}
