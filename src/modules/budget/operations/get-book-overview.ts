import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import { amount } from '../rules/amount.ts'
import { balanceRule } from '../rules/statements/balance-rule.ts'
import { compiledReport, compiledVersion, printedReport } from '../store/compile.ts'
import { editSubject } from '../store/edit-subject.ts'
import { readBook } from '../store/read-book.ts'
import { readSignOffStandings } from '../store/sign-offs.ts'
import { yearsOf, type StoredBook, type StoredVersion } from '../store/stored-book.ts'
import { openSummary } from './check-version.ts'
import { amountText, bookId, versionSummary, yearNumber } from './shapes.ts'

/** Where a budget stands: each version's result by year against what is required, open findings, what waits for whom. */
export const getBookOverview = readOperation({
  name: 'get-book-overview',
  summary: 'Results against requirements, open findings and waiting sign-offs of a budget book.',
  route: 'GET /budget/books/{bookId}/overview',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId }),
  output: z.object({
    years: z.array(yearNumber),
    versions: z.array(
      versionSummary.extend({
        hasFigures: z.boolean(),
        results: z.array(
          z.object({
            year: yearNumber,
            result: amountText,
            base: amountText,
            requirement: amountText.nullable(),
            balance: z.enum(['holds', 'excused', 'restored', 'pending', 'broken']),
          }),
        ),
        adjustments: z.number().int(),
        assignments: z.number().int(),
        printedTables: z.number().int(),
        printed: z.object({ findings: z.number().int(), open: z.number().int(), errors: z.number().int() }),
        compiled: z.object({ findings: z.number().int(), open: z.number().int(), errors: z.number().int() }),
        signOffBodies: z.number().int(),
        /** The latest edition that was published from it. */
        published: z.object({ edition: z.number().int(), withdrawn: z.boolean() }).nullable(),
        waiting: z.array(z.object({ body: z.string(), state: z.enum(['waiting', 'returned', 'changed']) })),
      }),
    ),
    recent: z.array(
      z.object({
        at: z.iso.datetime(),
        by: z.string(),
        versionId: z.uuid(),
        kind: z.string(),
        field: z.string(),
        subjectId: z.string(),
        subject: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const signOffs = await readSignOffStandings(db, book, book.versions)
    const editions = await db
      .selectFrom('budget.publication')
      .select(['version_id', 'edition', 'withdrawn_at'])
      .where('book_id', '=', book.id)
      .orderBy('edition')
      .execute()
    const edits = await db
      .selectFrom('budget.edit')
      .selectAll()
      .where('book_id', '=', book.id)
      .orderBy('changed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(8)
      .execute()
    return {
      years: yearsOf(book),
      versions: book.versions.map((version) => {
        const bodies = signOffs.get(version.id) ?? []
        return {
          ...versionOverview(book, version),
          published: publishedFrom(editions.findLast((edition) => edition.version_id === version.id)),
          signOffBodies: bodies.length,
          waiting: bodies.flatMap(({ name, state }) => (state === 'approved' ? [] : [{ body: name, state }])),
        }
      }),
      recent: edits.map((stored) => {
        const edit = {
          versionId: stored.version_id,
          kind: stored.subject_kind,
          subjectId: stored.subject_id,
          field: stored.field,
          before: stored.before,
          after: stored.after,
        }
        return {
          ...edit,
          ...editSubject(book, edit),
          at: stored.changed_at.toISOString(),
          by: stored.changed_by_name,
        }
      }),
    }
  },
})

function publishedFrom(latest: { edition: number; withdrawn_at: Date | null } | undefined) {
  return latest ? { edition: latest.edition, withdrawn: latest.withdrawn_at !== null } : null
}

function versionOverview(book: StoredBook, version: StoredVersion) {
  const { totals } = compiledVersion(book, version)
  const balance = balanceRule(
    totals.years.map((year, index) => ({ year, result: totals.result[index] ?? amount(0) })),
  )
  const printed = openSummary(printedReport(book, version), version)
  const compiled = openSummary(compiledReport(book, version), version)
  const { id, slug, name, kind, party, parentId, state, cashPolicy } = version
  return {
    id,
    slug,
    name,
    kind,
    party,
    parentId,
    state,
    cashPolicy,
    hasFigures: totals.boards.length > 0,
    results: totals.years.map((year, index) => ({
      year,
      result: (totals.result[index] ?? amount(0)).toFixed(),
      base: (totals.baseResult[index] ?? amount(0)).toFixed(),
      requirement: version.resultRequirements.find((each) => each.year === year)?.amount ?? null,
      balance: balance[index]?.status ?? ('holds' as const),
    })),
    adjustments: version.adjustments.length,
    assignments: version.assignments.length,
    printedTables: version.printedTables.length,
    printed: { findings: printed.findings, open: printed.open, errors: printed.errors },
    compiled: { findings: compiled.findings, open: compiled.open, errors: compiled.errors },
  }
}
