import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { roles, type Role } from '../rules/roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { writeAmounts } from '../store/write-amounts.ts'
import { requireDraft } from './require-draft.ts'
import { adjustmentKind, amountText, bookId, versionId, yearNumber } from './shapes.ts'

const changes = z.object({
  label: z.string().trim().min(1).max(300).optional(),
  kind: adjustmentKind.optional(),
  publicBoardId: z.uuid().nullable().optional(),
  recurring: z.boolean().optional(),
  rationale: z.string().max(10_000).optional(),
  part: z.string().trim().min(1).max(200).nullable().optional(),
  statementRole: z.enum(roles).nullable().optional(),
  chapter: z.string().trim().min(1).max(20).nullable().optional(),
})

const columns = {
  label: 'label',
  kind: 'kind',
  publicBoardId: 'public_board_id',
  recurring: 'recurring',
  rationale: 'rationale',
  part: 'part',
  statementRole: 'statement_role',
  chapter: 'chapter',
} as const satisfies Record<keyof z.output<typeof changes>, string>

/** Changes what an adjustment says (its amounts are written by set-amounts). */
export const updateAdjustment = writeOperation({
  name: 'update-adjustment',
  summary: "Change an adjustment's label, kind, board, rationale or place in the statements.",
  route: 'PATCH /budget/books/{bookId}/versions/{versionId}/adjustments/{adjustmentId}',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    adjustmentId: z.uuid(),
    expectedRevision: z.number().int().min(1),
    changes,
    /** Amounts to write at the same time; all of it is done or nothing. */
    amounts: z
      .array(
        z.object({
          year: yearNumber,
          amount: amountText.nullable(),
          expectedRevision: z.number().int().min(0),
        }),
      )
      .max(20)
      .default([]),
  }),
  output: z.object({ rowRevision: z.number().int(), revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    adjustmentId: budget.adjustmentId,
    expectedRevision: 1,
    changes: { rationale: 'Kortare väntan.' },
  }),
  audit: (input) => ({ kind: 'budget', id: input.bookId, detail: { adjustment: input.adjustmentId } }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, {
      kind: 'rows',
      id: input.adjustmentId,
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    const before = found(
      await context.db
        .selectFrom('budget.adjustment')
        .selectAll()
        .where('version_id', '=', input.versionId)
        .where('id', '=', input.adjustmentId)
        .where('removed_at', 'is', null)
        .executeTakeFirst(),
    )
    if (before.revision !== input.expectedRevision) {
      throw new Problem('changedMeanwhile', { facts: { label: before.label, revision: before.revision } })
    }
    const kind = input.changes.kind ?? before.kind
    const board =
      input.changes.publicBoardId === undefined ? before.public_board_id : input.changes.publicBoardId
    if ((kind === 'financing') !== (board === null)) {
      throw new Problem('invalidInput', {
        issues: [{ path: ['changes', 'publicBoardId'], message: 'boardOrFinancing' }],
      })
    }
    const given = Object.entries(input.changes).filter(([, value]) => value !== undefined) as [
      keyof typeof columns,
      unknown,
    ][]
    const values: Record<string, unknown> = Object.fromEntries(
      given.map(([field, value]) => [columns[field], value]),
    )
    await context.db
      .updateTable('budget.adjustment')
      .set({ ...values, revision: before.revision + 1 })
      .where('id', '=', input.adjustmentId)
      .execute()
    await recordEdits(
      context,
      given.map(([field, value]) => ({
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'adjustment' as const,
        subjectId: input.adjustmentId,
        field,
        before: asText(before[columns[field]]),
        after: asText(value as Role | string | boolean | null),
      })),
    )
    if (input.amounts.length > 0) {
      const { bookId: book, versionId: version, adjustmentId } = input
      await writeAmounts(
        context,
        { bookId: book, versionId: version },
        input.amounts.map((each) => ({ adjustmentId, ...each })),
      )
    }
    return { rowRevision: before.revision + 1, revision: String(revision) }
  },
})

function asText(value: string | boolean | null): string | null {
  return value === null ? null : String(value)
}
