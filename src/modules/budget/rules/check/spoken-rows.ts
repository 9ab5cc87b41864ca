import { adjustmentSummaries } from './adjustment-boards.ts'
import { isYearColumn } from './columns.ts'
import { remember, type CheckContext } from './context.ts'
import { matchItems } from './item-matching.ts'
import { bodyKeyOf, topicWords } from './words.ts'
import { halfAt, isMoney, scaledAt, type RowView } from './view.ts'

/** An adjustment that words may speak of: as the summary prints it, as a chapter prints it, or both. */
export type SpokenRow = { summary: RowView | null; chapter: RowView | null; words: ReadonlySet<string> }

const memory = Symbol('spoken rows')

/** Every adjustment by the key of its board, with the words of both places it is printed in. */
export function spokenRows(context: CheckContext): ReadonlyMap<string, SpokenRow[]> {
  return remember(context, memory, () => {
    const rows = new Map<string, SpokenRow[]>()
    const add = (board: string, summary: RowView | null, chapter: RowView | null): void => {
      const labels = [summary, chapter].flatMap((row) => (row ? [row.row.label] : []))
      const spoken = { summary, chapter, words: topicWords(labels.join(' ')) }
      const known = rows.get(board)
      if (known) known.push(spoken)
      else rows.set(board, [spoken])
    }
    const { boards, moved, unknownBoards } = matchItems(context)
    for (const { board, pairs, onlySummary, onlyChapter } of boards) {
      for (const { summary, chapter } of pairs) add(board.key, summary, chapter)
      for (const summary of onlySummary) add(board.key, summary, null)
      for (const chapter of onlyChapter) add(board.key, null, chapter)
    }
    for (const { summary, chapter, chapterBoard } of moved) add(bodyKeyOf(chapterBoard), summary, chapter)
    for (const row of unknownBoards) add(bodyKeyOf(row.row.section ?? row.view.table.body ?? ''), null, row)
    return rows
  })
}

/** Whether any adjustments are printed: without them no amount in words can be held against one. */
export function hasAdjustments(context: CheckContext): boolean {
  return (
    adjustmentSummaries(context).length > 0 || (context.byKind.get('chapterAdjustments') ?? []).length > 0
  )
}

/** The column in which a row prints the amount: of the year if one is said, else any year; −1 when it does not. */
export function columnWith(row: RowView, quanta: number, year: number | null): number {
  return row.view.table.columns.findIndex(
    (column, at) =>
      isYearColumn(column) &&
      (year === null || column.year === year) &&
      isMoney(row, at) &&
      Math.abs(Math.abs(scaledAt(row, at)) - Math.abs(quanta)) <= halfAt(row, at),
  )
}

/** The column to show a row in: of the year, else the first year with an amount, else the first. */
export function columnToShow(row: RowView, year: number | null): number {
  const { columns } = row.view.table
  const years = columns.flatMap((column, at) => (isYearColumn(column) && isMoney(row, at) ? [at] : []))
  return years.find((at) => columns[at]?.year === year) ?? years.find((at) => scaledAt(row, at) !== 0) ?? 0
}
