import iconv from 'iconv-lite'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed'

export type DecodedText = {
  text: string
  encoding: TextEncoding
  /** Lines that are written in another encoding than the others, from 1. They are read right. */
  otherLines: number[]
}

/**
 * The text of a file in UTF-8 or UTF-16 (with or without a byte order mark) or Windows-1252, which Swedish
 * spreadsheets still write. A file that was put together of several is read line by line. No mark is left in the text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes)
  if (wide) return { text: withoutMark(iconv.decode(bytes, wide)), encoding: wide, otherLines: [] }
  const whole = inUtf8(bytes)
  if (whole !== null) return { text: withoutMark(whole), encoding: 'utf-8', otherLines: [] }
  const lines = linesOf(bytes)
  const read = lines.map(inUtf8)
  // A line of plain letters only is the same in both; those with marks tell what the file is written in.
  const marked = read.some((line, at) => line !== null && line.length < lines[at]!.length)
  if (!marked) return { text: iconv.decode(bytes, 'windows-1252'), encoding: 'windows-1252', otherLines: [] }
  const text = read.map((line, at) => line ?? iconv.decode(lines[at]!, 'windows-1252')).join('')
  const otherLines = read.flatMap((line, at) => (line === null ? [at + 1] : []))
  return { text: withoutMark(text), encoding: 'mixed', otherLines }
}

function inUtf8(bytes: Uint8Array): string | null {
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
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  if (start.length < 8) return null
  const zeros = [0, 0]
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2]! += 1
  const [even, odd] = zeros as [number, number]
  if (odd > start.length * 0.3 && even < start.length * 0.05) return 'utf-16le'
  if (even > start.length * 0.3 && odd < start.length * 0.05) return 'utf-16be'
  return null
}

function withoutMark(text: string): string {
  return text.codePointAt(0) === 0xfeff ? text.slice(1) : text
}

/** What separates the cells: the sign that splits the first lines into the most cells, the same number in each. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter(Boolean)
    .slice(0, 20)
  const scored = [';', '\t', ',', '|'].map((sign) => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(sign).length - 1)
    const first = counts[0] ?? 0
    const same = counts.filter((count) => count === first).length
    return { sign, score: first * (same / Math.max(1, counts.length)) }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).sign
}
