import { z } from 'zod'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { actorName, bookChanged, recordEdits } from '../store/change-book.ts'
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

type WantedCell = z.output<typeof cell>

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
    const before = await readCells(context, input)
    refuseChanged(input.cells, before)
    await writeCells(context, input.bookId, input.cells)
    await recordEdits(
      context,
      input.cells.map((wanted) => ({
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'amount' as const,
        subjectId: wanted.adjustmentId,
        field: String(wanted.year),
        before: before.get(keyOf(wanted))?.amount ?? null,
        after: wanted.amount,
      })),
    )
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

type StoredCell = { amount: string | null; revision: number; changed_at: Date; changed_by_name: string }

function keyOf(cellOf: { adjustmentId: string; year: number }): string {
  return `${cellOf.adjustmentId} ${cellOf.year}`
}

async function readCells(
  { db }: OperationContext,
  input: { versionId: string; cells: WantedCell[] },
): Promise<Map<string, StoredCell>> {
  const ids = [...new Set(input.cells.map((wanted) => wanted.adjustmentId))]
  const known = await db
    .selectFrom('budget.adjustment')
    .select('id')
    .where('version_id', '=', input.versionId)
    .where('removed_at', 'is', null)
    .where('id', 'in', ids)
    .execute()
  if (known.length < ids.length) throw new Problem('notFound')
  const stored = await db
    .selectFrom('budget.adjustment_amount')
    .select(['adjustment_id', 'year', 'amount', 'revision', 'changed_at', 'changed_by_name'])
    .where('adjustment_id', 'in', ids)
    .execute()
  return new Map(stored.map((row) => [keyOf({ adjustmentId: row.adjustment_id, year: row.year }), row]))
}

function refuseChanged(wanted: WantedCell[], before: Map<string, StoredCell>) {
  const conflicts = wanted.flatMap((each) => {
    const theirs = before.get(keyOf(each))
    if ((theirs?.revision ?? 0) === each.expectedRevision) return []
    return [
      {
        adjustmentId: each.adjustmentId,
        year: each.year,
        amount: theirs?.amount ?? null,
        revision: theirs?.revision ?? 0,
        changedBy: theirs?.changed_by_name ?? '',
        changedAt: theirs?.changed_at.toISOString() ?? '',
      },
    ]
  })
  if (conflicts.length > 0) throw new Problem('changedMeanwhile', { facts: { conflicts } })
}

async function writeCells(context: OperationContext, book: string, wanted: WantedCell[]) {
  const { id, name } = actorName(context)
  await context.db
    .insertInto('budget.adjustment_amount')
    .values(
      wanted.map((each) => ({
        organisation_id: context.organisationId,
        adjustment_id: each.adjustmentId,
        year: each.year,
        book_id: book,
        amount: each.amount,
        revision: each.expectedRevision + 1,
        changed_at: context.now,
        changed_by: id,
        changed_by_name: name,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'adjustment_id', 'year']).doUpdateSet((row) => ({
        amount: row.ref('excluded.amount'),
        // What was printed belonged to the amount that is gone.
        printed: null,
        revision: row.ref('excluded.revision'),
        changed_at: row.ref('excluded.changed_at'),
        changed_by: row.ref('excluded.changed_by'),
        changed_by_name: row.ref('excluded.changed_by_name'),
      })),
    )
    .execute()
}
