export type Runs = {
  /** Runs before those that count, so that the engine has compiled what it will. */
  warmUp: number
  runs: number
}

/** How long each run takes, in milliseconds. What a run gives back is dropped. */
export async function timesOf(work: () => unknown, { warmUp, runs }: Runs): Promise<number[]> {
  const times: number[] = []
  for (let run = -warmUp; run < runs; run++) {
    const time = await timeOf(work)
    if (run >= 0) times.push(time)
  }
  return times
}

/** How long it takes once, in milliseconds. Work that is no promise is not made to wait for one. */
export async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now()
  const result = work()
  if (result instanceof Promise) await result
  return performance.now() - started
}
