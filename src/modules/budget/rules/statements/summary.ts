import { ZERO, type Amount } from '../amount.ts'
import type { Cell, CellOrigin, Column, Row, RowKind, Table, Unit } from '../book.ts'
import type { Role } from '../roles.ts'
import { bodyFinder, NO_BOARD, type BudgetBase } from './base.ts'
import { printFigure } from './compiling/derived-cell.ts'
import { effectsOf, type Effect } from './effect.ts'
import { totals, type BoardSum, type Totals } from './totals.ts'
import { isBoardKind, type Version } from './version.ts'

/** What stands in the rows and columns: words are the caller's, in whatever language and movement. */
export type SummaryWords = {
  title: string
  baseProposal: string
  sum: string
  total: string
  baseResult: string
  ownResult: string
  /** The heading over the budget year's additions, then one a compiled year. */
  addition: string
  years: readonly string[]
  /** Over the chapters' list of what stands in no chapter; the summary's own title when it is not given. */
  otherChapter?: string
  /** Over a chapter's list of its changes; the chapter's number alone when it is not given. */
  inChapter?: (chapter: string) => string
}

/** How the summary is printed. */
export type SummaryPrint = { unit: Unit; decimals: number; words: SummaryWords }

export const SUMMARY_KEY = 'summary'

/**
 * Compiles the adjustment summary: per public board base proposal, adjustments and sum; all appropriations; then the
 * way from the base's result over the financing to ours. The same figures as `totals`, exact in the cells and each
 * rounded by itself in print. A public board without adjustments is there too, so that nobody with money is missing.
 */
export function compileSummary(version: Version, base: BudgetBase, print: SummaryPrint): Table {
  const sums = totals(version, base)
  const effects = effectsOf(version, base.years)
  const byBoard = effectsByBoard(effects, sums)
  const { words } = print
  const line = (
    key: string,
    label: string,
    role: Role,
    amounts: Amounts,
    more: Partial<RowShape> = {},
  ): Row =>
    summaryRow(
      { key, label, role, amounts, addition: null, kind: 'line', section: null, origin: 'derived', ...more },
      print,
    )
  const rows = sums.boards.flatMap((board, at): Row[] => [
    line(`base:${board.publicBoard}`, words.baseProposal, 'baseProposal', board.base, {
      section: board.publicBoard,
    }),
    ...(byBoard[at] ?? []).map((effect) => effectRow(effect, 'adjustment', board.publicBoard, print)),
    line(`sum:${board.publicBoard}`, words.sum, 'adjustedSum', board.sum, {
      section: board.publicBoard,
      kind: 'sum',
      addition: board.adjustments[0] ?? ZERO,
    }),
  ])
  rows.push(
    line('total', words.total, 'adjustedTotal', sums.appropriations, {
      kind: 'sum',
      addition: additionOf(sums.boards),
    }),
    line('baseResult', words.baseResult, 'baseResult', sums.baseResult),
    ...effects
      .filter((effect) => !isBoardKind(effect.kind))
      .map((effect) => effectRow(effect, 'financing', null, print)),
    line('ownResult', words.ownResult, 'ownResult', sums.result, { kind: 'sum' }),
  )
  return {
    key: SUMMARY_KEY,
    title: words.title,
    kind: 'adjustmentSummary',
    chapter: null,
    body: null,
    unit: print.unit,
    source: null,
    columns: summaryColumns(base.years, words),
    rows,
  }
}

type Amounts = readonly (Amount | null)[]

type RowShape = {
  key: string
  label: string
  role: Role
  amounts: Amounts
  /** The figure of the addition column; null for none. */
  addition: Amount | null
  kind: RowKind
  section: string | null
  origin: CellOrigin
}

function additionOf(boards: readonly BoardSum[]): Amount {
  return boards.reduce((total, board) => total.plus(board.adjustments[0] ?? ZERO), ZERO)
}

function effectRow(effect: Effect, role: Role, section: string | null, print: SummaryPrint): Row {
  const { id, label, amounts, öre } = effect
  return summaryRow(
    {
      key: effectKey(id),
      label,
      role,
      amounts,
      addition: amounts[0] ?? null,
      kind: 'line',
      section,
      origin: öre === null ? 'own' : 'derived',
    },
    print,
  )
}

/** The key of an adjustment's or a tax step's row in the summary. */
export function effectKey(id: string): string {
  return `adjustment:${id}`
}

function summaryRow(shape: RowShape, { unit, decimals }: SummaryPrint): Row {
  const { key, label, role, section, kind } = shape
  const cell = (value: Amount | null): Cell => ({
    value,
    printed: value === null ? '' : printFigure(value, decimals, unit),
    decimals: value === null ? 0 : decimals,
    unit,
    sourceLine: null,
    origin: shape.origin,
  })
  return {
    key,
    label,
    section,
    level: kind === 'sum' ? 0 : 1,
    kind,
    ofWhichComplete: null,
    role,
    roleOrigin: 'corrected',
    unit,
    sourceLine: null,
    cells: [cell(shape.addition), ...shape.amounts.map(cell)],
  }
}

function summaryColumns(years: readonly number[], words: SummaryWords): Column[] {
  const [first] = years
  return [
    {
      key: 'addition',
      label: words.addition,
      kind: 'addition',
      year: first ?? null,
      compares: null,
      shift: null,
    },
    ...years.map((year, at): Column => ({
      key: String(year),
      label: words.years[at] ?? String(year),
      kind: at === 0 ? 'budget' : 'plan',
      year,
      compares: null,
      shift: null,
    })),
  ]
}

/** The effects on appropriations by board, in the order of the totals' boards. */
function effectsByBoard(effects: readonly Effect[], sums: Totals): Effect[][] {
  const find = bodyFinder(sums.boards.map((board) => board.publicBoard))
  const byBoard: Effect[][] = sums.boards.map(() => [])
  for (const effect of effects) {
    if (isBoardKind(effect.kind)) byBoard[find(effect.publicBoard ?? NO_BOARD)]?.push(effect)
  }
  return byBoard
}
