import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { takeLock } from '#platform/database/engine/exclusive-lock.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'

/** The data folder, taken for this process. */
export type TakenFolder = {
  /** Writes down where this server answers, for whoever tries to start another on the same data. */
  tell(url: string): void
  release(): void
}

/** Less than this, and even a small system comes to a stop soon. */
const leastBytes = 100 * 1024 * 1024

/**
 * Makes sure that everything can be written in the data folder, and takes it for this process.
 * @param alone must no other server use it? So it is with the embedded database; servers that share a PostgreSQL
 *   server may share the folder too.
 * @throws {OperatorProblem} with what to do about it
 */
export function takeDataFolder(folder: string, alone: boolean): TakenFolder {
  prepare(folder)
  const addressFile = join(folder, 'server.json')
  const lock = alone ? takeLock(join(folder, 'server.lock')) : null
  if (alone && !lock) throw new OperatorProblem(alreadyRuns(folder, addressFile))
  rmSync(addressFile, { force: true })
  return {
    tell: (url) => {
      if (lock) writeFileSync(addressFile, JSON.stringify({ url, pid: process.pid }))
    },
    release() {
      if (lock) rmSync(addressFile, { force: true })
      lock?.release()
    },
  }
}

function prepare(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, 'kansli')
    rmSync(probe)
  } catch (error) {
    throw new OperatorProblem(whyNot(folder, error as NodeJS.ErrnoException))
  }
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < leastBytes) throw new OperatorProblem(whyNot(folder, { code: 'ENOSPC' }))
}

/** One by one: asked to make them all, Node.js tries for ever where the system says that there can be no such folder. */
function makeFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there?.isDirectory()) return
  if (there) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Somebody else made it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function whyNot(folder: string, { code, message }: { code?: string | undefined; message?: string }): string {
  const choose = 'or choose another folder with KANSLI_DATA.'
  switch (code) {
    case 'ENOSPC':
      return `The disk is full where Kansli keeps its data (${folder}). Free at least 100 MB, ${choose}`
    case 'EROFS':
      return `The data folder ${folder} is on a disk that can only be read. Make it writable, ${choose}`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${folder} cannot be the data folder: a file stands in its way. Move it, ${choose}`
    case 'EACCES':
    case 'EPERM':
      return `The data folder ${folder} cannot be written by this user. Give it the right, ${choose}`
    default:
      return `The data folder ${folder} cannot be used (${message ?? code}). Put that right, ${choose}`
  }
}

function alreadyRuns(folder: string, addressFile: string): string {
  const stop = `Stop that one first, or choose another folder with KANSLI_DATA.`
  try {
    const { url, pid } = JSON.parse(readFileSync(addressFile, 'utf8')) as { url: string; pid: number }
    return `Kansli already runs on this data, at ${url} (process ${pid}). Nothing was changed.\n${stop}`
  } catch {
    return `Another Kansli is just starting on the data in ${folder}. Nothing was changed.\n${stop}`
  }
}
