import { useEffect, useState, useSyncExternalStore } from 'react'
import { listenLive } from '#platform/realtime/client.ts'
import type { GridAction, GridState } from './grid-state.ts'
import { GridStore, type Saving } from './grid-store.ts'
import type { WorkbenchData } from './workbench-data.ts'

export type Workbench = { state: GridState; dispatch: (action: GridAction) => void; saving: Saving }

/**
 * The grid's state in the browser, its line to the server, and what others write meanwhile.
 * @param address where the workbench lives
 */
export function useWorkbench(initial: WorkbenchData, address: string): Workbench {
  const [store] = useState(() => new GridStore(initial, address))
  const state = useSyncExternalStore(store.subscribe, store.grid, store.grid)
  const saving = useSyncExternalStore(store.subscribe, store.saving, store.saving)

  useEffect(
    () =>
      listenLive(`budget:${initial.bookId}`, (message) => {
        // What this page has just saved comes back too; asking again costs little and keeps one way of doing it.
        if (message.kind === 'reload' || message.facts['versionId'] === initial.versionId) void store.reload()
      }),
    [initial.bookId, initial.versionId, store],
  )

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (store.grid().unsaved.length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [store])

  return { state, dispatch: store.dispatch, saving }
}
