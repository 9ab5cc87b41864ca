import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
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
    const rows = await context.db
      .selectFrom('budget.assignment')
      .select(['id', 'position'])
      .where('version_id', '=', input.versionId)
      .where('id', 'in', input.assignmentIds)
      .execute()
    if (rows.length !== new Set(input.assignmentIds).size) throw new Problem('notFound')
    const places = rows.map((row) => row.position).sort((a, b) => a - b)
    for (const [index, id] of input.assignmentIds.entries()) {
      await context.db
        .updateTable('budget.assignment')
        .set({ position: places[index]! })
        .where('id', '=', id)
        .execute()
    }
    return { revision: String(revision) }
  },
})
