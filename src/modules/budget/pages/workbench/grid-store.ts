import { reduceGrid, startState, type GridAction, type GridState } from './grid-state.ts'
import { SaveQueue, type SaveState } from './sync.ts'
import type { WorkbenchData } from './workbench-data.ts'

export type Saving = { state: SaveState; problem: { title: string; detail: string } | null }

/**
 * What a page with a grid holds on to: the grid's state, its line to the server, and how the saving goes. React
 * listens; the queue reads and writes between renders.
 */
export class GridStore {
  #grid: GridState
  #saving: Saving = { state: 'saved', problem: null }
  readonly #listeners = new Set<() => void>()
  readonly #address: string
  readonly #queue: SaveQueue
  /** How often the server's word has been asked for, and how many answers are on their way. */
  #asked = 0
  #awaited = 0

  /** @param address where the workbench lives; changes go to `/changes` under it, its data come from `/data` */
  constructor(initial: WorkbenchData, address: string) {
    this.#grid = startState(initial)
    this.#address = address
    this.#queue = new SaveQueue({
      address: `${address}/changes`,
      dispatch: this.dispatch,
      read: () => this.#grid,
      reload: () => void this.reload(),
      tell: (state, problem) => {
        this.#saving = { state, problem: problem ?? null }
        this.#changed()
      },
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly grid = (): GridState => this.#grid
  readonly saving = (): Saving => this.#saving

  readonly dispatch = (action: GridAction): void => {
    this.#grid = reduceGrid(this.#grid, action)
    this.#changed()
    if (this.#grid.unsaved.length > 0) void this.#queue.run()
    // A word that is on its way may be from before this: a newer one is asked for in its place.
    if ((action.type === 'saved' || action.type === 'refused') && this.#awaited > 0) void this.reload()
  }

  /** Asks for the server's word. What is not saved yet stays on top of it. */
  async reload(): Promise<void> {
    const asked = ++this.#asked
    this.#awaited += 1
    try {
      const response = await fetch(`${this.#address}/data`).catch(() => null)
      const data = response?.ok ? ((await response.json()) as WorkbenchData) : null
      if (data && asked === this.#asked) this.dispatch({ type: 'arrived', data })
    } finally {
      this.#awaited -= 1
    }
  }

  #changed() {
    for (const listener of this.#listeners) listener()
  }
}
