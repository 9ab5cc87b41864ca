import { SAME_BODY, sameBody } from '../reading/bodies.ts'
import { adjustmentSummaries, type AdjustmentBoard } from './adjustment-boards.ts'
import { remember, tablesOf, type CheckContext } from './context.ts'
import { linesThatAreParts } from './structure/of-which.ts'
import type { RowView } from './view.ts'
import { bodyKeyOf } from './words.ts'

/** One public board's appropriation and its place in the adjustment summary; one of them may be missing. */
export type BoardMoney =
  | { row: RowView; board: AdjustmentBoard | null }
  | { row: null; board: AdjustmentBoard }

const memory = Symbol('appropriations by board')

/**
 * The appropriations' lines against the boards of the adjustment summary, one list for each family of statements
 * that has both.
 */
export function boardMoney(context: CheckContext): BoardMoney[][] {
  return remember(context, memory, () =>
    context.families.flatMap((family) => {
      const rows = tablesOf(family, 'appropriations').flatMap((view) => {
        const parts = linesThatAreParts(view)
        return view.rows.filter((row) => row.row.kind === 'line' && !parts.has(row))
      })
      const views = new Set(tablesOf(family, 'adjustmentSummary'))
      const boards = adjustmentSummaries(context).flatMap((summary) =>
        views.has(summary.view) ? summary.boards : [],
      )
      return rows.length === 0 || boards.length === 0 ? [] : [match(rows, boards)]
    }),
  )
}

function match(rows: readonly RowView[], boards: readonly AdjustmentBoard[]): BoardMoney[] {
  const free = new Map(boards.map((board) => [board.key, board]))
  const matched = new Map<RowView, AdjustmentBoard>()
  const take = (row: RowView, board: AdjustmentBoard | undefined): void => {
    if (!board) return
    matched.set(row, board)
    free.delete(board.key)
  }
  for (const row of rows) take(row, free.get(bodyKeyOf(row.row.label)))
  // The few that are left may be abbreviated or spelt another way.
  for (const row of rows) {
    if (free.size === 0) break
    if (matched.has(row)) continue
    take(
      row,
      [...free.values()].find((board) => sameBody(board.label, row.row.label) >= SAME_BODY),
    )
  }
  return [
    ...rows.map((row) => ({ row, board: matched.get(row) ?? null })),
    ...[...free.values()].map((board) => ({ row: null, board })),
  ]
}

/** What the board or row is called. */
export function moneyLabel({ row, board }: BoardMoney): string {
  return row ? row.row.label : board.label
}
