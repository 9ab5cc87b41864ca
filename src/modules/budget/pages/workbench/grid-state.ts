import { inverse, type CellChange, type Change } from './change.ts'
import type { WorkbenchData, WorkbenchRow } from './workbench-data.ts'

/** What another person wrote in a cell while ours was on its way. */
export type Conflict = {
  rowId: string
  yearIndex: number
  mine: string | null
  theirs: string | null
  changedBy: string
  changedAt: string
}

/** The grid in the browser: what is shown, what can be undone, what waits to be saved. */
export type GridState = {
  data: WorkbenchData
  /** Rows taken away here, kept so that undo can show them again at once. */
  removed: WorkbenchRow[]
  undo: Change[]
  redo: Change[]
  /** Changes shown but not yet known to be saved, in order. */
  unsaved: Change[]
  conflicts: Conflict[]
  /** Cells that somebody else has just changed: `row yearIndex`. */
  fresh: string[]
}

export type GridAction =
  | { type: 'do'; change: Change }
  | { type: 'undo' }
  | { type: 'redo' }
  | {
      type: 'saved'
      change: Change
      cells?: { rowId: string; yearIndex: number; revision: number }[]
      rowRevision?: number
    }
  | {
      type: 'refused'
      change: Change
      conflicts: Conflict[]
      revisions: { rowId: string; yearIndex: number; revision: number }[]
    }
  | { type: 'arrived'; data: WorkbenchData }
  | { type: 'settle'; rowId: string; yearIndex: number }

const undoAtMost = 200

export function startState(data: WorkbenchData): GridState {
  return { data, removed: [], undo: [], redo: [], unsaved: [], conflicts: [], fresh: [] }
}

/** The next state; pure, so that every path through it is tested without a browser. */
export function reduceGrid(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case 'do':
      return {
        ...apply(state, action.change),
        undo: [...state.undo, action.change].slice(-undoAtMost),
        redo: [],
      }
    case 'undo': {
      const last = state.undo.at(-1)
      if (!last) return state
      return { ...apply(state, inverse(last)), undo: state.undo.slice(0, -1), redo: [...state.redo, last] }
    }
    case 'redo': {
      const last = state.redo.at(-1)
      if (!last) return state
      // A change of its own: the first one may still wait to be saved, and the word that it is is not about this.
      const again = { ...last }
      return { ...apply(state, again), undo: [...state.undo, again], redo: state.redo.slice(0, -1) }
    }
    case 'saved':
      return withRevisions(
        { ...state, unsaved: state.unsaved.filter((change) => change !== action.change) },
        action.cells ?? [],
        action.rowRevision,
        action.change,
      )
    case 'refused':
      return refused(state, action)
    case 'arrived':
      return arrived(state, action.data)
    case 'settle':
      return {
        ...state,
        conflicts: state.conflicts.filter(
          (conflict) => conflict.rowId !== action.rowId || conflict.yearIndex !== action.yearIndex,
        ),
      }
  }
}

/** Shows a change and puts it in line to be saved. */
function apply(state: GridState, change: Change): GridState {
  const shown = show(state, change)
  return { ...shown, unsaved: [...state.unsaved, change] }
}

function show(state: GridState, change: Change): GridState {
  const { data } = state
  switch (change.kind) {
    case 'amounts':
      return { ...state, data: { ...data, rows: writeCells(data.rows, change.cells) } }
    case 'label':
      return {
        ...state,
        data: {
          ...data,
          rows: data.rows.map((row) => (row.id === change.rowId ? { ...row, label: change.after } : row)),
        },
      }
    case 'order': {
      const place = new Map(change.after.map((id, index) => [id, index]))
      const moved = data.rows
        .filter((row) => place.has(row.id))
        .sort((a, b) => place.get(a.id)! - place.get(b.id)!)
      let next = 0
      return {
        ...state,
        data: { ...data, rows: data.rows.map((row) => (place.has(row.id) ? moved[next++]! : row)) },
      }
    }
    case 'removal': {
      if (!change.removed) {
        const row = state.removed.find((each) => each.id === change.rowId)
        if (!row) return state
        return {
          ...state,
          removed: state.removed.filter((each) => each.id !== change.rowId),
          data: { ...data, rows: [...data.rows, row] },
        }
      }
      const row = data.rows.find((each) => each.id === change.rowId)
      if (!row) return state
      return {
        ...state,
        removed: [...state.removed, row],
        data: { ...data, rows: data.rows.filter((each) => each.id !== change.rowId) },
      }
    }
  }
}

