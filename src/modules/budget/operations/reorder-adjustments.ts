import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { reorderRows } from '../store/reorder-rows.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/** Puts a version's adjustments in a new order, and one of them under another public board if it was dragged there. */
export const reorderAdjustments = writeOperation({
  name: 'reorder-adjustments',
  summary: "Put a version's adjustments in a new order.",
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/order',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, adjustmentIds: z.array(z.uuid()).min(1).max(5000) }),
  output: z.object({ revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    adjustmentIds: [budget.adjustmentId],
  }),
  audit: (input) => ({ kind: 'budget', id: input.bookId, detail: { ordered: input.adjustmentIds.length } }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, { kind: 'rows', versionId: input.versionId })
    await requireDraft(context, input.bookId, input.versionId)
    await reorderRows(context, 'budget.adjustment', input.versionId, input.adjustmentIds)
    return { revision: String(revision) }
  },
})
