import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { socketFolder } from './engine/engine-socket.ts'
import { startEngine, type RunningEngine } from './engine/start-engine.ts'
import { SingleStatementClient } from './single-statements.ts'
import type { Tables } from './tables.ts'
import './value-types.ts'

/** A connected database. Its plain connections own the tables: only migrations, sign-in and jobs use them. */
export type Database = {
  kind: 'embedded' | 'server'
  pool: Pool
  owner: Kysely<Tables>
  /** Read-only copy of the server, when one is configured; else the same as `pool`. */
  replicaPool: Pool
  engine: RunningEngine | null
  close(): Promise<void>
}

export type DatabaseSettings = {
  dataFolder: string
  databaseUrl: string | null
  databaseReplicaUrl?: string | null
  /** Connections at most; the embedded engine runs one query at a time however many there are. */
  connections?: number
}

/** Connects to the server in `databaseUrl`, or to the embedded engine, which is started when nobody has. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const engine = settings.databaseUrl ? null : await startEngine(settings.dataFolder)
  const pool = settings.databaseUrl
    ? serverPool(settings.databaseUrl, settings.connections)
    : embeddedPool(settings.dataFolder, settings.connections)
  const replicaPool = settings.databaseReplicaUrl ? serverPool(settings.databaseReplicaUrl) : pool
  return {
    kind: engine ? 'embedded' : 'server',
    pool,
    replicaPool,
    owner: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    engine,
    async close() {
      if (replicaPool !== pool) await replicaPool.end()
      await pool.end()
      await engine?.stop()
    },
  }
}

function serverPool(url: string, connections = 10): Pool {
  return quiet(
    new Pool({
      Client: SingleStatementClient,
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 10_000,
      application_name: 'kansli',
      keepAlive: true,
    }),
  )
}

function embeddedPool(dataFolder: string, connections = 8): Pool {
  return quiet(
    new Pool({
      Client: SingleStatementClient,
      host: socketFolder(dataFolder),
      port: 5432,
      user: 'postgres',
      database: 'postgres',
      max: connections,
      connectionTimeoutMillis: 10_000,
    }),
  )
}

/** An idle connection that breaks is replaced by the pool; without a listener it would end the process. */
function quiet(pool: Pool): Pool {
  return pool.on('error', () => undefined)
}
