import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { OperatorProblem } from '../../operator-problem.ts'
import { projectRoot } from '../../root.ts'
import type { EngineMessage } from './engine-socket.ts'

/** An engine's process that this process started. */
export type SpawnedEngine = {
  pid: number
  ended: Promise<void>
  /** Lets it finish what it does and close the database. */
  stop(): Promise<void>
}

/** The engine could not open its database. */
export class EngineFailed extends OperatorProblem {}

const script = join(projectRoot, 'src/platform/database/engine/engine-process.ts')

/**
 * Starts an engine's process and waits until it is ready.
 * @param silence end the process when it does not answer for so many milliseconds: a statement that never comes to
 *   an end cannot be ended in any other way
 * @returns null when another process holds the data
 * @throws {EngineFailed} with the reason
 */
export async function spawnEngine(dataFolder: string, silence: number): Promise<SpawnedEngine | null> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // What is written to a process that just ended is lost; that it ended is seen by `ended`.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })
  const message = await firstMessage(child, lines)
  if (message.state === 'locked') return null
  if (message.state === 'failed') throw new EngineFailed(message.reason)
  const stopAsking = askForLife(child, lines, silence)
  void ended.then(stopAsking)
  return {
    pid: child.pid!,
    ended,
    async stop() {
      child.stdin.end()
      await ended
    },
  }
}

function firstMessage(child: ChildProcess, lines: Interface): Promise<EngineMessage> {
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line) as EngineMessage))
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new EngineFailed(`The embedded database ended at once (${signal ?? `code ${code}`}).`)),
    )
  })
}

function askForLife(child: ChildProcess, lines: Interface, silence: number): () => void {
  const questions = 4
  // Counted, not timed: when a machine wakes from sleep, time has passed in which nobody was asked.
  let unanswered = 0
  lines.on('line', () => (unanswered = 0))
  const timer = setInterval(() => {
    if (unanswered >= questions) child.kill('SIGKILL')
    unanswered += 1
    child.stdin?.write('?\n')
  }, silence / questions)
  timer.unref()
  return () => clearInterval(timer)
}