function writeCells(rows: WorkbenchRow[], changes: readonly CellChange[]): WorkbenchRow[] {
  const byRow = Map.groupBy(changes, (change) => change.rowId)
  return rows.map((row) => {
    const own = byRow.get(row.id)
    if (!own) return row
    const cells = [...row.cells]
    for (const { yearIndex, after } of own) cells[yearIndex] = { ...cells[yearIndex]!, amount: after }
    return { ...row, cells }
  })
}

function withRevisions(
  state: GridState,
  cells: readonly { rowId: string; yearIndex: number; revision: number }[],
  rowRevision: number | undefined,
  change: Change,
): GridState {
  const byRow = Map.groupBy(cells, (cell) => cell.rowId)
  const labelled = change.kind === 'label' ? change.rowId : null
  const rows = state.data.rows.map((row) => {
    const own = byRow.get(row.id)
    const revised = labelled === row.id && rowRevision !== undefined ? { ...row, revision: rowRevision } : row
    if (!own) return revised
    const next = [...revised.cells]
    for (const { yearIndex, revision } of own) next[yearIndex] = { ...next[yearIndex]!, revision }
    return { ...revised, cells: next }
  })
  return { ...state, data: { ...state.data, rows } }
}

/**
 * Nothing of the change was saved, because somebody else was first in some of its cells. Those show what stands there,
 * and the person is asked; the others were nobody else's and are sent again without them.
 */
function refused(state: GridState, action: Extract<GridAction, { type: 'refused' }>): GridState {
  const { change, conflicts } = action
  const rest = withoutCells(change, conflicts)
  const theirs = conflicts.map(({ rowId, yearIndex, theirs: after }) => ({
    rowId,
    yearIndex,
    before: null,
    after,
  }))
  const shown = { ...state, data: { ...state.data, rows: writeCells(state.data.rows, theirs) } }
  // What was refused never happened, so there is nothing of it to undo.
  const replaced = (each: Change): Change[] => (each !== change ? [each] : rest ? [rest] : [])
  return {
    ...withRevisions(shown, action.revisions, undefined, change),
    unsaved: state.unsaved.flatMap(replaced),
    undo: state.undo.flatMap(replaced),
    conflicts: [
      ...state.conflicts.filter(
        (old) => !conflicts.some((now) => now.rowId === old.rowId && now.yearIndex === old.yearIndex),
      ),
      ...conflicts,
    ],
  }
}

/** The change in all its other cells; null when there are none. */
function withoutCells(change: Change, cells: readonly { rowId: string; yearIndex: number }[]): Change | null {
  if (change.kind !== 'amounts') return null
  const others = change.cells.filter(
    (each) => !cells.some((cell) => cell.rowId === each.rowId && cell.yearIndex === each.yearIndex),
  )
  return others.length > 0 ? { ...change, cells: others } : null
}

/** The server's word, with what is not saved yet shown on top; marks the cells that others have changed. */
function arrived(state: GridState, data: WorkbenchData): GridState {
  const before = new Map(state.data.rows.map((row) => [row.id, row]))
  const mine = new Set(
    state.unsaved.flatMap((change) =>
      change.kind === 'amounts' ? change.cells.map((cell) => `${cell.rowId} ${cell.yearIndex}`) : [],
    ),
  )
  const fresh = data.rows.flatMap((row) =>
    row.cells.flatMap((cell, yearIndex) => {
      const key = `${row.id} ${yearIndex}`
      const old = before.get(row.id)?.cells[yearIndex]
      return old && old.amount !== cell.amount && !mine.has(key) ? [key] : []
    }),
  )
  const base: GridState = {
    ...state,
    data,
    removed: state.removed.filter((row) => !data.rows.some((each) => each.id === row.id)),
    fresh,
  }
  return state.unsaved.reduce(show, base)
}
