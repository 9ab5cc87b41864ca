/** Something long that is being computed: what it will come to, and how far it has come. */
export type Running<Result> = {
  result: Promise<Result>
  /** From 0 to 1. */
  share(): number
}

type Kept<Result> = { running: Running<Result>; abort: AbortController }

/**
 * Computes each thing once, however many ask for it: who looks at a long reading, looks again and then reads it in
 * does not wait three times. Holds the last few; the oldest is forgotten, and stopped if it still runs.
 */
export class RunningReadings<Result> {
  readonly #kept = new Map<string, Kept<Result>>()
  readonly #atMost: number

  /** @param atMost how many results are held; the one that was asked for longest ago goes first */
  constructor(atMost: number) {
    this.#atMost = atMost
  }

  /** Joins the computation that is running or done under this key, or starts it. */
  join(
    key: string,
    compute: (report: (share: number) => void, signal: AbortSignal) => Promise<Result>,
  ): Running<Result> {
    const kept = this.#kept.get(key) ?? this.#start(key, compute)
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    this.#forgetOldest()
    return kept.running
  }

  /** What was computed under this key no longer holds: who asks next starts it anew. What runs goes on for those who wait. */
  forget(key: string): void {
    this.#kept.delete(key)
  }

  #start(
    key: string,
    compute: (report: (share: number) => void, signal: AbortSignal) => Promise<Result>,
  ): Kept<Result> {
    let share = 0
    const abort = new AbortController()
    const result = compute((now) => {
      share = now
    }, abort.signal)
    const kept = { running: { result, share: () => share }, abort }
    // A failure is told to those who wait for it; the next who asks tries again.
    result.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key)
    })
    return kept
  }

  #forgetOldest() {
    for (const [key, kept] of this.#kept) {
      if (this.#kept.size <= this.#atMost) return
      this.#kept.delete(key)
      kept.abort.abort()
    }
  }
}

/** What it came to, or undefined when it is not done after so many milliseconds. */
export async function within<Result>(
  running: Running<Result>,
  milliseconds: number,
): Promise<{ result: Result } | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  try {
    return await Promise.race([running.result.then((result) => ({ result })), late])
  } finally {
    clearTimeout(timer)
  }
}
