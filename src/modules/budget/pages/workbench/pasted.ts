import type { CellChange } from './change.ts'
import { readCellText } from './cell-text.ts'
import { covered, type Position, type Selection } from './grid-position.ts'
import type { WorkbenchRow } from './workbench-data.ts'

/** What a paste would do: the cells to write, or the pasted cells that are no amounts. */
export type PasteResult =
  | { ok: true; cells: CellChange[] }
  | { ok: false; unread: { line: number; column: number; text: string }[] }

/** The table in pasted text: rows by line, columns by tab. */
export function pastedTable(text: string): string[][] {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  return lines.map((line) => line.split('\t'))
}

/**
 * Lays a pasted table over the grid from a cell on; what goes outside is left out. One pasted amount fills a whole
 * selection. If one cell cannot be read as an amount nothing is written at all.
 */
export function paste(
  text: string,
  selection: Selection,
  rows: readonly WorkbenchRow[],
  order: readonly string[],
): PasteResult {
  const table = pastedTable(text)
  const unread: { line: number; column: number; text: string }[] = []
  const amounts = table.map((cells, line) =>
    cells.map((cell, column) => {
      const read = readCellText(cell)
      if (read.ok) return read.amount
      unread.push({ line: line + 1, column: column + 1, text: cell.trim() })
      return null
    }),
  )
  if (unread.length > 0) return { ok: false, unread }
  const byId = new Map(rows.map((row) => [row.id, row]))
  const area = covered(selection, order)
  const single = amounts.length === 1 && amounts[0]?.length === 1
  const start: Position = {
    rowId: area.rowIds[0] ?? selection.from.rowId,
    column: Math.max(0, area.columns[0] ?? 0),
  }
  const cells: CellChange[] = []
  const write = (rowId: string | undefined, yearIndex: number, after: string | null) => {
    const cell = rowId === undefined ? undefined : byId.get(rowId)?.cells[yearIndex]
    if (rowId === undefined || !cell || cell.amount === after) return
    cells.push({ rowId, yearIndex, before: cell.amount, after })
  }
  if (single) {
    const value = amounts[0]?.[0] ?? null
    for (const rowId of area.rowIds)
      for (const column of area.columns) if (column >= 0) write(rowId, column, value)
    return { ok: true, cells }
  }
  const firstRow = order.indexOf(start.rowId)
  for (const [down, line] of amounts.entries()) {
    for (const [right, value] of line.entries()) write(order[firstRow + down], start.column + right, value)
  }
  return { ok: true, cells }
}

/** The selected cells as text that a spreadsheet takes: tabs between columns, decimal comma. */
export function copied(
  selection: Selection,
  rows: readonly WorkbenchRow[],
  order: readonly string[],
): string {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const { rowIds, columns } = covered(selection, order)
  return rowIds
    .map((id) => {
      const row = byId.get(id)
      return columns
        .map((column) =>
          column < 0 ? (row?.label ?? '') : (row?.cells[column]?.amount ?? '').replace('.', ','),
        )
        .join('\t')
    })
    .join('\n')
}
