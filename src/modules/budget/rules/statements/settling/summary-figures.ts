import type { Amount } from '../../amount.ts'
import type { Table } from '../../book.ts'
import { compiledColumns, inBookUnit } from '../columns.ts'
import { reachOf } from '../structure/fits.ts'
import type { PreparedBase } from '../prepare.ts'
import { RANK_OF_BASE_PROPOSAL, RANK_OF_SUMMARY, type PrintedFigure } from './printed-figure.ts'

/**
 * What a printed adjustment summary says about the base: each public board's base proposal outright, its sum less what
 * is taken back, and the two results.
 * @param change what taking back makes of a quantity in a year
 */
export function summaryFigures(
  table: Table,
  ours: PreparedBase,
  change: (figure: { quantity: number; year: number }) => Amount,
): PrintedFigure[] {
  const { settings } = ours.structure
  const columns = compiledColumns(table, settings.years)
  const figures: PrintedFigure[] = []
  for (const row of table.rows) {
    const board = row.section === null ? undefined : ours.boards[ours.findBoard(row.section)]
    const isSum = row.role === 'adjustedSum' || row.role === 'ownResult'
    const ofBoard = row.role === 'baseProposal' || row.role === 'adjustedSum'
    const ofResult = row.role === 'baseResult' || row.role === 'ownResult'
    const quantity = ofBoard ? board?.quantity : ofResult ? ours.result : null
    if (quantity === null || quantity === undefined) continue
    const rank = ofResult ? RANK_OF_SUMMARY : RANK_OF_BASE_PROPOSAL
    for (const [year, column] of columns.entries()) {
      const cell = row.cells[column]
      const value = inBookUnit(cell, settings.unit)
      if (value === null || cell === null || cell === undefined) continue
      figures.push({
        quantity,
        year,
        value: isSum ? value.plus(change({ quantity, year })) : value,
        printed: value,
        reach: reachOf(cell, settings.unit),
        firm: !ofResult,
        rank: isSum ? rank + 0.5 : rank,
        table,
        row,
        column,
      })
    }
  }
  return figures
}
