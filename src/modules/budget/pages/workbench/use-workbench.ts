import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { listenLive } from '#platform/realtime/client.ts'
import { reduceGrid, startState, type GridAction, type GridState } from './grid-state.ts'
import { SaveQueue, type SaveState } from './sync.ts'
import type { WorkbenchData } from './workbench-data.ts'

export type Workbench = {
  state: GridState
  dispatch: (action: GridAction) => void
  saving: { state: SaveState; problem: { title: string; detail: string } | null }
}

/**
 * The grid's state in the browser, its line to the server, and what others write meanwhile.
 * @param address where changes are sent; `${address}/data` gives the server's word
 */
export function useWorkbench(initial: WorkbenchData, address: string): Workbench {
  const [state, dispatchState] = useReducer(reduceGrid, initial, startState)
  const current = useRef(state)
  const [saving, setSaving] = useState<Workbench['saving']>({ state: 'saved', problem: null })

  // The queue reads the state between renders, so it is moved on here and not only by React.
  const dispatch = useCallback((action: GridAction) => {
    current.current = reduceGrid(current.current, action)
    dispatchState(action)
  }, [])

  const queue = useMemo(() => {
    const reload = async () => {
      const response = await fetch(`${address}/data`).catch(() => null)
      if (response?.ok) dispatch({ type: 'arrived', data: (await response.json()) as WorkbenchData })
    }
    const saves = new SaveQueue({
      address: `${address}/changes`,
      dispatch,
      read: () => current.current,
      tell: (next, problem) => setSaving({ state: next, problem: problem ?? null }),
      reload: () => void reload(),
    })
    return { saves, reload }
  }, [address, dispatch])

  useEffect(() => {
    if (state.unsaved.length > 0) void queue.saves.run()
  }, [state.unsaved, queue])

  useEffect(() => {
    const topic = `budget:${initial.bookId}`
    return listenLive(topic, (message) => {
      const ours = message.facts['versionId'] === initial.versionId
      // What this page has just saved comes back too; asking again costs little and keeps one way of doing it.
      if (message.kind === 'reload' || ours) void queue.reload()
    })
  }, [initial.bookId, initial.versionId, queue])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (current.current.unsaved.length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  return { state, dispatch, saving }
}
