import { ZERO, type Amount } from '../../amount.ts'
import type { Table } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { isMoney, openingColumn } from '../columns.ts'
import {
  percentOf,
  placeOfRole,
  rowsOfRole,
  unitOf,
  valueAt,
  type ComputedFigure,
  type FigurePlace,
} from './computed-figure.ts'
import { message, type Message } from '../message.ts'

/**
 * All figures of a table that are no sums but follow from its other figures, in the compiled columns and the change
 * and scenario columns. The base's table also tells what its figures mean (levels or changes, which comparison).
 * @param columns the places of the compiled years' columns
 */
export function computedFigures(
  table: Table,
  columns: readonly number[],
  years: readonly number[],
): ComputedFigure[] {
  const figures: ComputedFigure[] = []
  if (table.kind === 'balanceSheet') figures.push(...equityRatios(table, columns))
  if (table.kind === 'taxRevenue')
    figures.push(...taxComparisons(table, columns, openingColumn(table, years)))
  if (table.kind === 'sensitivityAnalysis') figures.push(...movedFigures(table, columns))
  figures.push(...changesBetween(table))
  return figures
}

const ratio = ([equity = ZERO, assets = ZERO, beside = ZERO]: readonly Amount[]): Amount | null =>
  percentOf(equity.minus(beside.abs()), assets)

/** Soliditet: equity in per cent of all assets; including the pension liability beside the balance sheet, less that. */
function equityRatios(table: Table, columns: readonly number[]): ComputedFigure[] {
  return columns.flatMap((column) => [
    ...figure(
      table,
      'equityRatio',
      column,
      ['equity', 'totalAssets'],
      ratio,
      message('statements.explain.equityRatio'),
    ),
    ...figure(
      table,
      'equityRatioIncludingPensionLiability',
      column,
      ['equity', 'totalAssets', 'contingentPensionLiability'],
      ratio,
      message('statements.explain.equityRatioIncludingPensionLiability'),
    ),
  ])
}

const minus = ([now = ZERO, then = ZERO]: readonly Amount[]): Amount => now.minus(then)
const changeInPercent = ([now = ZERO, then = ZERO]: readonly Amount[]): Amount | null =>
  then.isZero() ? percentOf(now, then) : (percentOf(now, then)?.minus(100) ?? null)

/** The tax table's own comparisons: with the year before, and with what the budget before this one said. */
function taxComparisons(table: Table, columns: readonly number[], opening: number): ComputedFigure[] {
  const compared = comparedRole(table)
  const because = message('statements.explain.difference')
  return columns.flatMap((column, year) => {
    const previous = placeOfRole(table, 'totalTaxRevenue', year === 0 ? opening : (columns[year - 1] ?? -1))
    const total = placeOfRole(table, 'totalTaxRevenue', column)
    const sinceLastYear = (role: Role, compute: ComputedFigure['compute'], told: Message): ComputedFigure[] =>
      total === null || previous === null
        ? []
        : rowsOfRole(table, role).map((row) => ({
            row,
            column,
            from: [total, previous],
            compute,
            message: told,
          }))
    return [
      ...sinceLastYear('changeFromPreviousYear', minus, because),
      ...sinceLastYear(
        'changeFromPreviousYearPercent',
        changeInPercent,
        message('statements.explain.percentChange'),
      ),
      ...figure(table, 'differenceFromPreviousBudget', column, [compared, 'previousBudget'], minus, because),
      ...figure(
        table,
        'differenceFromPreviousBudgetEqualisation',
        column,
        ['equalisation', 'previousBudgetEqualisation'],
        minus,
        because,
      ),
    ]
  })
}

