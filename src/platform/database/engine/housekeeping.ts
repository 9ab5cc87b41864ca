import type { EmbeddedDatabase } from './embedded-database.ts'
import type { EngineServer } from './engine-server.ts'

/** How long the log may become before it is written into the tables: what a start after a kill must read again. */
const longestLog = 16 * 1024 * 1024
const oldestLog = 5 * 60_000
const pause = 60_000

/**
 * Does what a PostgreSQL server has processes of its own for, which the embedded one has not: writes the log into
 * the tables (or it would grow until the next clean stop), removes dead rows, and counts what is in the tables (or
 * queries would be planned for empty ones). One small thing at a time, so that nobody waits long.
 * @returns the function that ends it
 */
export function keepHouse(database: EmbeddedDatabase, server: EngineServer): () => void {
  let lastCheckpoint = Date.now()
  let working = false

  async function shortenLog() {
    const [log] = await database.own<{ bytes: number }>(
      `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`,
    )
    const bytes = log?.bytes ?? 0
    const old = Date.now() - lastCheckpoint > oldestLog && bytes > 65_536
    if (bytes < longestLog && !old) return
    await database.own('checkpoint')
    lastCheckpoint = Date.now()
  }

  async function work() {
    if (working) return
    working = true
    try {
      await server.whenFree(shortenLog)
      let tables: string[] = []
      await server.whenFree(async () => {
        tables = await tablesInNeed(database)
      })
      for (const table of tables) {
        await server.whenFree(async () => void (await database.own(`vacuum (analyze) ${table}`)))
      }
    } catch (error) {
      process.stderr.write(`Housekeeping of the embedded database: ${(error as Error).message}\n`)
    } finally {
      working = false
    }
  }

  const timer = setInterval(() => void work(), pause)
  return () => clearInterval(timer)
}

/** The tables that have changed enough, by PostgreSQL's own thresholds (50 rows and a tenth, or a fifth dead). */
async function tablesInNeed(database: EmbeddedDatabase): Promise<string[]> {
  const rows = await database.own<{ name: string }>(`
    select format('%I.%I', s.schemaname, s.relname) as name
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
      or s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)`)
  return rows.map((row) => row.name)
}
