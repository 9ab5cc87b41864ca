import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { writeAmounts } from '../store/write-amounts.ts'
import { amountText, bookId, versionId, yearNumber } from './shapes.ts'
import { requireDraft } from './require-draft.ts'

const cell = z.object({
  adjustmentId: z.uuid(),
  year: yearNumber,
  /** Null makes the cell blank, which is not 0. */
  amount: amountText.nullable(),
  /** The revision the writer saw; 0 for a cell that had nothing. */
  expectedRevision: z.number().int().min(0),
})

/**
 * Writes one or many cells of the grid at once (a paste, an undo): all of them, or none if somebody else has
 * changed one of them meanwhile. The answer to that says which, and what stands there now.
 */
export const setAmounts = writeOperation({
  name: 'set-amounts',
  summary: 'Write amounts of adjustments by year; refused as a whole if one was changed meanwhile.',
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/amounts',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, cells: z.array(cell).min(1).max(5000) }),
  output: z.object({
    revision: z.string(),
    cells: z.array(z.object({ adjustmentId: z.uuid(), year: yearNumber, revision: z.number().int() })),
  }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    cells: [{ adjustmentId: budget.adjustmentId, year: budget.year, amount: '35', expectedRevision: 1 }],
  }),
  audit: (input) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: input.versionId, cells: input.cells.length },
  }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, { kind: 'amounts', versionId: input.versionId })
    await requireDraft(context, input.bookId, input.versionId)
    await writeAmounts(context, { bookId: input.bookId, versionId: input.versionId }, input.cells)
    return {
      revision: String(revision),
      cells: input.cells.map(({ adjustmentId, year, expectedRevision }) => ({
        adjustmentId,
        year,
        revision: expectedRevision + 1,
      })),
    }
  },
})
