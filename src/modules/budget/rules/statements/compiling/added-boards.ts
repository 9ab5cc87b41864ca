import { ZERO } from '../../amount.ts'
import type { Cell, Row, Table } from '../../book.ts'
import type { AddedBoard } from '../landing/changes.ts'
import { powersBetween } from '../columns.ts'
import { printFigure } from './derived-cell.ts'
import type { PreparedBase } from '../prepare.ts'

/** The key of the row an added board gets among the appropriations. */
export function addedRowKey(publicBoard: string): string {
  return `added:${publicBoard}`
}

/**
 * Gives a public board that only the version knows a row of its own among the appropriations, so that nobody with
 * money is missing there: after the last line, before the total (which takes it in).
 */
export function addBoardRows(
  base: PreparedBase,
  table: Table,
  tableAt: number,
  boards: readonly AddedBoard[],
): Table {
  if (boards.length === 0 || table.kind !== 'appropriations') return table
  const { quantities, settings } = base.structure
  const columns = quantities.places.find((place) => place.table === tableAt)?.columns
  const model = table.rows.find((row) => row.kind === 'line')
  if (columns === undefined || model === undefined) return table
  const added = boards.map((board): Row => {
    const amounts = settings.years.map((_, year) =>
      board.changes.reduce((total, change) => total.plus(change.amounts[year] ?? ZERO), ZERO),
    )
    const cells = table.columns.map((_, column): Cell | null => {
      const year = columns.indexOf(column)
      if (year < 0) return null
      const { decimals, unit } = model.cells[column] ?? { decimals: 0, unit: table.unit }
      const value = (amounts[year] ?? ZERO).times(`1e${powersBetween(settings.unit, unit)}`)
      return {
        value,
        printed: printFigure(value, decimals, unit),
        decimals,
        unit,
        sourceLine: null,
        origin: 'derived',
      }
    })
    return {
      key: addedRowKey(board.publicBoard),
      label: board.publicBoard,
      section: model.section,
      level: model.level,
      kind: 'line',
      ofWhichComplete: null,
      role: 'appropriation',
      roleOrigin: 'recognised',
      unit: table.unit,
      sourceLine: null,
      cells,
    }
  })
  const total = table.rows.at(-1)?.kind === 'sum' ? -1 : table.rows.length
  return { ...table, rows: [...table.rows.slice(0, total), ...added, ...table.rows.slice(total)] }
}
