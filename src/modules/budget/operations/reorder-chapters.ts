import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { reorderRows } from '../store/reorder-rows.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/** Puts chapters in a new order. Their numbers are what they are called and stay: they are cited by them. */
export const reorderChapters = writeOperation({
  name: 'reorder-chapters',
  summary: "Put chapters of a version's document in a new order.",
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/chapter-order',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, chapterIds: z.array(z.uuid()).min(1).max(500) }),
  output: z.object({ revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    chapterIds: [budget.chapterId],
  }),
  audit: (input) => ({ kind: 'budget', id: input.bookId, detail: { ordered: input.chapterIds.length } }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, {
      kind: 'document',
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    await reorderRows(context, 'budget.chapter', input.versionId, input.chapterIds)
    return { revision: String(revision) }
  },
})
