import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetReaders } from '../budget-roles.ts'
import type { Cell, Table } from '../rules/book.ts'
import type { CheckReport } from '../rules/check/index.ts'
import { printNumber } from '../rules/reading/print-number.ts'
import { compiledReport, compiledVersion, printedReport, tableOf } from '../store/compile.ts'
import { readBook, versionOf } from '../store/read-book.ts'
import type { StoredBook, StoredVersion } from '../store/stored-book.ts'
import { checkSubject } from './check-version.ts'
import { bookId, versionId, yearNumber } from './shapes.ts'

/** The tables of a version, as printed and as compiled. */
export const listTables = readOperation({
  name: 'list-tables',
  summary: "A version's printed and compiled tables, with how many findings each takes part in.",
  route: 'GET /budget/books/{bookId}/versions/{versionId}/tables',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId, versionId }),
  output: z.object({
    tables: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        kind: z.string(),
        rows: z.number().int(),
        printed: z.boolean(),
        compiled: z.boolean(),
        findings: z.number().int(),
      }),
    ),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.ownVersionId }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const version = versionOf(book, input.versionId)
    const printed = version.printedTables
    const compiled = compiledVersion(book, version).book.tables
    const findings = findingsByTable(
      printed.length > 0 ? printedReport(book, version) : compiledReport(book, version),
    )
    const keys = [...new Set([...compiled, ...printed].map((table) => table.key))]
    return {
      tables: keys.map((key) => {
        const ours = tableOf(compiled, key)
        const theirs = tableOf(printed, key)
        const table = found(theirs ?? ours)
        return {
          key,
          title: table.title,
          kind: table.kind,
          rows: table.rows.length,
          printed: theirs !== undefined,
          compiled: ours !== undefined,
          findings: findings.get(key)?.size ?? 0,
        }
      }),
    }
  },
})

function findingsByTable(report: CheckReport): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>()
  for (const check of report.checks.slice(0, report.summary.findings)) {
    for (const key of new Set([check.where.table, ...check.parts.map((part) => part.where.table)])) {
      tables.set(key, (tables.get(key) ?? new Set()).add(check.id))
    }
  }
  return tables
}

const cellShape = z.object({
  /** As it stood or will be printed; empty for a blank. */
  printed: z.string(),
  value: z.string().nullable(),
  origin: z.enum(['outside', 'own', 'derived', 'override']),
  sourceLine: z.number().int().nullable(),
  /** The other side's figure, when it differs: what Kansli computes beside what was printed, or the reverse. */
  beside: z.string().nullable(),
  /** Findings that this cell takes part in. */
  findings: z.number().int(),
})

/** One table, with what was printed and what Kansli computes kept apart and shown beside each other. */
export const getTable = readOperation({
  name: 'get-table',
  summary: 'One table of a version: printed and computed figures beside each other.',
  route: 'GET /budget/books/{bookId}/versions/{versionId}/tables/{table}',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({
    bookId,
    versionId,
    table: z.string().min(1).max(300),
    subject: checkSubject.default('printed'),
  }),
  output: z.object({
    key: z.string(),
    title: z.string(),
    kind: z.string(),
    unit: z.string(),
    source: z.string().nullable(),
    subject: checkSubject,
    hasPrinted: z.boolean(),
    hasCompiled: z.boolean(),
    columns: z.array(
      z.object({ key: z.string(), label: z.string(), kind: z.string(), year: yearNumber.nullable() }),
    ),
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        section: z.string().nullable(),
        kind: z.enum(['line', 'sum', 'ofWhich', 'memo']),
        role: z.string().nullable(),
        roleOrigin: z.enum(['recognised', 'corrected']),
        sourceLine: z.number().int().nullable(),
        cells: z.array(cellShape.nullable()),
      }),
    ),
  }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    table: 'summary',
    subject: 'compiled' as const,
  }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const version = versionOf(book, input.versionId)
    const compiled = tableOf(compiledVersion(book, version).book.tables, input.table)
    const printed = tableOf(version.printedTables, input.table)
    const subject: z.output<typeof checkSubject> =
      input.subject === 'printed' && printed ? 'printed' : compiled ? 'compiled' : 'printed'
    const table = found(subject === 'printed' ? printed : compiled)
    const other = subject === 'printed' ? compiled : printed
    return {
      key: table.key,
      title: table.title,
      kind: table.kind,
      unit: table.unit,
      source: table.source,
      subject,
      hasPrinted: printed !== undefined,
      hasCompiled: compiled !== undefined,
      columns: table.columns.map(({ key, label, kind, year }) => ({ key, label, kind, year })),
      rows: rowsShown(table, other, cellFindings(book, version, subject, table.key)),
    }
  },
})

/** How many findings each cell of the table takes part in, by row and column. */
function cellFindings(
  book: StoredBook,
  version: StoredVersion,
  subject: 'printed' | 'compiled',
  table: string,
) {
  const report = subject === 'printed' ? printedReport(book, version) : compiledReport(book, version)
  const counts = new Map<string, number>()
  for (const check of report.checks.slice(0, report.summary.findings)) {
    const places = [check.where, ...check.parts.map((part) => part.where)].filter(
      (where) => where.table === table,
    )
    for (const key of new Set(places.map((where) => `${where.row} ${where.column}`))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function rowsShown(table: Table, other: Table | undefined, findings: ReadonlyMap<string, number>) {
  const otherRows = new Map(other?.rows.map((row) => [row.key, row]))
  const otherColumns = table.columns.map(
    (column) => other?.columns.findIndex((each) => each.key === column.key) ?? -1,
  )
  return table.rows.map((row) => {
    const beside = otherRows.get(row.key)
    return {
      key: row.key,
      label: row.label,
      section: row.section,
      kind: row.kind,
      role: row.role,
      roleOrigin: row.roleOrigin,
      sourceLine: row.sourceLine,
      cells: row.cells.map((cell, index) => {
        if (!cell) return null
        const column = table.columns[index]?.key ?? ''
        return {
          printed: cell.printed,
          value: cell.value === null ? null : cell.value.toFixed(),
          origin: cell.origin,
          sourceLine: cell.sourceLine,
          beside: differing(cell, beside?.cells[otherColumns[index] ?? -1] ?? null),
          findings: findings.get(`${row.key} ${column}`) ?? 0,
        }
      }),
    }
  })
}

/** The other figure as it would be printed, when it is not the same print. */
function differing(cell: Cell, other: Cell | null): string | null {
  if (!other || other.value === null || cell.value === null) return null
  const decimals = Math.max(cell.decimals, other.decimals)
  const [here, there] = [printNumber(cell.value, decimals), printNumber(other.value, decimals)]
  const rounded = Math.min(cell.decimals, other.decimals)
  return here === there || printNumber(cell.value, rounded) === printNumber(other.value, rounded)
    ? null
    : there
}
