import type { Server } from 'node:http'

export type Stopping = {
  /** Has the end begun? Then nothing new should be sent here. */
  readonly begun: boolean
  /** Ends everything in order, once, however often it is called. */
  begin(): Promise<void>
}

/** Readers whose connection lies idle hear with their next answer that it closes; the rest are cut off afterwards. */
const farewell = 300
/** How long an answer that has been begun may take. */
const patience = 10_000
/** Whatever hangs, the process ends: what is left is what a pulled plug leaves, which is safe too. */
const atMost = 30_000

/**
 * The order in which the server stops: take no new requests, finish those that are here, then the rest.
 * @param endStreams ends answers that never end by themselves
 * @param close the jobs, the mails, the database
 */
export function stopping(server: Server, endStreams: () => void, close: () => Promise<void>): Stopping {
  let ending: Promise<void> | null = null

  async function end(): Promise<void> {
    setTimeout(() => process.exit(1), atMost).unref()
    server.on('request', (_, response) => {
      if (!response.headersSent) response.setHeader('connection', 'close')
    })
    endStreams()
    await new Promise((resolve) => setTimeout(resolve, farewell))
    const finished = new Promise<void>((resolve) => server.close(() => resolve()))
    const cut = setTimeout(() => server.closeAllConnections(), patience)
    await finished
    clearTimeout(cut)
    await close()
  }

  return {
    get begun() {
      return ending !== null
    },
    begin() {
      ending ??= end()
      return ending
    },
  }
}
