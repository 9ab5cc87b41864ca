import type { Scope } from '#platform/access/decide.ts'
import { beginLongWriting } from '#platform/database/long-writing.ts'
import { Problem } from '#platform/operations/problem.ts'
import { reaches } from '../persons/require-reach.ts'

/** An import, or its undoing, that is being carried out in this process. */
export type RunningImport = {
  /** From 0 to 1. */
  report(share: number): void
  /** @throws {Problem} cancelled when somebody has stopped it */
  goOn(): void
  end(): void
}

/** What is being carried out: bringing a file in, or taking it out again. */
export type RunningWork = 'import' | 'undo'

type Entry = {
  what: RunningWork
  organisationId: string
  unitId: string
  share: number
  cancelled: boolean
  heard: number
  stopWord: string
}

/** Nothing is silent for so long: what is, was cut off before it could say that it ended. */
const silence = 120_000

const running = new Map<string, Entry>()

function entryOf(runId: string): Entry | undefined {
  const entry = running.get(runId)
  if (entry && performance.now() - entry.heard > silence) {
    running.delete(runId)
    return undefined
  }
  return entry
}

/** So few are written before anybody who waits would notice. */
const fewRows = 1000

/**
 * Begins, so that others see how far it has come and may stop it.
 * @param rows how many there are about
 * @throws {Problem} notPossibleNow when it runs already
 */
export function beginRunning(
  run: { id: string; organisation_id: string; unit_id: string },
  what: RunningWork,
  rows: number,
): RunningImport {
  if (entryOf(run.id)) throw new Problem('notPossibleNow', { detail: 'import.running' })
  const entry: Entry = {
    what,
    organisationId: run.organisation_id,
    unitId: run.unit_id,
    share: 0,
    cancelled: false,
    heard: performance.now(),
    stopWord: '',
  }
  running.set(run.id, entry)
  const writing =
    rows > fewRows
      ? beginLongWriting({
          share: () => entry.share,
          stop: () => {
            entry.cancelled = true
          },
        })
      : null
  entry.stopWord = writing?.stopWord ?? ''
  return {
    report(share) {
      entry.share = share
      entry.heard = performance.now()
    },
    goOn() {
      entry.heard = performance.now()
      if (entry.cancelled) throw new Problem('cancelled', { detail: 'import.stopped' })
    },
    end() {
      writing?.end()
      if (running.get(run.id) === entry) running.delete(run.id)
    },
  }
}

/**
 * The word by which it can be stopped while it keeps the embedded database, for whoever began it; empty when it is too short
 * for that, or not running.
 */
export function runningStopWord(runId: string): string {
  return entryOf(runId)?.stopWord ?? ''
}

/** How far it has come; null when it is not running here. */
export function runningShare(runId: string): number | null {
  return entryOf(runId)?.share ?? null
}

/**
 * Stops it at its next step, for somebody whose trust reaches the unit it is made for.
 * @returns what was running; null when nothing was
 */
export function stopRunning(runId: string, organisationId: string, scope: Scope): RunningWork | null {
  const entry = entryOf(runId)
  if (!entry || entry.organisationId !== organisationId || !reaches({ scope }, entry.unitId)) return null
  entry.cancelled = true
  return entry.what
}
