import { adjustmentSummaries, type AdjustmentBoard } from './adjustment-boards.ts'
import { isYearColumn, sameColumn } from './columns.ts'
import { remember, type CheckContext } from './context.ts'
import { halfAt, scaledAt, type RowView } from './view.ts'
import { BEGINNING, beginAlike, bodyKeyOf, labelWords } from './words.ts'

/** An adjustment as the summary and the chapter print it. */
export type ItemPair = { summary: RowView; chapter: RowView }

/** A board's adjustments in the summary held against those in the chapters. */
export type BoardItems = {
  board: AdjustmentBoard
  /** All that the chapters print under the board, in their order. */
  chapter: readonly RowView[]
  pairs: ItemPair[]
  onlySummary: RowView[]
  onlyChapter: RowView[]
}

/** An adjustment that stands under one board in its chapter and under another in the summary. */
export type MovedItem = ItemPair & { summaryBoard: string; chapterBoard: string }

export type Items = { boards: BoardItems[]; moved: MovedItem[]; unknownBoards: RowView[] }

const memory = Symbol('item matching')

/**
 * Finds each adjustment's counterpart: within its board by words and amounts together, because the wording
 * differs from place to place; what is left over, in any other board by words and the very same amounts.
 */
export function matchItems(context: CheckContext): Items {
  return remember(context, memory, () => match(context))
}

function match(context: CheckContext): Items {
  const boards = new Map<string, BoardItems>()
  for (const { boards: found } of adjustmentSummaries(context)) {
    for (const board of found) {
      if (!boards.has(board.key))
        boards.set(board.key, { board, chapter: [], pairs: [], onlySummary: [], onlyChapter: [] })
    }
  }
  const { known, unknown } = chapterRows(context, boards)
  for (const [key, items] of boards) {
    items.chapter = known.get(key) ?? []
    Object.assign(items, pairUp(items.board.adjustments, items.chapter, false))
  }
  return { boards: [...boards.values()], moved: findMoved([...boards.values()]), unknownBoards: unknown }
}

/** The chapters' rows by board, and those of boards the summary does not have. */
function chapterRows(
  context: CheckContext,
  boards: ReadonlyMap<string, BoardItems>,
): { known: Map<string, RowView[]>; unknown: RowView[] } {
  const known = new Map<string, RowView[]>()
  const unknown: RowView[] = []
  for (const view of context.byKind.get('chapterAdjustments') ?? []) {
    for (const row of view.rows) {
      if (row.row.kind !== 'line' || !yearAmounts(row).some((each) => each !== 0)) continue
      const body = row.row.section ?? view.table.body ?? ''
      const key = bodyKeyOf(body)
      if (!boards.has(key)) unknown.push(row)
      else put(known, key, row)
    }
  }
  return { known, unknown }
}

function yearAmounts(row: RowView): number[] {
  return row.view.table.columns.flatMap((column, at) => (isYearColumn(column) ? [scaledAt(row, at)] : []))
}

type Candidate = { summary: RowView; chapter: RowView; score: number; order: number }

/** Pairs rows by falling likeness; each row is used once. */
function pairUp(
  summary: readonly RowView[],
  chapter: readonly RowView[],
  strict: boolean,
): Omit<BoardItems, 'board' | 'chapter'> {
  const index = indexRows(chapter)
  const candidates: Candidate[] = []
  for (const [order, row] of summary.entries()) {
    for (const other of candidatesFor(row, index)) {
      const words = sharedWords(labelWords(row.row.label), labelWords(other.row.label))
      const amounts = agreement(row, other)
      const enough = strict
        ? words >= 0.34 && amounts === 1
        : words >= 0.34 || amounts === 1 || (words > 0 && amounts >= 0.6)
      if (enough) candidates.push({ summary: row, chapter: other, score: words + amounts, order })
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.order - b.order)
  const used = new Set<RowView>()
  const pairs: ItemPair[] = []
  for (const { summary: one, chapter: other } of candidates) {
    if (used.has(one) || used.has(other)) continue
    used.add(one)
    used.add(other)
    pairs.push({ summary: one, chapter: other })
  }
  return {
    pairs,
    onlySummary: summary.filter((row) => !used.has(row)),
    onlyChapter: chapter.filter((row) => !used.has(row)),
  }
}

type RowIndex = { byWord: Map<string, RowView[]>; byAmounts: Map<string, RowView[]> }

function indexRows(rows: readonly RowView[]): RowIndex {
  const index: RowIndex = { byWord: new Map(), byAmounts: new Map() }
  for (const row of rows) {
    for (const word of labelWords(row.row.label)) put(index.byWord, word.slice(0, BEGINNING), row)
    put(index.byAmounts, amountsKey(row), row)
  }
  return index
}

function put(map: Map<string, RowView[]>, key: string, row: RowView): void {
  const list = map.get(key)
  if (!list) map.set(key, [row])
  else if (list.at(-1) !== row) list.push(row)
}

function candidatesFor(row: RowView, index: RowIndex): Set<RowView> {
  const found = new Set(index.byAmounts.get(amountsKey(row)) ?? [])
  for (const word of labelWords(row.row.label)) {
    for (const other of index.byWord.get(word.slice(0, BEGINNING)) ?? []) found.add(other)
  }
  return found
}

function amountsKey(row: RowView): string {
  return row.view.table.columns
    .flatMap((column, at) =>
      isYearColumn(column) && scaledAt(row, at) !== 0 ? [`${column.year}:${scaledAt(row, at)}`] : [],
    )
    .join(' ')
}

/** How much of the shorter label stands in the longer: words count as shared when they begin alike. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0) return 0
  return few.filter((word) => many.some((other) => beginAlike(word, other))).length / few.length
}

/** The share of the years both tables have in which the two rows print the same amount; blank is 0. */
function agreement(summary: RowView, chapter: RowView): number {
  let years = 0
  let same = 0
  for (const [at, column] of chapter.view.table.columns.entries()) {
    const other = sameColumn(summary.view, column)
    if (other < 0) continue
    years++
    const reach = halfAt(chapter, at) + halfAt(summary, other)
    if (Math.abs(scaledAt(chapter, at) - scaledAt(summary, other)) <= reach) same++
  }
  return years === 0 ? 0 : same / years
}

/** Leftovers of different boards that are the same adjustment. Paired ones leave their boards' leftovers. */
function findMoved(boards: readonly BoardItems[]): MovedItem[] {
  const boardOf = new Map<RowView, BoardItems>()
  for (const items of boards)
    for (const row of [...items.onlySummary, ...items.onlyChapter]) boardOf.set(row, items)
  const { pairs } = pairUp(
    boards.flatMap((items) => items.onlySummary),
    boards.flatMap((items) => items.onlyChapter),
    true,
  )
  return pairs.flatMap(({ summary, chapter }) => {
    const [from, to] = [boardOf.get(summary), boardOf.get(chapter)]
    if (!from || !to) return []
    from.onlySummary = from.onlySummary.filter((row) => row !== summary)
    to.onlyChapter = to.onlyChapter.filter((row) => row !== chapter)
    return [{ summary, chapter, summaryBoard: from.board.label, chapterBoard: to.board.label }]
  })
}
