import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { checkServer } from './check-server.ts'
import { socketFolder } from './engine/engine-socket.ts'
import { startEngine, type RunningEngine } from './engine/start-engine.ts'
import { replicaOrPrimary } from './replica-pool.ts'
import { SingleStatementClient } from './single-statements.ts'
import type { Tables } from './tables.ts'
import './value-types.ts'

/** A connected database. Its plain connections own the tables: only migrations, sign-in and jobs use them. */
export type Database = {
  kind: 'embedded' | 'server'
  pool: Pool
  owner: Kysely<Tables>
  /** A read-only copy of the server, when one is configured and answers; else the same as `owner`. */
  replica: Kysely<Tables>
  engine: RunningEngine | null
  close(): Promise<void>
}

export type DatabaseSettings = {
  dataFolder: string
  databaseUrl: string | null
  databaseReplicaUrl?: string | null
  /** Connections at most; the embedded engine runs one query at a time however many there are. */
  connections?: number
  /** An embedded engine that starts already, instead of one that is started or found here. */
  engine?: Promise<RunningEngine> | null
  /** End and restart an embedded engine that does not answer for so many milliseconds. */
  engineSilence?: number
}

/**
 * Connects to the server in `databaseUrl`, or to the embedded engine, which is started when nobody has.
 * @param say told, in a sentence, when a part fails or comes back while Kansli runs
 * @throws `OperatorProblem` when the person at the machine must do something first
 */
export async function openDatabase(
  settings: DatabaseSettings,
  say: (sentence: string) => void = () => undefined,
): Promise<Database> {
  return settings.databaseUrl ? openServer(settings.databaseUrl, settings, say) : openEmbedded(settings, say)
}

async function openEmbedded(settings: DatabaseSettings, say: (sentence: string) => void): Promise<Database> {
  const engine = await (settings.engine ??
    startEngine(settings.dataFolder, {
      onTrouble: say,
      ...(settings.engineSilence ? { silence: settings.engineSilence } : {}),
    }))
  const pool = quiet(
    new Pool({
      Client: SingleStatementClient,
      host: socketFolder(settings.dataFolder),
      port: 5432,
      user: 'postgres',
      database: 'postgres',
      max: settings.connections ?? 8,
      connectionTimeoutMillis: 10_000,
    }),
  )
  const owner = kysely(pool)
  return {
    kind: 'embedded',
    pool,
    owner,
    replica: owner,
    engine,
    async close() {
      await pool.end()
      await engine.stop()
    },
  }
}

async function openServer(
  url: string,
  settings: DatabaseSettings,
  say: (sentence: string) => void,
): Promise<Database> {
  const pool = serverPool(url, settings.connections)
  await checkServer(pool, url).catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  const owner = kysely(pool)
  const replicaPool = settings.databaseReplicaUrl ? serverPool(settings.databaseReplicaUrl) : null
  return {
    kind: 'server',
    pool,
    owner,
    replica: replicaPool ? kysely(replicaOrPrimary(replicaPool, pool, say)) : owner,
    engine: null,
    async close() {
      await replicaPool?.end()
      await pool.end()
    },
  }
}

function kysely(pool: ConstructorParameters<typeof PostgresDialect>[0]['pool']): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
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
      // A statement or a transaction that somebody forgot must not hold its locks for ever. Said here and not in
      // the greeting, where pools in between (PgBouncer) refuse it. The pool waits for the answer.
      // oxlint-disable-next-line typescript/no-misused-promises -- its types have not heard of it
      onConnect: (client) =>
        client.query(
          // Row-level security makes every plan look dear, and a server then spends seconds on compiling (JIT) what
          // takes a tenth of one to carry out.
          `set statement_timeout = '10min'; set idle_in_transaction_session_timeout = '1min'; set jit = off`,
        ),
    }),
  )
}

/**
 * A connection that breaks is replaced by the pool; without a listener it would end the process. That goes for idle
 * ones, and for one that breaks inside a transaction while nothing is asked: its next question fails.
 */
function quiet(pool: Pool): Pool {
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool.on('error', () => undefined)
}
