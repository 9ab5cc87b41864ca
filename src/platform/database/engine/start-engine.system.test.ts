import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { projectRoot } from '../../root.ts'
import { isConnectionLost } from '../connection-trouble.ts'
import { openDatabase } from '../database.ts'
import { startEngine } from './start-engine.ts'
import { socketFolder } from './engine-socket.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-engine-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Fifty by hand before a release; fewer every time. */
const kills = Number(process.env.KANSLI_TEST_KILLS ?? 10)

const script = join(projectRoot, 'src/platform/database/engine/engine-process.ts')

/** Asks until the engine answers again. */
async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isConnectionLost(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

function poolOf(folder: string): Pool {
  const pool = new Pool({
    host: socketFolder(folder),
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    max: 8,
  })
  return pool.on('error', () => undefined)
}

describe('the embedded engine', () => {
  it('lets exactly one of many processes open the data', async () => {
    const folder = newFolder()
    const rounds = [1, 2, 3]
    for (const _ of rounds) {
      const processes = Array.from({ length: 6 }, () =>
        spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, folder], {
          stdio: ['pipe', 'pipe', 'inherit'],
        }),
      )
      const states = await Promise.all(
        processes.map(async (child) => {
          const [line] = (await once(child.stdout, 'data')) as [Buffer]
          return (JSON.parse(line.toString()) as { state: string }).state
        }),
      )
      expect(states.toSorted()).toEqual(['locked', 'locked', 'locked', 'locked', 'locked', 'ready'])
      await Promise.all(
        processes.map(async (child) => {
          child.stdin.end()
          if (child.exitCode === null) await once(child, 'exit')
        }),
      )
    }
  }, 60_000)

  it('loses nothing that was acknowledged, however often it is killed', async () => {
    const folder = newFolder()
    const engine = await startEngine(folder, { longestPause: 100 })
    const pool = poolOf(folder)
    await pool.query('create table entry (writer integer not null, number integer not null)')
    const acknowledged = new Set<string>()
    const writing = new AbortController()
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let number = 0; !writing.signal.aborted; number += 1) {
        try {
          await pool.query('insert into entry values ($1, $2)', [writer, number])
          acknowledged.add(`${writer} ${number}`)
        } catch {
          // The engine is being started again: this entry was not acknowledged.
          await new Promise((resolve) => setTimeout(resolve, 5))
        }
      }
    })
    for (let kill = 0; kill < kills; kill += 1) {
      const before = acknowledged.size
      while (acknowledged.size < before + 20 + kill) await new Promise((resolve) => setTimeout(resolve, 2))
      process.kill(engine.pid!, 'SIGKILL')
    }
    const last = acknowledged.size
    while (acknowledged.size === last) await new Promise((resolve) => setTimeout(resolve, 2))
    writing.abort()
    await Promise.all(writers)
    // What was under way when it was killed the last time may be acknowledged before it has started again.
    const { rows } = await answered(() =>
      pool.query<{ key: string }>(`select writer || ' ' || number as key from entry`),
    )
    const stored = new Set(rows.map((row) => row.key))
    expect(stored.size).toBe(rows.length)
    expect([...acknowledged].filter((key) => !stored.has(key))).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(kills * 20)
    await pool.end()
    await engine.stop()
  }, 180_000)

  it('is started again when it does not answer any more', async () => {
    const folder = newFolder()
    const said: string[] = []
    const engine = await startEngine(folder, {
      silence: 800,
      onTrouble: (sentence) => said.push(sentence),
    })
    const pool = poolOf(folder)
    const { pid } = engine
    process.kill(pid!, 'SIGSTOP')
    await expect(pool.query('select 1')).rejects.toSatisfy(isConnectionLost)
    await expect.poll(() => engine.pid, { timeout: 15_000 }).not.toBe(pid)
    await expect.poll(() => said.at(-1)).toBe('The embedded database runs again.')
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
    await engine.stop()
  }, 30_000)

  it('that is stuck and belongs to nobody any more is named, not waited for', async () => {
    const folder = newFolder()
    const engine = await startEngine(folder)
    process.kill(engine.pid!, 'SIGSTOP')
    await expect(startEngine(folder, { patience: 300 })).rejects.toThrow(`Process ${engine.pid} holds`)
    process.kill(engine.pid!, 'SIGCONT')
    await engine.stop()
  })

  it('is taken over when the process that started it ends', async () => {
    const folder = newFolder()
    const first = await startEngine(folder)
    const second = await startEngine(folder)
    expect([typeof first.pid, second.pid]).toEqual(['number', null])
    const pool = poolOf(folder)
    await pool.query('create table kept (one integer)')
    await first.stop()
    await expect.poll(() => second.pid, { timeout: 15_000 }).not.toBeNull()
    expect((await pool.query('select * from kept')).rows).toEqual([])
    await pool.end()
    await second.stop()
  }, 30_000)

  it('writes every commit through to the disk', async () => {
    const database = await openDatabase({ dataFolder: newFolder(), databaseUrl: null })
    const { rows } = await database.pool.query(
      `select name, setting from pg_settings where name in ('fsync', 'wal_sync_method') order by name`,
    )
    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'wal_sync_method', setting: 'fsync' },
    ])
    await database.close()
  }, 30_000)

  it('leaves no half-made database behind when it is killed while making one', async () => {
    const folder = newFolder()
    for (const delay of [300, 900, 1500, 2100]) {
      const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'ignore', 'ignore'] })
      await new Promise((resolve) => setTimeout(resolve, delay))
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    const database = await openDatabase({ dataFolder: folder, databaseUrl: null })
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
  }, 60_000)

  it('says in PostgreSQL’s words why a database cannot be opened', async () => {
    const folder = newFolder()
    const engine = await startEngine(folder)
    await engine.stop()
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '12\n')
    await expect(startEngine(folder)).rejects.toThrow(/database files are incompatible with server/)
  }, 30_000)
})
