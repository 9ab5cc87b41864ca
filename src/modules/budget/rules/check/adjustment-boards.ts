import { remember, type CheckContext } from './context.ts'
import { bodyKeyOf } from './words.ts'
import type { RowView, TableView } from './view.ts'

/** One public board in an adjustment summary. */
export type AdjustmentBoard = {
  label: string
  key: string
  base: RowView | null
  adjustments: RowView[]
  /** Base and adjustments together, if it is printed; a board without adjustments may print its base only. */
  sum: RowView | null
}

/** An adjustment summary as the rules read it. */
export type AdjustmentSummary = {
  view: TableView
  boards: AdjustmentBoard[]
  total: RowView | null
  baseResult: RowView | null
  financing: RowView[]
  ownResult: RowView | null
}

const memory = Symbol('adjustment summaries')

/** The adjustment summaries of the book; rows of a section that mean nothing else are its adjustments. */
export function adjustmentSummaries(context: CheckContext): AdjustmentSummary[] {
  return remember(context, memory, () => (context.byKind.get('adjustmentSummary') ?? []).map(summaryOf))
}

function summaryOf(view: TableView): AdjustmentSummary {
  const boards = new Map<string, AdjustmentBoard>()
  const summary: AdjustmentSummary = {
    view,
    boards: [],
    total: null,
    baseResult: null,
    financing: [],
    ownResult: null,
  }
  for (const row of view.rows) {
    const { role, section, kind } = row.row
    if (role === 'adjustedTotal') summary.total ??= row
    else if (role === 'baseResult') summary.baseResult ??= row
    else if (role === 'ownResult') summary.ownResult ??= row
    else if (role === 'financing') summary.financing.push(row)
    else if (section !== null && kind !== 'memo' && kind !== 'ofWhich') {
      const board = boards.get(section) ?? {
        label: section,
        key: bodyKeyOf(section),
        base: null,
        adjustments: [],
        sum: null,
      }
      boards.set(section, board)
      if (role === 'baseProposal') board.base ??= row
      else if (role === 'adjustedSum') board.sum ??= row
      else if (kind === 'line') board.adjustments.push(row)
    }
  }
  summary.boards = [...boards.values()].filter((board) => board.base ?? board.sum ?? board.adjustments[0])
  return summary
}

/** What the board is left with: its sum, or its base when it has no adjustments and no sum is printed. */
export function resultingRow(board: AdjustmentBoard): RowView | null {
  return board.sum ?? (board.adjustments.length === 0 ? board.base : null)
}
