/**
 * The end of a backup: the SHA-256 of everything before it. It is a gzip member of its own without contents, with
 * the digest in the field that gzip keeps for such things: to other programs the file is an ordinary `.tar.gz`, and
 * to us there is no byte in it that could change unseen.
 */
export const sealLength = 58

/** @param digest SHA-256, 32 bytes */
export function seal(digest: Buffer): Buffer {
  const head = Buffer.from([0x1f, 0x8b, 0x08, 0x04, 0, 0, 0, 0, 0, 0xff])
  // The length of the extra field; its name, "KB"; the length of the digest.
  const field = Buffer.from([4 + digest.length, 0, 0x4b, 0x42, digest.length, 0])
  // An empty block, its checksum and its length.
  const nothing = Buffer.from([0x03, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([head, field, digest, nothing])
}
