import iconv from 'iconv-lite'

/**
 * The text of a file in UTF-8, UTF-16 (with or without a byte order mark) or Windows-1252, which Swedish
 * spreadsheets still write. Bytes that are no valid UTF-8 are read as Windows-1252. No byte order mark is left.
 */
export function decodeText(bytes: Uint8Array): string {
  return strip(decode(bytes))
}

function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  const utf16 = utf16Order(bytes)
  if (utf16 !== null) return iconv.decode(bytes, utf16)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'windows-1252')
  }
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

function strip(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
