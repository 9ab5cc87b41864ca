import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runtime } from './node.mjs'
import { isRunning } from './processes.mjs'
import { Stop } from './progress.mjs'

const lock = join(runtime, 'setting-up')
const beat = 2_000
/** A lock that nobody has touched for so long belongs to a process that was killed. */
const stale = 15_000

/**
 * Does the work while no other terminal does it in the same checkout; waits for its turn.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  try {
    mkdirSync(runtime, { recursive: true })
  } catch (error) {
    throw new Stop(`Kansli cannot write in its own folder (${error.message}). Give this user the right to.`)
  }
  for (let said = false; !take(); said = true) {
    if (!said) process.stderr.write('Waiting for another terminal that sets Kansli up in this folder …\n')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const heart = setInterval(() => {
    const now = new Date()
    utimesSync(lock, now, now)
  }, beat)
  try {
    return await work()
  } finally {
    clearInterval(heart)
    rmSync(lock, { force: true })
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (isHeld()) return false
  // Two may find it abandoned at the same moment: only one of them can move it away.
  try {
    renameSync(lock, `${lock}-${process.pid}`)
    rmSync(`${lock}-${process.pid}`, { force: true })
  } catch {
    // The other one did.
  }
  return false
}

function isHeld() {
  try {
    return isRunning(Number(readFileSync(lock, 'utf8'))) && Date.now() - statSync(lock).mtimeMs < stale
  } catch {
    return false
  }
}
