import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { reorderRows } from '../store/reorder-rows.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/** Puts assignments in a new order; their numbers per board follow. */
export const reorderAssignments = writeOperation({
  name: 'reorder-assignments',
  summary: 'Put assignments of a version in a new order.',
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/assignment-order',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, assignmentIds: z.array(z.uuid()).min(1).max(5000) }),
  output: z.object({ revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    assignmentIds: [budget.assignmentId],
  }),
  audit: (input) => ({ kind: 'budget', id: input.bookId, detail: { ordered: input.assignmentIds.length } }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, {
      kind: 'document',
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    await reorderRows(context, 'budget.assignment', input.versionId, input.assignmentIds)
    return { revision: String(revision) }
  },
})
