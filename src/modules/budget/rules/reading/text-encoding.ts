import iconv from 'iconv-lite'

export type DecodedText = {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed'
  /** Lines that are not in the encoding of the others, from 1. */
  otherLines: number[]
}

/**
 * The text of a file in UTF-8, UTF-16 (with or without a byte order mark) or Windows-1252, which Swedish
 * spreadsheets still write. A file put together of several encodings is decoded line by line, and the lines in
 * Windows-1252 are told. No byte order mark is left.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Order(bytes)
  if (utf16 !== null)
    return { text: withoutMark(iconv.decode(bytes, utf16)), encoding: utf16, otherLines: [] }
  const whole = strictUtf8(bytes)
  if (whole !== null) return { text: withoutMark(whole), encoding: 'utf-8', otherLines: [] }
  const lines = linesOf(bytes)
  const decoded = lines.map(strictUtf8)
  const inUtf8 = decoded.filter((line, at) => line !== null && line.length < (lines[at]?.length ?? 0)).length
  if (inUtf8 === 0)
    return { text: iconv.decode(bytes, 'windows-1252'), encoding: 'windows-1252', otherLines: [] }
  const text = decoded
    .map((line, at) => line ?? iconv.decode(lines[at] ?? new Uint8Array(), 'windows-1252'))
    .join('')
  const otherLines = decoded.flatMap((line, at) => (line === null ? [at + 1] : []))
  return { text: withoutMark(text), encoding: 'mixed', otherLines }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end + 1))
    start = end + 1
  }
  if (start < bytes.length) lines.push(bytes.subarray(start))
  return lines
}

/** By its mark, or by every other byte being 0 at the start, as Western text in UTF-16 has it. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  if (start.length < 8) return null
  let even = 0
  let odd = 0
  for (const [at, byte] of start.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (odd > start.length * 0.3 && even < start.length * 0.05) return 'utf-16le'
  if (even > start.length * 0.3 && odd < start.length * 0.05) return 'utf-16be'
  return null
}

function withoutMark(text: string): string {
  return text.codePointAt(0) === 0xfeff ? text.slice(1) : text
}
