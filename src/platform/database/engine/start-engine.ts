import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../root.ts'
import { engineAnswers, type EngineMessage } from './engine-socket.ts'

export type RunningEngine = {
  /** Did this process start it? Then it also ends it. */
  own: boolean
  pid: number | null
  /** Resolves when an engine that this process started has ended, for whatever reason. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** Somebody else holds the data and does not answer. */
export class EngineLocked extends Error {}

const script = join(projectRoot, 'src/platform/database/engine/engine-process.ts')

/**
 * Gives an engine for this data folder: the one that runs already, or one that is started now.
 * @throws {EngineLocked} when another process holds the data but cannot be reached within `patience` milliseconds
 */
export async function startEngine(dataFolder: string, patience = 10_000): Promise<RunningEngine> {
  const deadline = Date.now() + patience
  for (;;) {
    if (await engineAnswers(dataFolder)) {
      return { own: false, pid: null, ended: new Promise(() => undefined), stop: async () => undefined }
    }
    const started = await spawnEngine(dataFolder)
    if (started) return started
    if (Date.now() > deadline) {
      throw new EngineLocked(`Another process holds the database in ${dataFolder} and does not answer.`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function spawnEngine(dataFolder: string): Promise<RunningEngine | null> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const message = await firstMessage(child)
  if (message.state === 'locked') return null
  return {
    own: true,
    pid: child.pid ?? null,
    ended,
    async stop() {
      child.stdin?.end()
      await ended
    },
  }
}

function firstMessage(child: ChildProcess): Promise<EngineMessage> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout! })
    lines.once('line', (line) => resolve(JSON.parse(line) as EngineMessage))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The embedded database ended at once (code ${code}).`)))
  })
}
