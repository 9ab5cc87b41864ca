import { ZERO, type Amount } from '../../amount.ts'
import type { Cell, Row, Table, TableKind } from '../../book.ts'
import { inBookUnit } from '../columns.ts'
import { reachOf } from '../structure/fits.ts'
import type { Structure } from '../structure/structure.ts'

/** A printed figure of a quantity in one compiled year, in the book's unit, and how far the exact one can be from it. */
export type PrintedFigure = {
  quantity: number
  year: number
  value: Amount
  /** The figure as it stands, which is another than `value` where adjustments have been taken back. */
  printed: Amount
  reach: Amount
  /**
   * Most often exactly what is printed: a 0 is nothing at all, and an appropriation is a decision to that very amount,
   * not a rounded computation. Such a figure moves only where nothing else can.
   */
  firm: boolean
  /** Which figures are believed first where they cannot all be: lower goes first. */
  rank: number
  table: Table
  row: Row
  column: number
}

/**
 * Whom to believe first: the statements the law asks for, then what each body is asked for and given, then what is
 * made out of these.
 */
const ranks: Partial<Record<TableKind, number>> = {
  incomeStatement: 1,
  resultRequirements: 2,
  appropriations: 3,
  balanceSheet: 4,
  cashFlow: 5,
  taxRevenue: 6,
  financingBudget: 7,
  unitResult: 8,
  sensitivityAnalysis: 9,
}

/** Goes before every statement: a base proposal that is printed as such. */
export const RANK_OF_BASE_PROPOSAL = 0

/** Comes after them: a result that is printed in a summary. */
export const RANK_OF_SUMMARY = 10

/** All figures the followed tables print in the compiled years. A blank prints 0, which any other figure outweighs. */
export function printedFigures(structure: Structure): PrintedFigure[] {
  const figures: PrintedFigure[] = []
  for (const { quantity, table: tableAt, row: rowAt, columns } of structure.quantities.places) {
    const table = structure.tables[tableAt]
    const row = table?.rows[rowAt]
    if (table === undefined || row === undefined) continue
    const rank = (ranks[table.kind] ?? RANK_OF_SUMMARY) + (row.role === 'groupFinancing' ? 0.5 : 0)
    for (const [year, column] of columns.entries()) {
      if (column < 0) continue
      const cell = row.cells[column]
      const value = inBookUnit(cell, structure.settings.unit)
      if (value === null || cell === null || cell === undefined) {
        figures.push({
          quantity,
          year,
          value: ZERO,
          printed: ZERO,
          reach: ZERO,
          firm: true,
          rank: rank + 100,
          table,
          row,
          column,
        })
      } else {
        figures.push({
          quantity,
          year,
          value,
          printed: value,
          reach: reachOf(cell, structure.settings.unit),
          firm: value.isZero() || table.kind === 'appropriations',
          rank,
          table,
          row,
          column,
        })
      }
    }
  }
  return figures
}

/** The cell a figure was printed in; null for a blank. */
export function cellOf(figure: PrintedFigure): Cell | null {
  return figure.row.cells[figure.column] ?? null
}
