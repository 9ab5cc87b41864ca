import type { Change } from './change.ts'
import type { Conflict, GridAction, GridState } from './grid-state.ts'
import type { WorkbenchData } from './workbench-data.ts'

/** What is sent to be saved: the change, and the revisions it was made on. */
export type ChangeRequest =
  | {
      kind: 'amounts'
      cells: { adjustmentId: string; year: number; amount: string | null; expectedRevision: number }[]
    }
  | { kind: 'label'; adjustmentId: string; label: string; expectedRevision: number }
  | { kind: 'order'; adjustmentIds: string[] }
  | { kind: 'removal'; adjustmentId: string; removed: boolean }

/** What comes back: saved, or refused because somebody else was first, or some other problem in words. */
export type ChangeAnswer =
  | {
      outcome: 'saved'
      cells?: { adjustmentId: string; year: number; revision: number }[]
      rowRevision?: number
    }
  | {
      outcome: 'conflict'
      conflicts: {
        adjustmentId: string
        year: number
        amount: string | null
        revision: number
        changedBy: string
        changedAt: string
      }[]
    }
  | { outcome: 'problem'; title: string; detail: string }

/** The change as it is sent, with the revisions that are known now. */
export function requestOf(change: Change, data: WorkbenchData): ChangeRequest {
  const row = (id: string) => data.rows.find((each) => each.id === id)
  switch (change.kind) {
    case 'amounts':
      return {
        kind: 'amounts',
        cells: change.cells.map((cell) => ({
          adjustmentId: cell.rowId,
          year: data.years[cell.yearIndex] ?? 0,
          amount: cell.after,
          expectedRevision: row(cell.rowId)?.cells[cell.yearIndex]?.revision ?? 0,
        })),
      }
    case 'label':
      return {
        kind: 'label',
        adjustmentId: change.rowId,
        label: change.after,
        expectedRevision: row(change.rowId)?.revision ?? 1,
      }
    case 'order':
      return { kind: 'order', adjustmentIds: change.after }
    case 'removal':
      return { kind: 'removal', adjustmentId: change.rowId, removed: change.removed }
  }
}

/** What an answer means for the grid; null when the change has to be tried again from the server's word. */
export function actionOf(change: Change, answer: ChangeAnswer, data: WorkbenchData): GridAction | null {
  const yearIndex = (year: number) => data.years.indexOf(year)
  if (answer.outcome === 'saved') {
    const cells = (answer.cells ?? []).map((cell) => ({
      rowId: cell.adjustmentId,
      yearIndex: yearIndex(cell.year),
      revision: cell.revision,
    }))
    return {
      type: 'saved',
      change,
      cells,
      ...(answer.rowRevision === undefined ? {} : { rowRevision: answer.rowRevision }),
    }
  }
  if (answer.outcome === 'problem' || change.kind !== 'amounts') return null
  const conflicts = answer.conflicts.map((theirs): Conflict => {
    const index = yearIndex(theirs.year)
    const mine = change.cells.find((cell) => cell.rowId === theirs.adjustmentId && cell.yearIndex === index)
    return {
      rowId: theirs.adjustmentId,
      yearIndex: index,
      mine: mine?.after ?? null,
      theirs: theirs.amount,
      changedBy: theirs.changedBy,
      changedAt: theirs.changedAt,
    }
  })
  return {
    type: 'refused',
    change,
    conflicts,
    revisions: answer.conflicts.map((theirs) => ({
      rowId: theirs.adjustmentId,
      yearIndex: yearIndex(theirs.year),
      revision: theirs.revision,
    })),
  }
}

/** Waits, but no longer than until the browser says that the line is back. */
function aWhile(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    globalThis.addEventListener('online', go)
  })
}

export type SaveState = 'saved' | 'saving' | 'offline' | 'problem'

/**
 * Saves changes one after another, in the order they were made. When the line is cut it waits and tries again;
 * nothing that was written is forgotten while the page is open.
 */
export class SaveQueue {
  readonly #address: string
  readonly #dispatch: (action: GridAction) => void
  readonly #read: () => GridState
  readonly #tell: (state: SaveState, problem?: { title: string; detail: string }) => void
  readonly #reload: () => void
  #running = false

  constructor(options: {
    address: string
    dispatch: (action: GridAction) => void
    read: () => GridState
    tell: (state: SaveState, problem?: { title: string; detail: string }) => void
    /** Asks for the server's word, when a change could not be placed. */
    reload: () => void
  }) {
    this.#address = options.address
    this.#dispatch = options.dispatch
    this.#read = options.read
    this.#tell = options.tell
    this.#reload = options.reload
  }

  /** Looks whether something waits, and saves it. Safe to call at any time. */
  async run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      let pause = 500
      for (;;) {
        const { unsaved, data } = this.#read()
        const change = unsaved[0]
        if (!change) break
        this.#tell('saving')
        const answer = await this.#send(requestOf(change, data))
        if (!answer) {
          this.#tell('offline')
          await aWhile(pause)
          pause = Math.min(pause * 2, 15_000)
          continue
        }
        pause = 500
        const action = actionOf(change, answer, this.#read().data)
        if (action) {
          this.#dispatch(action)
          continue
        }
        this.#dispatch({ type: 'saved', change })
        this.#reload()
        if (answer.outcome === 'problem') {
          this.#tell('problem', { title: answer.title, detail: answer.detail })
          return
        }
      }
      this.#tell('saved')
    } finally {
      this.#running = false
    }
  }

  async #send(request: ChangeRequest): Promise<ChangeAnswer | null> {
    try {
      const response = await fetch(this.#address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      // The server itself is out of reach for a moment: the same as a cut line.
      if (response.status === 503 || response.status === 502 || response.status === 504) return null
      return (await response.json()) as ChangeAnswer
    } catch {
      return null
    }
  }
}
