/**
 * The embedded database in a process of its own.
 *
 * A query in PGlite blocks the process it runs in, and two processes that open one folder destroy each other's
 * work. So it runs here, alone, behind a local socket in a folder that only this user can enter, holding an
 * exclusive lock on its data; everybody else speaks to it with the same driver as to a real server.
 *
 * Started as `node engine-process.ts <data folder>`. Prints one line of JSON when it is ready or cannot start.
 * Ends itself, cleanly, when its standard input closes: it never outlives the process that started it.
 */
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { socketPath, type EngineMessage } from './engine-socket.ts'
import { takeLock } from './exclusive-lock.ts'

const dataFolder = process.argv[2]
if (!dataFolder) throw new Error('Usage: engine-process.ts <data folder>')

function tell(message: EngineMessage) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
const lock = takeLock(join(dataFolder, 'engine.lock'))
if (!lock) {
  tell({ state: 'locked' })
  process.exit(0)
}

const folder = join(dataFolder, 'database')
mkdirSync(folder, { recursive: true, mode: 0o700 })
const database = await PGlite.create(folder)

// The lock is ours, so a socket that lies here is what a killed engine left behind.
const path = socketPath(dataFolder)
rmSync(path, { force: true })
const server = new PGLiteSocketServer({ db: database, path, maxConnections: 200 })
await server.start()
chmodSync(path, 0o600)
tell({ state: 'ready' })

let closing = false
async function close() {
  if (closing) return
  closing = true
  await server.stop()
  await database.close()
  rmSync(path, { force: true })
  lock?.release()
  process.exit(0)
}

process.stdin.resume()
process.stdin.on('end', () => void close())
process.stdin.on('close', () => void close())
// A terminal sends its interrupt to every process in the group: the one who started us decides when we end.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => void close())
