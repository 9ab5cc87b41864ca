import type { Logger } from 'pino'

/** Work that an answer does not wait for. */
export type Background = {
  /** Starts the work now; what goes wrong is logged under `name`. */
  run(name: string, work: () => Promise<unknown>): void
  /**
   * Starts the work when the answer has been given. Whether an address is known must not show in how long an
   * answer takes, so what depends on it is done then and not beside it.
   */
  later(name: string, work: () => Promise<unknown>): void
  /** Starts what waits, and resolves when everything has ended: before the database is closed, and in tests. */
  settled(): Promise<void>
}

/** Long enough for an answer to be finished, in milliseconds. */
const untilAnswered = 300

export function createBackground(log: Logger): Background {
  const running = new Set<Promise<void>>()
  const waiting = new Map<NodeJS.Timeout, () => void>()
  const run: Background['run'] = (name, work) => {
    const task: Promise<void> = Promise.resolve()
      .then(work)
      .then(() => undefined)
      .catch((error: unknown) => log.error({ error, part: 'sign-in', name }, 'after the answer'))
      .finally(() => running.delete(task))
    running.add(task)
  }
  return {
    run,
    later(name, work) {
      const start = () => {
        waiting.delete(timer)
        run(name, work)
      }
      const timer = setTimeout(start, untilAnswered)
      waiting.set(timer, start)
    },
    async settled() {
      while (waiting.size > 0 || running.size > 0) {
        for (const [timer, start] of waiting) {
          clearTimeout(timer)
          start()
        }
        await Promise.all(running)
      }
    },
  }
}
