import { Client, type Pool } from 'pg'
import type { Logger } from 'pino'
import { newId } from '../identifiers.ts'
import { inProcessRealtime } from './in-process.ts'
import type { DeliveredMessage, Realtime } from './realtime.ts'

const channel = 'kansli_realtime'
const longestWait = 30_000
/** PostgreSQL takes at most 8000 bytes in a notification. */
const longestNotification = 7_900

/**
 * Live updates between several application processes, through the PostgreSQL server they share. While the line to
 * it is down messages are missed; when it is back, everybody who listens is told so and asks again.
 */
export async function realtimeOverServer(
  databaseUrl: string,
  pool: Pick<Pool, 'query'>,
  log: Pick<Logger, 'warn'>,
): Promise<Realtime> {
  const local = inProcessRealtime()
  let client: Client | null = null
  let closed = false
  let connectedBefore = false

  async function connect(wait = 250): Promise<void> {
    if (closed) return
    const next = new Client({
      connectionString: databaseUrl,
      application_name: 'kansli realtime',
      keepAlive: true,
    })
    next.on('error', () => undefined)
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
    } catch (error) {
      log.warn({ error }, 'live updates: no line to the database, trying again')
      await next.end().catch(() => undefined)
      setTimeout(() => void connect(Math.min(wait * 2, longestWait)), wait).unref()
      return
    }
    next.on('notification', ({ payload }) => {
      const message = readNotification(payload)
      if (message) local.deliver(message)
    })
    next.on('end', () => void connect())
    client = next
    if (connectedBefore) local.gap()
    connectedBefore = true
  }

  await connect()
  return {
    ...local,
    publish(topic, message) {
      const whole = JSON.stringify({ id: newId(), topic, ...message })
      const text =
        Buffer.byteLength(whole) <= longestNotification
          ? whole
          : JSON.stringify({ id: newId(), topic, kind: 'reload', facts: {} })
      pool
        .query('select pg_notify($1, $2)', [channel, text])
        .catch((error: unknown) => log.warn({ error }, 'live updates: a message was not sent'))
    },
    async close() {
      closed = true
      await local.close()
      await client?.end()
    },
  }
}

/** Anybody who may connect to the database can send notifications: what is not one of ours is left alone. */
function readNotification(payload: string | undefined): DeliveredMessage | null {
  try {
    const { id, topic, kind, facts } = JSON.parse(payload ?? '') as Partial<DeliveredMessage>
    return typeof id === 'string' && typeof topic === 'string' && typeof kind === 'string'
      ? { id, topic, kind, facts: facts ?? {} }
      : null
  } catch {
    return null
  }
}
