import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { Table } from '../rules/book.ts'
import { sameBody, SAME_BODY } from '../rules/reading/bodies.ts'
import { similarLabels } from '../rules/reading/labels.ts'
import { printedAdjustments } from '../rules/statements/printed-adjustments.ts'
import type { Adjustment } from '../rules/statements/version.ts'
import type { StatementSettings } from '../rules/statements/columns.ts'
import { unitNames } from './compile.ts'

/**
 * Makes adjustments of the rows of a printed adjustment summary, so that a printed alternative can be worked on.
 * Each remembers the row it was read from.
 * @returns how many were made
 */
export async function savePrintedAdjustments(
  context: OperationContext,
  target: { bookId: string; versionId: string },
  tables: readonly Table[],
  settings: StatementSettings,
  boardOf: (name: string | null) => { id: string } | null,
): Promise<number> {
  const summary = tables.find((table) => table.kind === 'adjustmentSummary')
  if (!summary) return 0
  const { db, organisationId } = context
  const { id: changedBy, name } = actorName(context)
  const adjustments = printedAdjustments(summary, unitNames(tables), settings)
  const printedRows = new Map(summary.rows.map((row) => [row.key, row]))
  for (const [position, adjustment] of adjustments.entries()) {
    const id = newId()
    const board = boardOf(adjustment.publicBoard)
    const kind = board ? adjustment.kind : 'financing'
    await db
      .insertInto('budget.adjustment')
      .values({
        organisation_id: organisationId,
        id,
        book_id: target.bookId,
        version_id: target.versionId,
        public_board_id: kind === 'financing' ? null : (board?.id ?? null),
        kind,
        label: adjustment.label,
        recurring: adjustment.recurring,
        chapter: chapterOf(adjustment, tables),
        printed_key: adjustment.id,
        source_line: printedRows.get(adjustment.id)?.sourceLine ?? null,
        position: position + 1,
      })
      .execute()
    const amounts = Object.entries(adjustment.amounts).map(([year, amount]) => ({
      organisation_id: organisationId,
      adjustment_id: id,
      year: Number(year),
      book_id: target.bookId,
      amount: amount.toFixed(),
      changed_at: context.now,
      changed_by: changedBy,
      changed_by_name: name,
    }))
    if (amounts.length > 0) await db.insertInto('budget.adjustment_amount').values(amounts).execute()
  }
  return adjustments.length
}

/** How alike two labels must be to be the same adjustment, when they stand under the same board. */
const alikeEnough = 0.5

/** The chapter whose own list names the adjustment: the most similar label under the same board. */
function chapterOf(adjustment: Adjustment, tables: readonly Table[]): string | null {
  let best: { chapter: string | null; score: number } = { chapter: null, score: alikeEnough }
  for (const table of tables) {
    if (table.kind !== 'chapterAdjustments') continue
    for (const row of table.rows) {
      const body = row.section ?? table.body
      if (
        body === null ||
        adjustment.publicBoard === null ||
        sameBody(body, adjustment.publicBoard) < SAME_BODY
      )
        continue
      const score = similarLabels(row.label, adjustment.label)
      if (score > best.score) best = { chapter: table.chapter, score }
    }
  }
  return best.chapter
}
