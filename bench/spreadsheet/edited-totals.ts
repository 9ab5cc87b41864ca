import type { RawCellContent } from 'hyperformula'
import { exampleStoredBook } from '../../src/modules/budget/document/testing/example-stored-book.ts'
import { amount } from '../../src/modules/budget/rules/amount.ts'
import { totals, type Totals } from '../../src/modules/budget/rules/statements/totals.ts'
import {
  isBoardKind,
  type Adjustment,
  type Version,
} from '../../src/modules/budget/rules/statements/version.ts'
import { compiledVersion } from '../../src/modules/budget/store/compile.ts'
import { measured, type Measurement } from '../measurement.ts'
import { timeOf } from '../timing.ts'
import { openWorkbook } from './engine.ts'

const runs = 400

/**
 * One adjustment's amount edited until every sum over it is another: as the workbench counts (afresh, in exact
 * decimals), and in a spreadsheet with the same sums, of which the engine recalculates those that depend on the cell.
 */
export async function editedTotals(): Promise<Measurement[]> {
  const book = exampleStoredBook()
  const stored = book.versions[0]!
  const { version, budgetBase: base } = compiledVersion(book, stored)
  const edited = version.adjustments.findIndex(({ kind }) => isBoardKind(kind))
  const sheet = totalsSheet(version, totals(version, base))
  const engine = openWorkbook({ Totals: sheet.cells })
  const cell = { sheet: 0, row: sheet.rowOf(version.adjustments[edited]!), col: 0 }
  const result = { sheet: 0, row: sheet.cells.length - 1, col: 0 }
  const times = { kansli: [] as number[], engine: [] as number[] }
  for (let run = -runs; run < runs; run++) {
    const [ours, theirs] = [
      await timeOf(() => void totals(withAmount(version, edited, base.years[0]!, run), base)),
      await timeOf(() => void engine.setCellContents(cell, run)),
    ]
    if (run >= 0) {
      times.kansli.push(ours)
      times.engine.push(theirs)
    }
  }
  const counted = totals(withAmount(version, edited, base.years[0]!, runs - 1), base).result[0]!.toNumber()
  const value = engine.getCellValue(result)
  engine.destroy()
  if (typeof value !== 'number' || Math.abs(value - counted) > 1e-6) {
    throw new Error(
      `The result after the edits is ${counted} in Kansli, ${String(value)} in the spreadsheet.`,
    )
  }
  return [
    measured('One edit to all totals, Kansli', 'ms', times.kansli),
    measured('One edit to all totals, HyperFormula', 'ms', times.engine),
  ]
}

function withAmount(version: Version, at: number, year: number, value: number): Version {
  const before = version.adjustments[at]!
  const after = { ...before, amounts: { ...before.amounts, [year]: amount(value) } }
  return { ...version, adjustments: version.adjustments.with(at, after) }
}

type TotalsSheet = { cells: RawCellContent[][]; rowOf(adjustment: Adjustment): number }

/** Boards with their base, adjustments and sum, all appropriations, financing, requirements, and last the result. */
function totalsSheet({ adjustments, tax }: Version, { years, boards, baseResult }: Totals): TotalsSheet {
  if (tax.steps.length > 0) throw new Error('The example has tax steps, which this sheet does not count.')
  const cells: RawCellContent[][] = []
  const rows = new Map<Adjustment, number>()
  const columns = years.map((_, at) => String.fromCharCode(65 + at))
  const write = (row: (column: string, at: number) => RawCellContent) => cells.push(columns.map(row))
  const list = (of: readonly Adjustment[]) => {
    const first = cells.length + 1
    for (const each of of) rows.set(each, write((_, at) => each.amounts[years[at]!]?.toNumber() ?? null) - 1)
    return (column: string) => (of.length > 0 ? `SUM(${column}${first}:${column}${cells.length})` : '0')
  }
  const sums: { base: number; sum: number }[] = []
  for (const board of boards) {
    const base = write((_, at) => board.base[at]?.toNumber() ?? null)
    const added = list(
      adjustments.filter(({ kind, publicBoard }) => isBoardKind(kind) && publicBoard === board.publicBoard),
    )
    const formula = columns.map((column) => `=${column}${base}+${added(column)}`)
    sums.push({ base, sum: write((_, at) => formula[at]!) })
  }
  const financing = list(adjustments.filter(({ kind }) => kind === 'financing'))
  const financed = columns.map((column) => `=${financing(column)}`)
  const financingRow = write((_, at) => financed[at]!)
  const requirements = list(adjustments.filter(({ kind }) => kind === 'resultRequirement'))
  const required = columns.map((column) => `=${requirements(column)}`)
  const requiredRow = write((_, at) => required[at]!)
  const all = (which: 'base' | 'sum') =>
    write((column) => `=${sums.map((board) => column + board[which]).join('+')}`)
  const [bases, ours] = [all('base'), all('sum')]
  const before = write((_, at) => baseResult[at]!.toNumber())
  write((c) => `=${c}${before}+${c}${financingRow}+${c}${requiredRow}-(${c}${ours}-${c}${bases})`)
  return { cells, rowOf: (adjustment) => rows.get(adjustment)! }
}
