import { ZERO, type Amount } from '../amount.ts'
import type { Row, Table } from '../book.ts'
import type { BudgetBase } from '../statements/base.ts'
import { compiledColumns, inBookUnit, type StatementSettings } from '../statements/columns.ts'
import { amountEffectsOf } from '../statements/effect.ts'
import { totals } from '../statements/totals.ts'
import { isBoardKind, type AdjustmentKind, type Version } from '../statements/version.ts'

/** A budget reduced to what any two can be compared by; null where it does not say. One place a year in every list. */
export type Comparable = {
  id: string
  label: string
  years: readonly number[]
  boards: readonly { publicBoard: string; amounts: Amounts }[]
  total: Amounts
  result: Amounts
  /** What it changes from its base; null when it does not tell (a party's printed budget without a summary). */
  adjustments: readonly ComparableAdjustment[] | null
}

export type Amounts = readonly (Amount | null)[]

export type ComparableAdjustment = {
  id: string
  publicBoard: string | null
  label: string
  kind: AdjustmentKind
  amounts: Amounts
}

/** One of our versions or scenarios, on its base. */
export function comparableVersion(version: Version, base: BudgetBase): Comparable {
  const sums = totals(version, base)
  return {
    id: version.id,
    label: version.label,
    years: base.years,
    boards: sums.boards.map((board) => ({ publicBoard: board.publicBoard, amounts: board.sum })),
    total: sums.appropriations,
    result: sums.result,
    adjustments: amountEffectsOf(version, base.years).map(({ id, publicBoard, label, kind, amounts }) => ({
      id,
      publicBoard: isBoardKind(kind) || kind === 'resultRequirement' ? publicBoard : null,
      label,
      kind,
      amounts,
    })),
  }
}

/** The base itself, without any difference. */
export function comparableBase(id: string, label: string, base: BudgetBase): Comparable {
  const appropriations = base.boards.map((board) => ({
    publicBoard: board.publicBoard,
    amounts: board.appropriation,
  }))
  return {
    id,
    label,
    years: base.years,
    boards: appropriations,
    total: base.years.map((_, year) => totalOf(appropriations.map((board) => board.amounts[year] ?? null))),
    result: base.result,
    adjustments: [],
  }
}

/**
 * Somebody else's printed budget, of which only some tables may be there: appropriations from their table, else from
 * an adjustment summary's sums; the result from the income statement, else the result requirements, else the summary.
 */
export function comparablePrinted(
  id: string,
  label: string,
  tables: readonly Table[],
  settings: StatementSettings,
): Comparable {
  const of = (kind: Table['kind']): Table | undefined => tables.find((table) => table.kind === kind)
  const summary = of('adjustmentSummary')
  const appropriations = of('appropriations')
  const boards =
    appropriations === undefined ? boardsOfSummary(summary, settings) : linesOf(appropriations, settings)
  const printedTotal =
    figuresOf(appropriations, (row) => row.role === 'appropriationTotal', settings) ??
    (appropriations === undefined
      ? figuresOf(summary, (row) => row.role === 'adjustedTotal', settings)
      : null)
  return {
    id,
    label,
    years: settings.years,
    boards,
    total:
      printedTotal ??
      settings.years.map((_, year) => totalOf(boards.map((board) => board.amounts[year] ?? null))),
    result:
      figuresOf(of('incomeStatement'), (row) => row.role === 'resultOfTheYear', settings) ??
      figuresOf(of('resultRequirements'), (row) => row.role === 'grandTotal', settings) ??
      figuresOf(summary, (row) => row.role === 'ownResult', settings) ??
      settings.years.map(() => null),
    adjustments: summary === undefined ? null : adjustmentsOf(summary, settings),
  }
}

/** The sum of what is known; null when nothing is. */
function totalOf(amounts: Amounts): Amount | null {
  const known = amounts.filter((each) => each !== null)
  return known.length === 0 ? null : known.reduce((total, each) => total.plus(each), ZERO)
}

function linesOf(table: Table, settings: StatementSettings): Comparable['boards'] {
  return table.rows
    .filter((row) => row.kind === 'line')
    .map((row) => ({ publicBoard: row.label, amounts: figuresOfRow(table, row, settings) }))
}

/** Each board's sum; its base proposal where it has no adjustments and so no sum. */
function boardsOfSummary(summary: Table | undefined, settings: StatementSettings): Comparable['boards'] {
  if (summary === undefined) return []
  const boards = new Map<string, Amounts>()
  for (const role of ['baseProposal', 'adjustedSum'] as const) {
    for (const row of summary.rows) {
      if (row.role === role && row.section !== null)
        boards.set(row.section, figuresOfRow(summary, row, settings))
    }
  }
  return [...boards].map(([publicBoard, amounts]) => ({ publicBoard, amounts }))
}

function adjustmentsOf(summary: Table, settings: StatementSettings): ComparableAdjustment[] {
  return summary.rows.flatMap((row): ComparableAdjustment[] => {
    if (row.role !== 'adjustment' && row.role !== 'financing') return []
    const kind = row.role === 'financing' ? 'financing' : 'reform'
    return [
      {
        id: row.key,
        publicBoard: row.section,
        label: row.label,
        kind,
        amounts: figuresOfRow(summary, row, settings),
      },
    ]
  })
}

function figuresOf(
  table: Table | undefined,
  which: (row: Row) => boolean,
  settings: StatementSettings,
): Amounts | null {
  const row = table?.rows.find(which)
  if (table === undefined || row === undefined) return null
  const figures = figuresOfRow(table, row, settings)
  return figures.every((each) => each === null) ? null : figures
}

function figuresOfRow(table: Table, row: Row, settings: StatementSettings): Amounts {
  return compiledColumns(table, settings.years).map((column) =>
    column < 0 ? null : inBookUnit(row.cells[column], settings.unit),
  )
}
