import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { requireDraft } from './require-draft.ts'
import { adjustmentKind, bookId, versionId } from './shapes.ts'

/** Adds a row to the grid: a reform, a saving, an income, a financing, or a changed result requirement. */
export const addAdjustment = writeOperation({
  name: 'add-adjustment',
  summary: 'Add an adjustment to a version, last among those of its public board.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/adjustments',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z
    .object({
      bookId,
      versionId,
      publicBoardId: z.uuid().nullable(),
      kind: adjustmentKind,
      label: z.string().trim().min(1).max(300),
    })
    .refine((input) => (input.kind === 'financing') === (input.publicBoardId === null), {
      path: ['publicBoardId'],
      message: 'boardOrFinancing',
    }),
  output: z.object({ adjustmentId: z.uuid(), revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    publicBoardId: budget.publicBoardId,
    kind: 'reform' as const,
    label: 'Fler mobila team',
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { adjustment: output.adjustmentId, label: input.label },
  }),
  async run(context, input) {
    const id = newId()
    const revision = await bookChanged(context, input.bookId, {
      kind: 'rows',
      id,
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    const last = await context.db
      .selectFrom('budget.adjustment')
      .select((row) => row.fn.max('position').as('position'))
      .where('version_id', '=', input.versionId)
      .executeTakeFirst()
    await context.db
      .insertInto('budget.adjustment')
      .values({
        organisation_id: context.organisationId,
        id,
        book_id: input.bookId,
        version_id: input.versionId,
        public_board_id: input.publicBoardId,
        kind: input.kind,
        label: input.label,
        position: (last?.position ?? 0) + 1,
      })
      .execute()
    await recordEdits(context, [
      {
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'adjustment',
        subjectId: id,
        field: 'added',
        before: null,
        after: input.label,
      },
    ])
    return { adjustmentId: id, revision: String(revision) }
  },
})
