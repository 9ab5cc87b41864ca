/**
 * What a client sends, in PostgreSQL's own protocol: messages of one letter, a length and a body. Only the very
 * first has no letter.
 */
export type ClientMessage = {
  kind: 'start' | 'encrypt' | 'cancel' | 'query' | 'sync' | 'flush' | 'terminate' | 'other'
  bytes: Buffer
}

/** What no honest client sends: the connection is cut. */
export class ProtocolProblem extends Error {}

/** The longest message that is taken: a file of 200 MB in one parameter fits. */
const longest = 512 * 1024 * 1024

const kinds: Record<string, ClientMessage['kind']> = {
  Q: 'query',
  S: 'sync',
  H: 'flush',
  X: 'terminate',
}

/** Cuts a stream of bytes, which come in pieces of any size, into messages. One for each connection. */
export class MessageReader {
  #pieces: Buffer[] = []
  #length = 0
  #started = false

  /**
   * @returns the messages that are complete now, in order
   * @throws {ProtocolProblem} when it is not the protocol, or a message is too long
   */
  push(piece: Buffer): ClientMessage[] {
    this.#pieces.push(piece)
    this.#length += piece.length
    const messages: ClientMessage[] = []
    for (let message = this.#next(); message; message = this.#next()) messages.push(message)
    return messages
  }

  #next(): ClientMessage | null {
    const header = this.#started ? 5 : 8
    if (this.#length < header) return null
    const start = this.#peek(header)
    const length = this.#started ? 1 + start.readUInt32BE(1) : start.readUInt32BE(0)
    if (length < header || length > longest) throw new ProtocolProblem(`A message of ${length} bytes.`)
    if (this.#length < length) return null
    const bytes = this.#take(length)
    if (this.#started) return { kind: kinds[String.fromCharCode(bytes[0]!)] ?? 'other', bytes }
    const kind = this.#kindOfFirst(bytes.readUInt32BE(4))
    this.#started = kind === 'start'
    return { kind, bytes }
  }

  #kindOfFirst(code: number): ClientMessage['kind'] {
    if (code >>> 16 === 3) return 'start'
    if (code === 80877102) return 'cancel'
    if (code === 80877103 || code === 80877104) return 'encrypt'
    throw new ProtocolProblem(`An unknown protocol (${code}).`)
  }

  /** The first bytes, without joining all that waits: a long message comes in thousands of pieces. */
  #peek(count: number): Buffer {
    const first = this.#pieces[0]!
    if (first.length >= count) return first
    this.#pieces = [Buffer.concat(this.#pieces)]
    return this.#pieces[0]!
  }

  #take(count: number): Buffer {
    const all = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces)
    this.#length -= count
    this.#pieces = this.#length > 0 ? [all.subarray(count)] : []
    return all.subarray(0, count)
  }
}
