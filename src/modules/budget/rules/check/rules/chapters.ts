import { isYearColumn, sameColumn } from '../columns.ts'
import type { CheckContext } from '../context.ts'
import { matchItems, type BoardItems, type MovedItem } from '../item-matching.ts'
import { about } from '../explain/clue.ts'
import { judge, term, type Judged, type Term } from '../judge.ts'
import { state } from '../state.ts'
import type { Sentence, Severity } from '../report.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { cellAt, columnAt, isMoney, partAt, scaledAt, type RowView } from '../view.ts'

/** A chapter's adjustment has the amounts the summary has, year by year. */
export const chapterItem: Rule = rule({
  id: 'chapters.item',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    matchItems(context).boards.flatMap(({ board, pairs }) =>
      pairs.map(({ summary, chapter }) => ({
        about: board.sum ? [about.row(board.sum)] : [],
        judged: chapter.view.table.columns.flatMap((column, at) => {
          const other = sameColumn(summary.view, column)
          if (other < 0 || (!isMoney(chapter, at) && !isMoney(summary, other))) return []
          const options = isMoney(chapter, at) ? {} : blankSaid(summary, other, chapter)
          return [judge(context, chapterItem, term(chapter, at), [term(summary, other)], options)]
        }),
      })),
    ),
})

function blankSaid(summary: RowView, column: number, chapter: RowView): { explanation: Sentence } {
  return {
    explanation: {
      key: 'check.explain.blankInChapter',
      params: {
        row: chapter.row.label,
        chapter: chapter.view.table.chapter ?? chapter.view.table.title,
        column: summary.view.table.columns[column]?.label ?? '',
        amount: cellAt(summary, column)?.value ?? 0,
      },
    },
  }
}

/** Base and the chapters' adjustments make up the board's sum in the summary. */
export const chapterBoardSum: Rule = rule({
  id: 'chapters.boardSum',
  class: 'identity',
  severity: 'error',
  run: (context) => {
    const items = matchItems(context)
    return items.boards.flatMap((board) => checkBoard(context, board, items.moved))
  },
})

function checkBoard(context: CheckContext, items: BoardItems, moved: readonly MovedItem[]): Series[] {
  const { base, sum, label } = items.board
  const arrived = moved.filter((item) => item.chapterBoard === label)
  const rows = items.chapter
  if (!sum || !base || rows.length === 0) return []
  const judged = sum.view.table.columns.flatMap((column, at) => {
    if (!isYearColumn(column) || !isMoney(sum, at) || !isMoney(base, at)) return []
    const terms: Term[] = [term(base, at)]
    for (const row of rows) {
      const other = sameColumn(row.view, column)
      if (other < 0) return []
      if (isMoney(row, other)) terms.push(term(row, other))
    }
    return [judge(context, chapterBoardSum, term(sum, at), terms)]
  })
  const here = [...arrived, ...moved.filter((item) => item.summaryBoard === label)]
  for (const one of judged) explainByItems(one, items, here)
  const found = judged.some(({ check }) => check.outcome === 'finding')
  const rowsBehind = [...here.map((item) => item.chapter), ...items.onlyChapter, ...items.onlySummary, sum]
  return [{ judged, about: found ? rowsBehind.map(about.row) : [] }]
}

/** What one adjustment makes the board's sum differ by. */
type ItemShare = { row: RowView; off: number; sentence?: Sentence }

/** Says which adjustments make up the difference, when they make up all of it. */
function explainByItems(
  { check, target, difference, tolerance }: Judged,
  items: BoardItems,
  moved: readonly MovedItem[],
): void {
  if (check.outcome !== 'finding' || !target) return
  const column = columnAt(target.row, target.column)
  const amountIn = (row: RowView): number => {
    const at = sameColumn(row.view, column)
    return at < 0 ? 0 : scaledAt(row, at)
  }
  const shares: ItemShare[] = [
    ...items.pairs.map(({ summary, chapter }) => ({
      row: chapter,
      off: amountIn(summary) - amountIn(chapter),
    })),
    ...items.onlySummary.map((row) => ({
      row,
      off: amountIn(row),
      sentence: notIn('check.explain.notInChapter', row, items),
    })),
    ...items.onlyChapter.map((row) => ({
      row,
      off: -amountIn(row),
      sentence: notIn('check.explain.notInSummary', row, items),
    })),
    ...moved.map((item) => ({
      row: item.chapter,
      off: item.chapterBoard === items.board.label ? -amountIn(item.chapter) : amountIn(item.summary),
      sentence: movedSaid(item),
    })),
  ].filter(({ off }) => off !== 0)
  if (
    shares.length === 0 ||
    Math.abs(shares.reduce((total, { off }) => total + off, 0) - difference) > tolerance
  )
    return
  const [only] = shares
  check.explanation =
    shares.length === 1 && only?.sentence
      ? only.sentence
      : {
          key: 'check.explain.itemsDiffer',
          params: {
            board: items.board.label,
            items: shares.map(({ row }) => row.row.label).join('; '),
            count: shares.length,
            chapter: only?.row.view.table.chapter ?? '',
          },
        }
}

