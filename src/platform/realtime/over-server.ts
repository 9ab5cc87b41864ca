import { Client, type Pool } from 'pg'
import type { Logger } from 'pino'
import { inProcessRealtime } from './in-process.ts'
import type { Realtime, RealtimeMessage } from './realtime.ts'

const channel = 'kansli_realtime'
const longestWait = 30_000

/**
 * Live updates between several application processes, through the PostgreSQL server they share. A message that
 * cannot be sent because the line is down is only a missed hint: pages ask again when they get the line back.
 */
export async function realtimeOverServer(databaseUrl: string, pool: Pool, log: Logger): Promise<Realtime> {
  const local = inProcessRealtime()
  let client: Client | null = null
  let closed = false

  async function connect(wait = 250): Promise<void> {
    if (closed) return
    const next = new Client({
      connectionString: databaseUrl,
      application_name: 'kansli realtime',
      keepAlive: true,
    })
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
    } catch (error) {
      log.warn({ error }, 'live updates: no line to the database, trying again')
      setTimeout(() => void connect(Math.min(wait * 2, longestWait)), wait).unref()
      return
    }
    next.on('notification', ({ payload }) => {
      const { topic, message } = JSON.parse(payload ?? '{}') as { topic: string; message: RealtimeMessage }
      local.publish(topic, message)
    })
    next.on('error', () => undefined)
    next.on('end', () => void connect())
    client = next
  }

  await connect()
  return {
    publish(topic, message) {
      pool
        .query('select pg_notify($1, $2)', [channel, JSON.stringify({ topic, message })])
        .catch((error: unknown) => log.warn({ error }, 'live updates: a message was not sent'))
    },
    listen: local.listen,
    async close() {
      closed = true
      await local.close()
      await client?.end()
    },
  }
}
