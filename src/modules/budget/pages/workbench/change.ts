/** One thing a person does in the grid; every one can be undone. */
export type Change =
  | { kind: 'amounts'; cells: CellChange[] }
  | { kind: 'label'; rowId: string; before: string; after: string }
  | { kind: 'order'; before: string[]; after: string[] }
  | { kind: 'removal'; rowId: string; removed: boolean }

export type CellChange = { rowId: string; yearIndex: number; before: string | null; after: string | null }

/** What takes a change back. */
export function inverse(change: Change): Change {
  switch (change.kind) {
    case 'amounts':
      return {
        kind: 'amounts',
        cells: change.cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before })),
      }
    case 'label':
      return { ...change, before: change.after, after: change.before }
    case 'order':
      return { ...change, before: change.after, after: change.before }
    case 'removal':
      return { ...change, removed: !change.removed }
  }
}
