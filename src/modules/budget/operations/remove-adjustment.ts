import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/** Takes an adjustment out of the version, or puts it back. Nothing is lost: its amounts stay with it. */
export const removeAdjustment = writeOperation({
  name: 'remove-adjustment',
  summary: 'Remove an adjustment from a version, or put a removed one back.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/adjustments/{adjustmentId}/removal',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, adjustmentId: z.uuid(), removed: z.boolean() }),
  output: z.object({ revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    adjustmentId: budget.adjustmentId,
    removed: true,
  }),
  audit: (input) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { adjustment: input.adjustmentId, removed: input.removed },
  }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, {
      kind: 'rows',
      id: input.adjustmentId,
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    const row = await context.db
      .updateTable('budget.adjustment')
      .set((each) => ({ removed_at: input.removed ? context.now : null, revision: each('revision', '+', 1) }))
      .where('version_id', '=', input.versionId)
      .where('id', '=', input.adjustmentId)
      .where('removed_at', input.removed ? 'is' : 'is not', null)
      .returning('label')
      .executeTakeFirst()
    if (!row) throw new Problem('notFound')
    await recordEdits(context, [
      {
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'adjustment',
        subjectId: input.adjustmentId,
        field: input.removed ? 'removed' : 'restored',
        before: input.removed ? row.label : null,
        after: input.removed ? null : row.label,
      },
    ])
    return { revision: String(revision) }
  },
})
