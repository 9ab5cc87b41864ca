import { breathe, type Progress } from './limits.ts'

/** Work that can be stopped between its steps: it yields how many rows it has done since it last yielded. */
export type Steps<T> = Generator<number, T, void>

/** Rows done at a stretch before others may run. */
export const rowsAStep = 500

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
  }
}

/** Does the steps one by one and lets others run between them; rejects with the signal's reason when it is aborted. */
export async function finishGently<T>(
  steps: Steps<T>,
  progress: Progress,
  onRows: (rows: number) => void,
): Promise<T> {
  let since = 0
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
    since += next.value
    if (since < rowsAStep) continue
    onRows(since)
    since = 0
    await breathe(progress)
  }
}
