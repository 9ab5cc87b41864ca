import { Problem } from '#platform/operations/problem.ts'
import { within } from '#platform/running-readings.ts'

/** What ended with a problem while nobody waited for it, by the run it was about; told once. */
const failed = new Map<string, { problem: Problem; at: number }>()
const toldWithin = 600_000

/** Milliseconds until somebody is led on to see how far it has come. */
const patience = 1500

/**
 * Lets long work go on although the request that began it is answered.
 * @returns whether it is done already
 * @throws what it failed with, when that was soon
 */
export async function carryOn(runId: string, work: Promise<unknown>): Promise<boolean> {
  failed.delete(runId)
  const kept = work.catch((error: unknown) => {
    const problem = error instanceof Problem ? error : new Problem('unexpected', { cause: error })
    failed.set(runId, { problem, at: performance.now() })
    throw error
  })
  const done = await within({ result: kept, share: () => 0 }, patience)
  kept.catch(() => undefined)
  return done !== undefined
}

/** What went wrong since somebody last asked. */
export function takeFailure(runId: string): Problem | null {
  const found = failed.get(runId)
  failed.delete(runId)
  return found && performance.now() - found.at < toldWithin ? found.problem : null
}
