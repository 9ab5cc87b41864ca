import { amount, type Amount } from '../../rules/amount.ts'
import type { BudgetBase } from '../../rules/statements/base.ts'
import { kronorOf } from '../../rules/statements/tax.ts'
import { totals, type Totals } from '../../rules/statements/totals.ts'
import { emptyVersion, type Adjustment, type Version } from '../../rules/statements/version.ts'
import type { WorkbenchData } from './workbench-data.ts'

/** The base proposal as the rules want it. */
export function baseOf(data: WorkbenchData): BudgetBase {
  return {
    years: data.years,
    boards: data.boards
      .filter((board) => board.kind === 'publicBoard')
      .map((board) => ({
        publicBoard: board.name,
        appropriation: board.base.map((text) => (text === null ? null : amount(text))),
        parts: [],
      })),
    result: data.baseResult.map((text) => amount(text)),
  }
}

/** What is written in the grid as a version, for the same rules that the server counts with. */
export function versionOfGrid(data: WorkbenchData): Version {
  const names = new Map(data.boards.map((board) => [board.id, board.name]))
  const byYear = (texts: readonly (string | null)[]): Record<number, Amount> => {
    const amounts: Record<number, Amount> = {}
    for (const [index, text] of texts.entries()) {
      const year = data.years[index]
      if (text !== null && year !== undefined) amounts[year] = amount(text)
    }
    return amounts
  }
  return {
    ...emptyVersion(data.versionId, ''),
    adjustments: data.rows.map((row): Adjustment => ({
      id: row.id,
      publicBoard: row.boardId === null ? null : (names.get(row.boardId) ?? null),
      label: row.label,
      kind: row.kind,
      amounts: byYear(row.cells.map((cell) => cell.amount)),
      recurring: true,
      part: null,
      statementRole: null,
      chapter: null,
    })),
    tax: {
      base: byYear(data.taxBase.map((cell) => cell.amount)),
      steps: data.taxSteps.map((step) => ({ id: step.id, label: step.label, öre: byYear(step.ore) })),
    },
  }
}

/** Sums per board, appropriations and result, as everything stands in the grid now. */
export function liveTotals(data: WorkbenchData, base: BudgetBase): Totals {
  return totals(versionOfGrid(data), base)
}

/** What each tax step brings in, by year; null where the tax base or the öre is not known. */
export function taxKronor(data: WorkbenchData): (string | null)[][] {
  const { tax } = versionOfGrid(data)
  return tax.steps.map((step) => {
    const kronor = kronorOf(step, tax)
    return data.years.map((year) => kronor[year]?.toFixed() ?? null)
  })
}
