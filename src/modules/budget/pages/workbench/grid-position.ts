/** Where the grid's keyboard is: a row (by id) and a column: −1 is the label, 0… the years. */
export type Position = { rowId: string; column: number }

/** A rectangle of cells between two corners. */
export type Selection = { from: Position; to: Position }

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'

const page = 12

/**
 * The position one step on, kept inside the grid.
 * @param order the rows' ids as they stand on the screen
 * @param years how many year columns there are
 */
export function moved(position: Position, move: Move, order: readonly string[], years: number): Position {
  const row = Math.max(0, order.indexOf(position.rowId))
  const at = (nextRow: number, column: number): Position => ({
    rowId: order[Math.min(Math.max(nextRow, 0), order.length - 1)] ?? position.rowId,
    column: Math.min(Math.max(column, -1), years - 1),
  })
  switch (move) {
    case 'up':
      return at(row - 1, position.column)
    case 'down':
      return at(row + 1, position.column)
    case 'left':
      return at(row, position.column - 1)
    case 'right':
      return at(row, position.column + 1)
    case 'rowStart':
      return at(row, -1)
    case 'rowEnd':
      return at(row, years - 1)
    case 'first':
      return at(0, -1)
    case 'last':
      return at(order.length - 1, years - 1)
    case 'pageUp':
      return at(row - page, position.column)
    case 'pageDown':
      return at(row + page, position.column)
  }
}

/** Tab goes through the cells as one reads, and leaves the grid at its ends. */
export function tabbed(
  position: Position,
  back: boolean,
  order: readonly string[],
  years: number,
): Position | null {
  const row = order.indexOf(position.rowId)
  const column = position.column + (back ? -1 : 1)
  if (column >= -1 && column < years) return { rowId: position.rowId, column }
  const next = order[row + (back ? -1 : 1)]
  return next === undefined ? null : { rowId: next, column: back ? years - 1 : -1 }
}

/** The rows and columns a selection covers, in order. */
export function covered(
  selection: Selection,
  order: readonly string[],
): { rowIds: string[]; columns: number[] } {
  const rows = [order.indexOf(selection.from.rowId), order.indexOf(selection.to.rowId)].sort((a, b) => a - b)
  const columns = [selection.from.column, selection.to.column].sort((a, b) => a - b)
  const [first = 0, last = 0] = rows
  const [left = 0, right = 0] = columns
  return {
    rowIds: order.slice(Math.max(0, first), last + 1),
    columns: Array.from({ length: right - left + 1 }, (_, index) => left + index),
  }
}
