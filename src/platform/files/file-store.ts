/** Where bytes are kept, under the hash of their content: the same file twice takes its place once. */
export type FileStore = {
  /** @returns the SHA-256 of the bytes, in hexadecimal */
  put(bytes: Uint8Array): Promise<string>
  /** @returns null when nothing lies there */
  get(sha256: string): Promise<Uint8Array | null>
  remove(sha256: string): Promise<void>
  /** Every hash in the store, for backups and for finding what nobody owns. */
  list(): AsyncIterable<string>
}
