/**
 * The embedded database in a process of its own.
 *
 * A query in PGlite blocks the process it runs in, and two processes that open one folder destroy each other's
 * work. So it runs here, alone, behind a local socket in a folder that only this user can enter, holding an
 * exclusive lock on its data; everybody else speaks to it with the same driver as to a real server.
 *
 * Started as `node engine-process.ts <data folder>` by `start-engine.ts`. Prints lines of JSON (`EngineMessage`):
 * whether it is ready, and an answer to every line on its standard input, so that the starter sees that it is not
 * stuck. Ends itself, cleanly, when its standard input closes: it never outlives the process that started it.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { startEngineServer } from './engine-server.ts'
import { pidFile, socketPath, type EngineMessage } from './engine-socket.ts'
import { takeLock } from './exclusive-lock.ts'
import { keepHouse } from './housekeeping.ts'

const [, , folder] = process.argv
if (!folder) throw new Error('Usage: engine-process.ts <data folder>')
/** Longer than any pause inside one of our own transactions, shorter than people's patience. */
const patience = Number(process.env.KANSLI_ENGINE_PATIENCE ?? 10_000)

function tell(message: EngineMessage) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

function broken(error: unknown): never {
  process.stderr.write(`The embedded database broke: ${String((error as Error)?.stack ?? error)}\n`)
  process.exit(1)
}

try {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = takeLock(join(folder, 'engine.lock'))
  if (lock) await serve(folder, () => lock.release())
  else tell({ state: 'locked' })
} catch (error) {
  tell({ state: 'failed', reason: (error as Error).message })
  process.exitCode = 1
}

async function serve(dataFolder: string, release: () => void): Promise<void> {
  writeFileSync(join(dataFolder, pidFile), `${process.pid}\n`)
  const database = await openEmbeddedDatabase(dataFolder)
  // The lock is ours, so a socket that lies here is what a killed engine left behind.
  const path = socketPath(dataFolder)
  rmSync(path, { force: true })
  const server = await startEngineServer(path, { database, patience, onBroken: broken })
  chmodSync(path, 0o600)
  const stopKeeping = keepHouse(database, server)
  tell({ state: 'ready' })

  let closing = false
  async function close() {
    if (closing) return
    closing = true
    stopKeeping()
    await server.close()
    release()
    process.exit(0)
  }
  process.stdin.on('data', () => tell({ state: 'answers' }))
  process.stdin.on('end', () => void close())
  process.stdin.on('close', () => void close())
  // The starter may be killed: then nobody reads what is printed here.
  process.stdout.on('error', () => undefined)
  // A terminal sends its interrupt to every process in the group: the one who started us decides when we end.
  process.on('SIGINT', () => undefined)
  process.on('SIGHUP', () => undefined)
  process.on('SIGTERM', () => void close())
}
