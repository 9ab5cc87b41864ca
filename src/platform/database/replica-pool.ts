import type { Pool, PoolClient } from 'pg'

/** What a query builder needs of a pool of connections. */
export type ConnectionSource = Pick<Pool, 'options' | 'end'> & { connect(): Promise<PoolClient> }

/**
 * Connections to a read-only copy of the server, or to the server itself while the copy cannot be reached: a
 * reader must not notice that the copy is gone.
 * @param pause milliseconds until a copy that failed is tried again
 * @param say told once when the copy fails, and once when it is back
 */
export function replicaOrPrimary(
  replica: Pool,
  primary: Pool,
  say: (sentence: string) => void,
  pause = 15_000,
): ConnectionSource {
  let failedAt: number | null = null

  function fail(error: Error) {
    if (failedAt === null)
      say(`The read-only database cannot be used; reading from the main one: ${error.message}`)
    failedAt = Date.now()
  }

  return {
    options: replica.options,
    async connect() {
      if (failedAt !== null && Date.now() - failedAt < pause) return primary.connect()
      try {
        const client = await replica.connect()
        // Said when the line breaks in the middle of a query, which is then asked again.
        if (client.listenerCount('error', fail) === 0) client.on('error', fail)
        if (failedAt !== null) say('The read-only database is used again.')
        failedAt = null
        return client
      } catch (error) {
        fail(error as Error)
        return primary.connect()
      }
    },
    end: () => replica.end(),
  }
}
