import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { recordEdits } from './change-book.ts'

/** An amount to write: what somebody saw (its revision; 0 for a cell that had nothing) and what it shall be. */
export type WantedCell = {
  adjustmentId: string
  year: number
  amount: string | null
  expectedRevision: number
}

/**
 * Writes amounts of adjustments, all of them or none.
 * @throws {Problem} changedMeanwhile when somebody else was first, with what stands there now; notFound when an
 *   adjustment is not in the version; invalidInput when a cell is named twice
 */
export async function writeAmounts(
  context: OperationContext,
  target: { bookId: string; versionId: string },
  cells: readonly WantedCell[],
): Promise<void> {
  if (new Set(cells.map(keyOf)).size < cells.length)
    throw new Problem('invalidInput', { detail: 'cellTwice' })
  const before = await readCells(context, target.versionId, cells)
  refuseChanged(cells, before)
  await writeCells(context, target.bookId, cells)
  await recordEdits(
    context,
    cells.map((wanted) => ({
      ...target,
      subjectKind: 'amount' as const,
      subjectId: wanted.adjustmentId,
      field: String(wanted.year),
      before: before.get(keyOf(wanted))?.amount ?? null,
      after: wanted.amount,
    })),
  )
}

type StoredCell = { amount: string | null; revision: number; changed_at: Date; changed_by_name: string }

function keyOf(cellOf: { adjustmentId: string; year: number }): string {
  return `${cellOf.adjustmentId} ${cellOf.year}`
}

async function readCells(
  { db }: OperationContext,
  version: string,
  wanted: readonly WantedCell[],
): Promise<Map<string, StoredCell>> {
  const ids = [...new Set(wanted.map((each) => each.adjustmentId))]
  const known = await db
    .selectFrom('budget.adjustment')
    .select('id')
    .where('version_id', '=', version)
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

function refuseChanged(wanted: readonly WantedCell[], before: Map<string, StoredCell>) {
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

async function writeCells(context: OperationContext, book: string, wanted: readonly WantedCell[]) {
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
