import { useState, type PointerEvent } from 'react'
import type { Change } from './change.ts'
import type { WorkbenchRow } from './workbench-data.ts'

export type DropMark = { rowId: string; side: 'before' | 'after' }

/** Do these two rows stand in the same part of the grid? A row is only dragged among its own. */
export function sameSection(a: WorkbenchRow | undefined, b: WorkbenchRow | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.boardId === b.boardId &&
    (a.kind === 'financing') === (b.kind === 'financing')
  )
}

/** The order of rows after one was dropped beside another. */
export function dropped(ids: readonly string[], rowId: string, mark: DropMark): string[] {
  const rest = ids.filter((id) => id !== rowId)
  const at = rest.indexOf(mark.rowId) + (mark.side === 'after' ? 1 : 0)
  return [...rest.slice(0, at), rowId, ...rest.slice(at)]
}

/** Dragging a row by its handle, with a mouse, a pen or a finger. The keyboard has Alt and the arrows. */
export function useDragRows(rows: readonly WorkbenchRow[], change: (change: Change) => void) {
  const [mark, setMark] = useState<DropMark | null>(null)

  function markAt(event: globalThis.PointerEvent, rowId: string): DropMark | null {
    const target = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row]')
    const targetId = target?.dataset['row']
    if (!target || !targetId || targetId === rowId) return null
    const own = rows.find((row) => row.id === rowId)
    if (
      !sameSection(
        own,
        rows.find((row) => row.id === targetId),
      )
    )
      return null
    const { top, height } = target.getBoundingClientRect()
    return { rowId: targetId, side: event.clientY < top + height / 2 ? 'before' : 'after' }
  }

  function start(event: PointerEvent<HTMLElement>, rowId: string) {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    const move = (next: globalThis.PointerEvent) => setMark(markAt(next, rowId))
    const end = (last: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', end)
      handle.removeEventListener('pointercancel', end)
      setMark(null)
      const place = last.type === 'pointerup' ? markAt(last, rowId) : null
      if (!place) return
      const before = rows.map((row) => row.id)
      change({ kind: 'order', before, after: dropped(before, rowId, place) })
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', end)
    handle.addEventListener('pointercancel', end)
  }

  return { mark, start }
}
