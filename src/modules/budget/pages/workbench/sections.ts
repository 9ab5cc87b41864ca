import type { WorkbenchData, WorkbenchRow } from './workbench-data.ts'

/** A part of the grid: one public board with its rows, the changed result requirements, or the financing. */
export type Section = {
  /** The board's id, `units` or `financing`. */
  key: string
  kind: 'publicBoard' | 'units' | 'financing'
  /** Null where the part has a name of its own in the reader's language. */
  name: string | null
  rows: WorkbenchRow[]
}

/** The parts of the grid in the order they stand: boards as in the base, then units, then financing. */
export function sections(data: WorkbenchData): Section[] {
  const boards = data.boards.filter((board) => board.kind === 'publicBoard')
  const units = new Set(data.boards.filter((board) => board.kind === 'unit').map((board) => board.id))
  return [
    ...boards.map((board): Section => ({
      key: board.id ?? board.name,
      kind: 'publicBoard',
      name: board.name,
      rows: data.rows.filter((row) => row.boardId !== null && row.boardId === board.id),
    })),
    { key: 'units', kind: 'units', name: null, rows: data.rows.filter((row) => units.has(row.boardId)) },
    {
      key: 'financing',
      kind: 'financing',
      name: null,
      rows: data.rows.filter((row) => row.kind === 'financing'),
    },
  ]
}
