import { z } from 'zod'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { requireDraft } from './require-draft.ts'
import { amountText, bookId, versionId, yearNumber } from './shapes.ts'

const tables = {
  /** The tax base (skatteunderlag): what a step of tax is a share of. */
  taxBase: 'budget.tax_base',
  /** What the year's result must be at least. */
  resultRequirement: 'budget.result_requirement',
} as const

/** Writes what belongs to the years of a version as a whole: its tax base or its required results. */
export const setYearAmounts = writeOperation({
  name: 'set-year-amounts',
  summary: "Write a version's tax base or required result by year.",
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/years/{what}',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    what: z.enum(['taxBase', 'resultRequirement']),
    years: z
      .array(
        z.object({
          year: yearNumber,
          amount: amountText.nullable(),
          expectedRevision: z.number().int().min(0),
        }),
      )
      .min(1)
      .max(20),
  }),
  output: z.object({ revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    what: 'taxBase' as const,
    years: [{ year: budget.year, amount: '840667', expectedRevision: 0 }],
  }),
  audit: (input) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: input.versionId, what: input.what },
  }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, { kind: 'years', versionId: input.versionId })
    await requireDraft(context, input.bookId, input.versionId)
    const before = await readYears(context, tables[input.what], input.versionId)
    for (const { year, amount, expectedRevision } of input.years) {
      const stored = before.get(year)
      if ((stored?.revision ?? 0) !== expectedRevision) {
        throw new Problem('changedMeanwhile', { facts: { year, amount: stored?.amount ?? null } })
      }
      await context.db
        .insertInto(tables[input.what])
        .values({
          organisation_id: context.organisationId,
          version_id: input.versionId,
          year,
          book_id: input.bookId,
          amount,
          revision: expectedRevision + 1,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['organisation_id', 'version_id', 'year'])
            .doUpdateSet({ amount, revision: expectedRevision + 1 }),
        )
        .execute()
    }
    await recordEdits(
      context,
      input.years.map(({ year, amount }) => ({
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'tax' as const,
        subjectId: input.what,
        field: String(year),
        before: before.get(year)?.amount ?? null,
        after: amount,
      })),
    )
    return { revision: String(revision) }
  },
})

async function readYears(
  { db }: OperationContext,
  table: (typeof tables)[keyof typeof tables],
  version: string,
) {
  const rows = await db
    .selectFrom(table)
    .select(['year', 'amount', 'revision'])
    .where('version_id', '=', version)
    .execute()
  return new Map(rows.map((row) => [row.year, row]))
}
