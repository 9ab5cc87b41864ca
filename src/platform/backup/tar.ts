/** One file in an archive. */
export type TarEntry = { name: string; bytes: Buffer }

/** Bytes that are not an archive, or not a whole one. */
export class TarProblem extends Error {}

const block = 512

/**
 * An entry as it stands in a tar archive (POSIX ustar): so that a backup can be opened with the tools that every
 * machine has, also when there is no Kansli any more.
 * @param name at most 100 characters, ASCII
 */
export function tarEntry({ name, bytes }: TarEntry, changedAt: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new TarProblem(`A name of more than 100 characters: ${name}`)
  const header = Buffer.alloc(block)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write(
    `${Math.floor(changedAt.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  )
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, bytes, Buffer.alloc(padding(bytes.length))])
}

/** How an archive ends. */
export const tarEnd = Buffer.alloc(2 * block)

/**
 * Reads an archive piece by piece; one entry at a time is in memory.
 * @throws {TarProblem} when it is not one, or ends too early
 */
export async function* readTar(pieces: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(pieces)
  for (;;) {
    const header = await reader.take(block)
    if (header.every((byte) => byte === 0)) break
    const written = Number.parseInt(header.toString('latin1', 148, 156), 8)
    if (written !== checksum(header)) throw new TarProblem('The archive holds something unreadable.')
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8)
    const name = header.toString('latin1', 0, 100).replace(/\0.*$/s, '')
    const bytes = await reader.take(size)
    await reader.take(padding(size))
    yield { name, bytes }
  }
  const rest = await reader.rest()
  if (rest.length !== block || rest.some((byte) => byte !== 0)) {
    throw new TarProblem('The archive does not end where it should.')
  }
}

const padding = (size: number) => (block - (size % block)) % block

/** The sum of the header's bytes, with blanks in place of the sum itself. */
function checksum(header: Buffer): number {
  let sum = 0
  for (let at = 0; at < block; at += 1) sum += at >= 148 && at < 156 ? 32 : header[at]!
  return sum
}

class ByteReader {
  readonly #pieces: AsyncIterator<Buffer>
  #waiting: Buffer[] = []
  #length = 0

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  async take(count: number): Promise<Buffer> {
    while (this.#length < count) {
      if (!(await this.#more())) throw new TarProblem('The archive ends too early.')
    }
    if (count === 0) return Buffer.alloc(0)
    const all = this.#waiting.length === 1 ? this.#waiting[0]! : Buffer.concat(this.#waiting)
    this.#waiting = all.length > count ? [all.subarray(count)] : []
    this.#length -= count
    return all.subarray(0, count)
  }

  async rest(): Promise<Buffer> {
    // Only an end is left: what is longer is not ours, and not read into memory.
    while (this.#length <= block && (await this.#more())) continue
    return Buffer.concat(this.#waiting)
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#pieces.next()
    if (done) return false
    this.#waiting.push(value)
    this.#length += value.length
    return true
  }
}
