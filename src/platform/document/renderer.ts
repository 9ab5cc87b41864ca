import { fork, type ChildProcess } from 'node:child_process'
import type { RenderAnswer, RenderRequest } from './render-messages.ts'

/** A document that is not finished by then is given up: the example takes well under a second. */
const longest = 30_000
/** How long the process waits for another document before it ends and gives its memory back. */
const idle = 60_000

type Waiting = { resolve(bytes: Uint8Array): void; reject(error: Error): void; timer: NodeJS.Timeout }

/** Renders documents in a process of its own, which is started when it is first needed. */
export type Renderer<Job> = {
  /** @throws when it cannot be rendered, takes too long or its process dies; the server goes on */
  render(job: Job): Promise<Uint8Array>
  /** Ends the process now, for those who start and stop a server in the same process. */
  stop(): void
}

/**
 * A renderer whose process runs a program that answers jobs (`answer-jobs.ts`).
 * @param program the program's file
 */
export function rendererIn<Job extends object>(program: string): Renderer<Job> {
  let child: ChildProcess | null = null
  let next = 0
  let rest: NodeJS.Timeout | undefined
  const waiting = new Map<number, Waiting>()

  function running(): ChildProcess {
    clearTimeout(rest)
    if (child?.connected) return child
    const started = fork(program, {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child = started
    started.on('message', (answer: RenderAnswer) => settle(answer))
    started.on('error', () => undefined)
    started.on('exit', (code, signal) => {
      if (child === started) child = null
      if (child !== null) return
      for (const [number, { reject, timer }] of waiting) {
        clearTimeout(timer)
        reject(
          new Error(`The renderer ended (${signal ?? code ?? ''}) before document ${number} was finished.`),
        )
      }
      waiting.clear()
    })
    return started
  }

  function settle(answer: RenderAnswer): void {
    const asked = waiting.get(answer.number)
    if (!asked) return
    waiting.delete(answer.number)
    clearTimeout(asked.timer)
    if ('bytes' in answer) asked.resolve(answer.bytes)
    else asked.reject(new Error(answer.error))
    if (waiting.size > 0 || !child) return
    // Nothing left to do: the server may end without waiting for it, and it ends by itself after a while.
    child.unref()
    child.channel?.unref()
    const resting = child
    rest = setTimeout(() => resting.kill(), idle)
    rest.unref()
  }

  return {
    render: (job) =>
      new Promise((resolve, reject) => {
        const number = next++
        const process = running()
        const timer = setTimeout(() => {
          waiting.get(number)?.reject(new Error(`A document was not finished in ${longest / 1000} s.`))
          waiting.delete(number)
          process.kill('SIGKILL')
        }, longest)
        waiting.set(number, { resolve, reject, timer })
        process.ref()
        process.channel?.ref()
        process.send({ job, number } satisfies RenderRequest<Job>, (error) => {
          if (error) settle({ number, error: error.message })
        })
      }),
    stop() {
      child?.kill()
      child = null
    },
  }
}
