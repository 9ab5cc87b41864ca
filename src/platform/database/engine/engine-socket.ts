import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMessage } from './wire-answers.ts'

/** What the engine's process says to the one who started it. */
export type EngineMessage =
  | { state: 'ready' }
  /** Another process has this data. */
  | { state: 'locked' }
  | { state: 'failed'; reason: string }
  /** It was asked whether it still answers. */
  | { state: 'answers' }

/** Holds the number of the process that has the data, for a sentence to a person. */
export const pidFile = 'engine.pid'

const file = '.s.PGSQL.5432'

/**
 * The folder in which the engine of this data folder listens, always the same, so that connections find it
 * again after a restart. Operating systems allow about 100 characters for a socket's path; a deeper data folder
 * gets a private folder among the temporary ones.
 * @throws when that temporary folder belongs to somebody else
 */
export function socketFolder(dataFolder: string): string {
  if (join(dataFolder, file).length <= 100) return dataFolder
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `kansli-${digest}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = statSync(folder).uid
  if (process.getuid && owner !== process.getuid()) {
    throw new Error(`${folder} belongs to another user; set KANSLI_DATA to a shorter path.`)
  }
  chmodSync(folder, 0o700)
  return folder
}

/** The path of the socket itself. */
export function socketPath(dataFolder: string): string {
  return join(socketFolder(dataFolder), file)
}

/**
 * Is an engine running on this data, and does it answer?
 * @param within milliseconds to wait for its greeting; an engine that is busy with a long statement is slow
 */
export function engineAnswers(dataFolder: string, within: number): Promise<'yes' | 'silent' | 'no'> {
  return new Promise((resolve) => {
    const connection = connect(socketPath(dataFolder), () => connection.write(startMessage))
    const end = (answer: 'yes' | 'silent' | 'no') => {
      connection.destroy()
      resolve(answer)
    }
    connection.setTimeout(within, () => end('silent'))
    connection.once('data', () => end('yes'))
    connection.once('error', () => end('no'))
    connection.once('close', () => end('no'))
  })
}
