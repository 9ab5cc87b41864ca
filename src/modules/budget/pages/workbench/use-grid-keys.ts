import {
  useCallback,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { editText, readCellText } from './cell-text.ts'
import type { CellChange, Change } from './change.ts'
import { covered, moved, tabbed, type Move, type Position, type Selection } from './grid-position.ts'
import { copied, paste, type PasteResult } from './pasted.ts'
import type { WorkbenchData, WorkbenchRow } from './workbench-data.ts'

export type Editing = { position: Position; text: string; unread: boolean }

export type GridKeys = {
  selection: Selection | null
  editing: Editing | null
  select(position: Position, extend?: boolean): void
  startEditing(position: Position, text?: string): void
  write(text: string): void
  /** Takes what is being written into the grid; false when it cannot be read. */
  commit(): boolean
  onFocus(event: FocusEvent<HTMLElement>): void
  onKeyDown(event: KeyboardEvent): void
  onCopy(event: ClipboardEvent): void
  onPaste(event: ClipboardEvent): void
}

const arrows: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

/** The grid's keyboard and clipboard, as spreadsheets have taught everybody. */
export function useGridKeys(options: {
  data: WorkbenchData
  /** The rows' ids as they stand on the screen. */
  order: readonly string[]
  grid: RefObject<HTMLElement | null>
  editable: boolean
  change: (change: Change) => void
  undo: () => void
  redo: () => void
  explain: (position: Position) => void
  pasted: (result: PasteResult) => void
}): GridKeys {
  const { data, order, grid, editable } = options
  const [selection, setSelection] = useState<Selection | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const years = data.years.length

  // The cell gets the focus when it is drawn; who has begun to write by then keeps what they write in.
  const toFocus = useRef(0)
  const focusCell = useCallback(
    (position: Position) => {
      cancelAnimationFrame(toFocus.current)
      toFocus.current = requestAnimationFrame(() => {
        const selector = `[data-cell="${position.rowId}:${position.column}"]`
        grid.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: false })
      })
    },
    [grid],
  )

  function select(position: Position, extend = false) {
    setSelection((now) => ({ from: extend && now ? now.from : position, to: position }))
  }

  function go(position: Position, extend = false) {
    select(position, extend)
    focusCell(position)
  }

  function rowOf(position: Position): WorkbenchRow | undefined {
    return data.rows.find((row) => row.id === position.rowId)
  }

  function startEditing(position: Position, text?: string) {
    const row = rowOf(position)
    if (!row || !editable) return
    const stands = position.column < 0 ? row.label : editText(row.cells[position.column]?.amount ?? null)
    cancelAnimationFrame(toFocus.current)
    setEditing({ position, text: text ?? stands, unread: false })
  }

  function commit(): boolean {
    if (!editing) return true
    const { position, text } = editing
    const row = rowOf(position)
    if (!row) return true
    if (position.column < 0) {
      const label = text.trim()
      if (label !== '' && label !== row.label) {
        options.change({ kind: 'label', rowId: row.id, before: row.label, after: label })
      }
      setEditing(null)
      return true
    }
    const read = readCellText(text)
    if (!read.ok) {
      setEditing({ ...editing, unread: true })
      return false
    }
    const before = row.cells[position.column]?.amount ?? null
    if (before !== read.amount) {
      options.change({
        kind: 'amounts',
        cells: [{ rowId: row.id, yearIndex: position.column, before, after: read.amount }],
      })
    }
    setEditing(null)
    return true
  }

  function empty(area: Selection) {
    const { rowIds, columns } = covered(area, order)
    const cells = rowIds.flatMap((rowId) =>
      columns.flatMap((column): CellChange[] => {
        const before = data.rows.find((row) => row.id === rowId)?.cells[column]?.amount ?? null
        return column < 0 || before === null ? [] : [{ rowId, yearIndex: column, before, after: null }]
      }),
    )
    if (cells.length > 0) options.change({ kind: 'amounts', cells })
  }

  /** Swaps the row with its neighbour, if that stands under the same board. */
  function moveRow(position: Position, by: 1 | -1) {
    const ids = data.rows.map((row) => row.id)
    const at = ids.indexOf(position.rowId)
    const neighbour = data.rows[at + by]
    if (
      !neighbour ||
      neighbour.boardId !== data.rows[at]?.boardId ||
      (neighbour.kind === 'financing') !== (data.rows[at]?.kind === 'financing')
    )
      return
    const after = [...ids]
    after[at] = neighbour.id
    after[at + by] = position.rowId
    options.change({ kind: 'order', before: ids, after })
    focusCell(position)
  }

  function whileEditing(event: KeyboardEvent) {
    if (!editing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      setEditing(null)
      focusCell(editing.position)
      return
    }
    if (event.key !== 'Enter' && event.key !== 'Tab') return
    event.preventDefault()
    if (!commit()) return
    const next =
      event.key === 'Enter'
        ? moved(editing.position, event.shiftKey ? 'up' : 'down', order, years)
        : tabbed(editing.position, event.shiftKey, order, years)
    go(next ?? editing.position)
  }

  /** Who comes by Tab has chosen the cell they come to: the keys mean it from then on. */
  function onFocus(event: FocusEvent<HTMLElement>) {
    const [rowId, column] = event.target.dataset['cell']?.split(':') ?? []
    if (!selection && rowId !== undefined) select({ rowId, column: Number(column) })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing) return whileEditing(event)
    if (!selection) return
    const position = selection.to
    const command = event.ctrlKey || event.metaKey
    if (command && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      return event.shiftKey ? options.redo() : options.undo()
    }
    if (command && event.key.toLowerCase() === 'y') {
      event.preventDefault()
      return options.redo()
    }
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      if (editable) moveRow(position, event.key === 'ArrowUp' ? -1 : 1)
      return
    }
    const arrow =
      command && event.key === 'Home' ? 'first' : command && event.key === 'End' ? 'last' : arrows[event.key]
    if (arrow) {
      event.preventDefault()
      return go(moved(position, arrow, order, years), event.shiftKey)
    }
    if (command || event.altKey) return
    if (event.key === 'Tab') {
      const next = tabbed(position, event.shiftKey, order, years)
      if (!next) return
      event.preventDefault()
      return go(next)
    }
    if (event.key === ' ') {
      event.preventDefault()
      return options.explain(position)
    }
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      return startEditing(position)
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && editable) {
      event.preventDefault()
      return empty(selection)
    }
    const begins = position.column < 0 ? event.key.length === 1 : /^[\d,.\-−+]$/.test(event.key)
    if (begins && editable) {
      event.preventDefault()
      startEditing(position, event.key)
    }
  }

  function onCopy(event: ClipboardEvent) {
    if (editing || !selection) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copied(selection, data.rows, order))
  }

  function onPaste(event: ClipboardEvent) {
    if (editing || !selection || !editable) return
    event.preventDefault()
    const result = paste(event.clipboardData.getData('text/plain'), selection, data.rows, order)
    options.pasted(result)
    if (result.ok && result.cells.length > 0) options.change({ kind: 'amounts', cells: result.cells })
  }

  return {
    selection,
    editing,
    select,
    startEditing,
    write: (text) => setEditing((now) => (now ? { ...now, text, unread: false } : now)),
    commit,
    onFocus,
    onKeyDown,
    onCopy,
    onPaste,
  }
}