/** What an earlier budget is compared with: the tax revenue alone if the printed differences say so, else everything. */
function comparedRole(table: Table): 'taxRevenue' | 'totalTaxRevenue' {
  const off = (role: 'taxRevenue' | 'totalTaxRevenue'): Amount =>
    table.columns.reduce((total, _, column) => {
      const places = [
        placeOfRole(table, role, column),
        placeOfRole(table, 'previousBudget', column),
        placeOfRole(table, 'differenceFromPreviousBudget', column),
      ]
      const [now, then, printed] = places.map((place) => (place === null ? null : valueAt(table, place)))
      if (
        now === null ||
        now === undefined ||
        then === null ||
        then === undefined ||
        printed === null ||
        printed === undefined
      )
        return total
      return total.plus(now.minus(then).minus(printed).abs())
    }, ZERO)
  return off('taxRevenue').lt(off('totalTaxRevenue')) ? 'taxRevenue' : 'totalTaxRevenue'
}

/** Känslighetsanalys: a moved column is the middle one times its shift; or the moved level, where that is printed. */
function movedFigures(table: Table, columns: readonly number[]): ComputedFigure[] {
  const middle = columns.find((column) => column >= 0)
  if (middle === undefined) return []
  const moved = table.columns.flatMap((column, at) =>
    column.kind === 'scenario' && column.shift !== null ? [{ at, shift: column.shift }] : [],
  )
  const asLevels = printsLevels(table, middle, moved)
  return table.rows.flatMap((row, rowAt) =>
    isMoney(unitOf(row, middle))
      ? moved.map(({ at, shift }): ComputedFigure => ({
          row: rowAt,
          column: at,
          from: [{ row: rowAt, column: middle }],
          compute: ([centre = ZERO]) => (asLevels ? centre.times(shift.plus(1)) : centre.times(shift)),
          message: message('statements.explain.moved', { percent: shift.times(100).toString() }),
        }))
      : [],
  )
}

function printsLevels(
  table: Table,
  middle: number,
  moved: readonly { at: number; shift: Amount }[],
): boolean {
  let levels = 0
  for (const row of table.rows) {
    const centre = row.cells[middle]?.value ?? ZERO
    if (centre.isZero()) continue
    for (const { at, shift } of moved) {
      const printed = row.cells[at]?.value ?? null
      if (printed === null) continue
      const offChange = printed.minus(centre.times(shift)).abs()
      const offLevel = printed.minus(centre.times(shift.plus(1))).abs()
      levels += offLevel.lt(offChange) ? 1 : -1
    }
  }
  return levels > 0
}

/** Ändring: from one column to another, in per cent of the first or as an amount, whichever the cell is printed in. */
function changesBetween(table: Table): ComputedFigure[] {
  const placeOf = (key: string): number => table.columns.findIndex((column) => column.key === key)
  return table.columns.flatMap((column, columnAt) => {
    if (column.kind !== 'change' || column.compares === null) return []
    const from = placeOf(column.compares.from)
    const to = placeOf(column.compares.to)
    return table.rows.flatMap((row, rowAt): ComputedFigure[] => {
      if (!isMoney(row.unit) || (row.cells[columnAt] ?? null) === null) return []
      const inPercent = !isMoney(unitOf(row, columnAt))
      return [
        {
          row: rowAt,
          column: columnAt,
          from: [
            { row: rowAt, column: to },
            { row: rowAt, column: from },
          ],
          compute: inPercent ? changeInPercent : minus,
          message: message(inPercent ? 'statements.explain.percentChange' : 'statements.explain.difference'),
        },
      ]
    })
  })
}

/** The figure of every row of a role, computed from rows of other roles in the same column. */
function figure(
  table: Table,
  into: Role,
  column: number,
  from: readonly Role[],
  compute: ComputedFigure['compute'],
  told: Message,
): ComputedFigure[] {
  const places: FigurePlace[] = []
  for (const role of from) {
    const place = placeOfRole(table, role, column)
    if (place === null) return []
    places.push(place)
  }
  return rowsOfRole(table, into)
    .filter((row) => (table.rows[row]?.cells[column] ?? null) !== null)
    .map((row) => ({ row, column, from: places, compute, message: told }))
}
