import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { OperatorProblem } from '../../operator-problem.ts'
import { engineAnswers, pidFile, socketPath } from './engine-socket.ts'
import { spawnEngine } from './spawn-engine.ts'

export type RunningEngine = {
  /** The process that this one started; null when another one's engine is used. */
  readonly pid: number | null
  /** Ends an engine that this process started; another one's is left alone. */
  stop(): Promise<void>
}

export type EngineOptions = {
  /** How long to wait for another process that holds the data but does not answer, in milliseconds. */
  patience?: number
  /** End and restart an engine that does not answer for so long. Longer than any statement that makes sense. */
  silence?: number
  /** The longest pause between attempts to start it again, when it ends again and again. */
  longestPause?: number
  /** Told when the engine ended by itself, and when it runs again. */
  onTrouble?: (sentence: string) => void
}

/** Somebody else holds the data and does not answer. */
export class EngineLocked extends OperatorProblem {}

/** One engine that can be used now, and that ends some time. */
type Found = { pid: number | null; ended: Promise<void>; stop(): Promise<void> }

/**
 * Gives an engine for this data folder: the one that runs already, or one that is started now. Whichever it is,
 * when it ends before it was asked to, another is started; connections that were open break, and those made later
 * find the new one under the same name.
 * @throws {EngineLocked} when another process holds the data and does not answer
 * @throws `EngineFailed` when the database cannot be opened
 */
export async function startEngine(
  dataFolder: string,
  {
    patience = 10_000,
    silence = 60_000,
    longestPause = 10_000,
    onTrouble = () => undefined,
  }: EngineOptions = {},
): Promise<RunningEngine> {
  let engine = await find(dataFolder, patience, silence)
  let stopping = false

  async function watch(): Promise<void> {
    let pause = 100
    for (;;) {
      const since = Date.now()
      await engine.ended
      if (stopping) return
      if (Date.now() - since > 60_000) pause = 100
      onTrouble('The embedded database ended by itself; it is started again.')
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, pause).unref())
        pause = Math.min(pause * 2, longestPause)
        if (stopping) return
        try {
          engine = await find(dataFolder, patience, silence)
          break
        } catch (error) {
          onTrouble(`The embedded database could not be started again: ${(error as Error).message}`)
        }
      }
      if (stopping) await engine.stop()
      else onTrouble('The embedded database runs again.')
    }
  }
  const watched = watch()

  return {
    get pid() {
      return engine.pid
    },
    async stop() {
      stopping = true
      await engine.stop()
      await Promise.race([watched, engine.ended])
    },
  }
}

async function find(dataFolder: string, patience: number, silence: number): Promise<Found> {
  const deadline = Date.now() + patience
  for (;;) {
    const answers = await engineAnswers(dataFolder, Math.max(1, deadline - Date.now()))
    if (answers === 'yes') return another(dataFolder)
    const started = answers === 'no' ? await spawnEngine(dataFolder, silence) : null
    if (started) return started
    if (Date.now() > deadline) throw new EngineLocked(lockedSentence(dataFolder))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function lockedSentence(dataFolder: string): string {
  let holder = 'Another process'
  try {
    holder = `Process ${readFileSync(join(dataFolder, pidFile), 'utf8').trim()}`
  } catch {
    // It has not come so far as to write down its number.
  }
  return `${holder} holds the database in ${dataFolder} and does not answer. End it, then try again.`
}

/** An engine that another process started: a connection of our own tells when it ends. */
function another(dataFolder: string): Found {
  const line = connect(socketPath(dataFolder))
  line.on('error', () => undefined)
  line.unref()
  const ended = new Promise<void>((resolve) => line.once('close', () => resolve()))
  return { pid: null, ended, stop: async () => void line.destroy() }
}
