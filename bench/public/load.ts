import { fork } from 'node:child_process'
import { join } from 'node:path'

export type Load = { connections: number; warmUp: number; seconds: number }

export type Loaded = {
  /** Answers in each second. */
  perSecond: number[]
  /** How long each answer took, in milliseconds. */
  times: number[]
}

/**
 * Loads a page from a process of its own on the same machine.
 * @throws when any request is answered with something else than the page
 */
export function load(address: string, { connections, warmUp, seconds }: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const child = fork(
      join(import.meta.dirname, 'load-process.ts'),
      [address, connections, warmUp, seconds].map(String),
      { execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'advanced' },
    )
    child.once('message', (loaded: Loaded) => resolve(loaded))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The load ended with ${code} before it was measured.`)))
  })
}
