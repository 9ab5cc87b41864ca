import { ZERO, type Amount } from '../../amount.ts'
import type { Cell, Row, Table, Unit } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { reachOf } from '../structure/fits.ts'
import type { Message } from '../message.ts'

/**
 * A figure that is no sum: a ratio, a change between columns, a comparison with an earlier budget, a moved column of
 * a sensitivity analysis.
 */
export type ComputedFigure = {
  row: number
  column: number
  /** What it is computed from, in the order `compute` takes it. */
  from: readonly FigurePlace[]
  /** null where the figure has no meaning (a change from nothing in per cent). Monotone in each of its inputs. */
  compute: (values: readonly Amount[]) => Amount | null
  message: Message
}

export type FigurePlace = { row: number; column: number }

/** The value in a place; null where nothing or a blank stands. */
export function valueAt(table: Table, place: FigurePlace): Amount | null {
  return table.rows[place.row]?.cells[place.column]?.value ?? null
}

/** The figure in a table; undefined when something it is computed from is missing. */
export function computeIn(table: Table, figure: ComputedFigure): Amount | null | undefined {
  const values: Amount[] = []
  for (const place of figure.from) {
    const value = valueAt(table, place)
    if (value === null) return undefined
    values.push(value)
  }
  return figure.compute(values)
}

/**
 * Could the printed figure be right, given how each figure it is computed from was rounded? Interval arithmetic:
 * −5,4 % is a fair print of a change from 201 to 190 (both rounded).
 */
export function isFairPrint(table: Table, figure: ComputedFigure, cell: Cell): boolean {
  if (cell.value === null) return true
  let corners: Amount[][] = [[]]
  for (const place of figure.from) {
    const input = table.rows[place.row]?.cells[place.column]
    if (input === null || input === undefined || input.value === null) return true
    const reach = reachOf(input, input.unit)
    const ends = reach.isZero() ? [input.value] : [input.value.minus(reach), input.value.plus(reach)]
    corners = corners.flatMap((corner) => ends.map((end) => [...corner, end]))
  }
  const values = corners.flatMap((corner) => figure.compute(corner) ?? [])
  const own = reachOf(cell, cell.unit)
  const printed = cell.value
  return (
    values.some((value) => value.gte(printed.minus(own))) &&
    values.some((value) => value.lte(printed.plus(own)))
  )
}

/** The first row of a role that prints something in the column; null when there is none. */
export function placeOfRole(table: Table, role: Role, column: number): FigurePlace | null {
  const row = table.rows.findIndex(
    (each) => each.role === role && (each.cells[column]?.value ?? null) !== null,
  )
  return row < 0 ? null : { row, column }
}

/** The places of all rows of a role in a column. */
export function rowsOfRole(table: Table, role: Role): number[] {
  return table.rows.flatMap((row: Row, at) => (row.role === role ? [at] : []))
}

/** `part` of `whole`, in per cent; null of nothing. */
export function percentOf(part: Amount, whole: Amount): Amount | null {
  return whole.isZero() ? (part.isZero() ? ZERO : null) : part.div(whole).times(100)
}

/** The unit a cell prints, or would print. */
export function unitOf(row: Row, column: number): Unit {
  return row.cells[column]?.unit ?? row.unit
}
