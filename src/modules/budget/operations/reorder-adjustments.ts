import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
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
    const rows = await context.db
      .selectFrom('budget.adjustment')
      .select(['id', 'position'])
      .where('version_id', '=', input.versionId)
      .where('id', 'in', input.adjustmentIds)
      .execute()
    if (rows.length !== new Set(input.adjustmentIds).size) throw new Problem('notFound')
    // The places these rows had are given out again in the new order: rows that are not named stay where they are.
    const places = rows.map((row) => row.position).sort((a, b) => a - b)
    for (const [index, id] of input.adjustmentIds.entries()) {
      await context.db
        .updateTable('budget.adjustment')
        .set({ position: places[index]! })
        .where('id', '=', id)
        .execute()
    }
    return { revision: String(revision) }
  },
})