/** What stands in a chapter stands in the summary, under the same board, and the other way round. */
export const chapterComplete: Rule = rule({
  id: 'chapters.complete',
  class: 'completeness',
  severity: 'error',
  run: (context) => {
    const { boards, moved, unknownBoards } = matchItems(context)
    const adjusted = boards.filter(({ board }) => board.adjustments.some(hasAmount))
    const covered = boards.filter(({ chapter }) => chapter.length > 0)
    const forgotten = isCustom(adjusted) ? adjusted.filter(({ chapter }) => chapter.length === 0) : []
    return [
      ...boards.flatMap(({ pairs }) => pairs.map(({ chapter }) => said(context, chapter, [], null))),
      ...moved.map((item) => said(context, item.chapter, [item.summary], movedSaid(item))),
      ...covered.flatMap((items) => [
        ...items.onlyChapter.map((row) =>
          said(context, row, [], notIn('check.explain.notInSummary', row, items)),
        ),
        ...items.onlySummary
          .filter(hasAmount)
          .map((row) => said(context, row, [], notIn('check.explain.notInChapter', row, items))),
      ]),
      ...forgotten.flatMap((items) =>
        items.onlySummary
          .filter(hasAmount)
          .map((row) => said(context, row, [], notIn('check.explain.notInChapter', row, items), 'warning')),
      ),
      ...unknownBoards.map((row) => said(context, row, [], boardMissing(row))),
    ]
  },
})

/** Whether most boards with adjustments have them in a chapter, so that the one that has not is forgotten. */
function isCustom(adjusted: readonly BoardItems[]): boolean {
  const covered = adjusted.filter(({ chapter }) => chapter.length > 0).length
  return covered >= 2 && covered * 2 > adjusted.length
}

function hasAmount(row: RowView): boolean {
  return row.view.table.columns.some((_, at) => scaledAt(row, at) !== 0)
}

function movedSaid({ chapter, chapterBoard, summaryBoard }: MovedItem): Sentence {
  return {
    key: 'check.explain.underAnotherBoard',
    params: { row: chapter.row.label, chapterBoard, summaryBoard },
  }
}

function notIn(key: string, row: RowView, { board }: BoardItems): Sentence {
  return { key, params: { row: row.row.label, board: board.label } }
}

function boardMissing(row: RowView): Sentence {
  return {
    key: 'check.explain.boardNotInSummary',
    params: { row: row.row.label, board: row.row.section ?? row.view.table.body ?? '' },
  }
}

/** One check for the whole row, shown at its first amount. */
function said(
  context: CheckContext,
  row: RowView,
  others: readonly RowView[],
  explanation: Sentence | null,
  severity: Severity = 'error',
): Series {
  const first = Math.max(
    0,
    row.view.table.columns.findIndex((column, at) => isYearColumn(column) && isMoney(row, at)),
  )
  const parts = [row, ...others].map((each) =>
    partAt(each, Math.max(0, sameColumn(each.view, row.view.table.columns[first]!))),
  )
  const where = { ...partAt(row, first).where, column: null, columnLabel: null }
  const judged = state(context, chapterComplete, {
    outcome: explanation ? 'finding' : 'holds',
    severity,
    where,
    parts,
    printed: explanation ? (cellAt(row, first)?.value ?? null) : null,
    unit: row.row.unit,
    ...(explanation ? { explanation } : {}),
  })
  return { judged: [judged], about: [about.row(row)] }
}
