import type { Logger } from 'pino'

/** Work that goes on after the answer is given. */
export type Background = {
  /** Starts the work and does not wait for it; what goes wrong is logged under `name`. */
  run(name: string, work: () => Promise<unknown>): void
  /** Resolves when everything started has ended: before the database is closed, and in tests. */
  settled(): Promise<void>
}

/**
 * Keeps what an answer does not wait for. Whether an address is known must not show in how long an answer takes,
 * so everything that depends on it is done here.
 */
export function createBackground(log: Logger): Background {
  const running = new Set<Promise<void>>()
  return {
    run(name, work) {
      const task: Promise<void> = Promise.resolve()
        .then(work)
        .then(() => undefined)
        .catch((error: unknown) => log.error({ error, part: 'sign-in', name }, 'after the answer'))
        .finally(() => running.delete(task))
      running.add(task)
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
