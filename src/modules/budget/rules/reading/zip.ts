import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { breathe, type Limits, type Progress } from './limits.ts'
import { message, type Message } from './message.ts'

const inflate = promisify(inflateRaw)

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const mostEntries = 5000

type Entry = { name: string; method: number; packed: number; start: number }

export type Inspection =
  | { ok: true; names: string[]; rows: number; cells: number }
  | { ok: false; problem: Message }

/**
 * Unpacks every part of a zip file once, each within what is left of the limit, before a library that has no
 * limit is let at it. Sizes written in the file are not believed. Counts rows and cells of the sheets.
 */
export async function inspectZip(bytes: Uint8Array, limits: Limits, progress: Progress): Promise<Inspection> {
  const entries = directoryOf(bytes)
  if (entries === null) return { ok: false, problem: message('reading.file.truncated') }
  if (entries.length > mostEntries)
    return { ok: false, problem: message('reading.file.tooManyParts', { parts: entries.length }) }
  let left = limits.unpackedBytes
  let rows = 0
  let cells = 0
  for (const entry of entries) {
    await breathe(progress)
    const packed = bytes.subarray(entry.start, entry.start + entry.packed)
    const unpacked = await unpack(packed, entry.method, left)
    if (unpacked === 'tooBig') {
      return {
        ok: false,
        problem: message('reading.file.unpackedTooBig', {
          megabytes: Math.round(limits.unpackedBytes / 1e6),
        }),
      }
    }
    if (unpacked === 'broken')
      return { ok: false, problem: message('reading.file.brokenPart', { part: entry.name }) }
    left -= unpacked.length
    if (/^xl\/worksheets\/[^/]+\.xml$/u.test(entry.name)) {
      rows += countOf(unpacked, '<row ')
      cells += countOf(unpacked, '<c ')
      if (rows > limits.rows)
        return { ok: false, problem: message('reading.file.tooManyRows', { rows, limit: limits.rows }) }
      if (cells > limits.cells)
        return { ok: false, problem: message('reading.file.tooManyCells', { cells, limit: limits.cells }) }
    }
  }
  return { ok: true, names: entries.map(({ name }) => name), rows, cells }
}

/** The parts the file says it has; null when its directory at the end is missing or does not fit the file. */
function directoryOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const earliest = Math.max(0, bytes.length - 22 - 65_535)
  while (end >= earliest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < earliest) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let number = 0; number < count; number++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_ENTRY) return null
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = view.getUint32(at + 20, true)
    if (start + packed > bytes.length) return null
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, method: view.getUint16(at + 10, true), packed, start })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

async function unpack(
  packed: Uint8Array,
  method: number,
  left: number,
): Promise<Uint8Array | 'tooBig' | 'broken'> {
  if (left <= 0) return 'tooBig'
  if (method === 0) return packed.length > left ? 'tooBig' : packed
  if (method !== 8) return 'broken'
  try {
    return await inflate(packed, { maxOutputLength: left })
  } catch (error) {
    return error instanceof RangeError ? 'tooBig' : 'broken'
  }
}

function countOf(bytes: Uint8Array, text: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = buffer.indexOf(text); at >= 0; at = buffer.indexOf(text, at + text.length)) count++
  return count
}
