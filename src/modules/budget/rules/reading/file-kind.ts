/** What a file is by its first bytes; its name may say anything. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'oldExcel'
  | 'protected'
  | 'pdf'
  | 'picture'
  | 'otherBinary'
  | 'json'
  | 'text'

const starts: readonly (readonly [readonly number[], FileKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
]

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

/** What the file is. A password-protected XLSX is a compound file that holds an encrypted package. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (begins(bytes, compoundFile)) return holdsUtf16(bytes, 'EncryptedPackage') ? 'protected' : 'oldExcel'
  const known = starts.find(([start]) => begins(bytes, start))
  if (known) return known[1]
  if (looksBinary(bytes)) return 'otherBinary'
  const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
  if (first === undefined) return 'empty'
  return first === 0x7b || first === 0x5b ? 'json' : 'text'
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'))
}

/** Control characters that no text has, in a file that is not UTF-16. */
function looksBinary(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) return false
  const start = bytes.subarray(0, 2000)
  const control = start.filter(
    (byte) =>
      byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x00 && byte !== 0x0c,
  ).length
  const zero = start.filter((byte) => byte === 0).length
  return control > start.length * 0.02 || zero > start.length * 0.6
}
