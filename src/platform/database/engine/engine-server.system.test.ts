import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../database.ts'
import { snapshotCommand } from './engine-commands.ts'
import { socketFolder } from './engine-socket.ts'
import { startEngine, type RunningEngine } from './start-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'kansli-engine-'))
let engine: RunningEngine
let pool: Pool

const address = { host: socketFolder(folder), port: 5432, user: 'postgres', database: 'postgres' }

beforeAll(async () => {
  process.env.KANSLI_ENGINE_PATIENCE = '300'
  engine = await startEngine(folder)
  delete process.env.KANSLI_ENGINE_PATIENCE
  pool = new Pool({ ...address, max: 30 })
  pool.on('error', () => undefined)
  await pool.query('create table word (client integer not null, number integer not null, text text not null)')
}, 60_000)

afterAll(async () => {
  await pool.end()
  await engine.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A value of `client` alone, short or longer than any network packet. */
const valueOf = (client: number, number: number) =>
  `${client}-${number}-${number % 3 === 0 ? 'x'.repeat(200_000 + client) : 'y'}`

const cut = new Error('the line is cut')

/** Opens a transaction, writes a row and sees it; `end` decides what becomes of it. */
async function transaction(client: number, number: number, end: (connection: PoolClient) => Promise<void>) {
  const connection = await pool.connect()
  let broken: Error | undefined
  try {
    const key = [client, number]
    await connection.query('begin')
    await connection.query('insert into word values ($1, $2, $3)', [...key, valueOf(client, number)])
    const seen = await connection.query('select text from word where client = $1 and number = $2', key)
    expect(seen.rows).toEqual([{ text: valueOf(client, number) }])
    await end(connection)
  } catch (error) {
    broken = error as Error
    if (error !== cut) throw error
  } finally {
    // With an error the pool cuts the line, in the middle of the transaction.
    connection.release(broken)
  }
}

/** The ways a transaction may end. @returns was it committed? */
const endings = [
  (client: number, number: number) =>
    transaction(client, number, async (connection) => void (await connection.query('commit'))).then(
      () => true,
    ),
  (client: number, number: number) =>
    transaction(client, number, async (connection) => void (await connection.query('rollback'))).then(
      () => false,
    ),
  (client: number, number: number) =>
    transaction(client, number, async (connection) => {
      await connection.query('select $1::int / 0', [client]).catch(() => undefined)
      await connection.query('commit')
    }).then(() => false),
  (client: number, number: number) =>
    transaction(client, number, async () => {
      throw cut
    }).then(() => false),
]

describe('many clients on the one session of the embedded engine', () => {
  it('each get their own rows, whatever the others do', async () => {
    const kept = new Map<number, number>()
    const clients = Array.from({ length: 24 }, (_, client) => client)
    const work = async (client: number) => {
      for (let number = 0; number < 12; number += 1) {
        const value = valueOf(client, number)
        const { rows } = await pool.query('select $1::text as text, $2::int as client', [value, client])
        expect(rows).toEqual([{ text: value, client }])
        const two = await pool.query('select $1::int as client', [client])
        expect(two.rows).toEqual([{ client }])
        const committed = await endings[(client + number) % endings.length]!(client, number)
        kept.set(client, (kept.get(client) ?? 0) + (committed ? 1 : 0))
      }
    }
    await Promise.all(clients.map(work))
    const { rows } = await pool.query<{ client: number; count: bigint }>(
      'select client, count(*) from word group by client order by client',
    )
    expect(rows).toEqual(clients.map((client) => ({ client, count: BigInt(kept.get(client)!) })))
  }, 60_000)

  it('wait for a transaction that does nothing only so long; its owner is told', async () => {
    const stuck = new Client(address)
    const ended = new Promise<Error>((resolve) => stuck.on('error', resolve))
    await stuck.connect()
    await stuck.query('begin')
    await stuck.query(`insert into word values (-1, 1, 'never')`)
    const { rows } = await pool.query('select count(*)::int as count from word where client = -1')
    expect(rows).toEqual([{ count: 0 }])
    expect(await ended).toMatchObject({ code: '25P03' })
  })

  it('may think inside a transaction as long as they like when nobody waits', async () => {
    const alone = new Client(address)
    await alone.connect()
    await alone.query('begin')
    const { rows } = await alone.query(`select 1 as one from pg_sleep(0.5)`)
    await alone.query('commit')
    await alone.end()
    expect(rows).toEqual([{ one: 1 }])
  })

  it('cannot stop the engine by COPY FROM STDIN, which it cannot do', async () => {
    await expect(pool.query('copy word from stdin')).rejects.toThrow('COPY FROM STDIN')
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('get rows and an error each in their place when they send several statements', async () => {
    await expect(pool.query('select 1; select 1/0; select 2')).rejects.toThrow('division by zero')
    const results = (await pool.query('select 1 as a; select 2 as b')) as unknown as { rows: unknown[] }[]
    expect(results.map((result) => result.rows)).toEqual([[{ a: 1 }], [{ b: 2 }]])
  })
})

describe('a copy of the running database', () => {
  it('is whole, and a database of its own', async () => {
    const target = join(folder, 'copy')
    await pool.query(snapshotCommand(target))
    const count = 'select count(*) as count from word'
    const { rows } = await pool.query(count)
    let copy: Database | null = null
    try {
      copy = await openDatabase({ dataFolder: target, databaseUrl: null })
      expect((await copy.pool.query(count)).rows).toEqual(rows)
      await copy.pool.query('delete from word')
    } finally {
      await copy?.close()
    }
    expect((await pool.query(count)).rows).toEqual(rows)
  }, 30_000)

  it('says why when it cannot be made', async () => {
    await expect(pool.query(snapshotCommand('/dev/null/copy'))).rejects.toThrow('/dev/null/copy')
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
