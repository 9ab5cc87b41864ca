import { createServer, Socket } from 'node:net'
import { isCopyFromClient, refusal, snapshotFolder } from './engine-commands.ts'
import type { EmbeddedDatabase } from './embedded-database.ts'
import { answers, query, startMessage } from './wire-answers.ts'
import { MessageReader, type ClientMessage } from './wire-messages.ts'
import { Turns } from './turns.ts'

export type EngineServerOptions = {
  database: EmbeddedDatabase
  /** Milliseconds that others wait for a client which sits in a transaction without doing anything. */
  patience: number
  /** The database itself broke: nothing more can be done in this process. */
  onBroken(error: unknown): void
}

/** What is known of one connection. */
type Client = { socket: Socket; reader: MessageReader; batch: Buffer[] }

export type EngineServer = {
  /** Does something of the engine's own when nobody is inside a transaction. */
  whenFree(work: () => Promise<void>): Promise<void>
  /** Ends every connection, undoes what was not committed, and closes the database. */
  close(): Promise<void>
}

/**
 * Lets many clients use the one session of the embedded database, so that none of them can tell.
 *
 * What a client sends up to the point where it waits for an answer (a query, or everything up to a Sync) is run in
 * one go: statements are prepared under no name, so another client's statement in between would be run in place of
 * this one's. (That is what happens with the socket server that comes with PGlite as soon as a parameter is longer
 * than one network packet: see `engine-server.test.ts`.)
 *
 * What belongs to the session and not to a transaction is shared by all: `SET`, temporary tables, named prepared
 * statements and session locks must not be used.
 */
export async function startEngineServer(path: string, options: EngineServerOptions): Promise<EngineServer> {
  const { database } = options
  const greeting = await database.execute(startMessage)
  const clients = new Set<Client>()
  /** Clients that have begun something with a Flush keep the database until their Sync. */
  let midway: Client | null = null

  const turns = new Turns<Client>({
    keeps: () => midway !== null || database.inTransaction(),
    patience: options.patience,
    async evict(client) {
      midway = null
      await execute(query('rollback'))
      if (!client.socket.writable) return
      client.socket.end(answers.idleInTransaction)
    },
  })

  async function execute(message: Buffer): Promise<Buffer> {
    try {
      return await database.execute(message)
    } catch (error) {
      options.onBroken(error)
      // The process ends: nobody gets an answer, everybody's connection breaks.
      return new Promise(() => undefined)
    }
  }

  async function run(client: Client, messages: Buffer[], last: ClientMessage): Promise<void> {
    const folder = last.kind === 'query' ? snapshotFolder(last.bytes) : null
    if (folder !== null && !database.inTransaction()) {
      const answer = await database.snapshot(folder).then(
        () => answers.done('SNAPSHOT'),
        (error: Error) => answers.failed(error.message),
      )
      client.socket.write(answer)
      return
    }
    const message = messages.some(isCopyFromClient) ? refusal : Buffer.concat(messages)
    const answer = await execute(message)
    midway = last.kind === 'flush' ? client : null
    if (client.socket.writable) client.socket.write(answer)
  }

  function receive(client: Client, message: ClientMessage): void {
    switch (message.kind) {
      case 'encrypt':
        client.socket.write('N')
        return
      case 'cancel':
      case 'terminate':
        client.socket.end()
        return
      case 'start':
        client.socket.write(greeting)
        return
      case 'other':
        client.batch.push(message.bytes)
        return
      default: {
        const messages = [...client.batch, message.bytes]
        client.batch = []
        turns.ask(client, () => run(client, messages, message))
      }
    }
  }

  /** The engine itself, among its clients. */
  const self: Client = { socket: new Socket(), reader: new MessageReader(), batch: [] }
  const whenFree = (work: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      turns.ask(self, () => work().then(resolve, reject))
    })

  const server = createServer((socket) => {
    const client: Client = { socket, reader: new MessageReader(), batch: [] }
    clients.add(client)
    socket.on('data', (piece) => {
      try {
        for (const message of client.reader.push(piece)) receive(client, message)
      } catch {
        socket.destroy()
      }
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clients.delete(client)
      turns.leave(client)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    whenFree,
    close() {
      server.close()
      for (const { socket } of clients) socket.destroy()
      return whenFree(() => database.close())
    },
  }
}
