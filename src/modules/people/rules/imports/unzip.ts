import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

export type ZipFault = 'broken' | 'tooBig'

type Entry = { method: number; packed: Uint8Array }

/** The parts of a zip file, unpacked when they are asked for, and never more than the limit in all. */
export type Parts = {
  names: string[]
  /** @returns null when there is no such part */
  text(name: string): Promise<string | null>
}

export class ZipProblem extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(fault)
    this.fault = fault
  }
}

/**
 * Opens a zip file. Sizes that it says itself are not believed.
 * @param limit bytes that may be unpacked in all: a small file can hold gigabytes of nothing
 * @throws {ZipProblem}
 */
export function unzip(bytes: Uint8Array, limit: number): Parts {
  const entries = directoryOf(bytes)
  let left = limit
  return {
    names: [...entries.keys()],
    async text(name) {
      const entry = entries.get(name)
      if (!entry) return null
      const unpacked = await unpack(entry, left)
      left -= unpacked.length
      return new TextDecoder().decode(unpacked)
    },
  }
}

function directoryOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const earliest = Math.max(0, bytes.length - 22 - 65_535)
  while (end >= earliest && view.getUint32(end, true) !== endOfDirectory) end -= 1
  if (end < earliest || end < 0) throw new ZipProblem('broken')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let number = 0; number < view.getUint16(end + 10, true); number += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) throw new ZipProblem('broken')
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== localEntry)
      throw new ZipProblem('broken')
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = view.getUint32(at + 20, true)
    if (start + packed > bytes.length) throw new ZipProblem('broken')
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), {
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(start, start + packed),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

async function unpack({ method, packed }: Entry, left: number): Promise<Uint8Array> {
  if (left <= 0 || (method === 0 && packed.length > left)) throw new ZipProblem('tooBig')
  if (method === 0) return packed
  if (method !== 8) throw new ZipProblem('broken')
  try {
    return await inflate(packed, { maxOutputLength: left })
  } catch (error) {
    throw new ZipProblem(error instanceof RangeError ? 'tooBig' : 'broken')
  }
}
