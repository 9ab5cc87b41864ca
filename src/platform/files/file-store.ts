/** Where bytes are kept, under the hash of their content: the same file twice takes its place once. */
export type FileStore = {
  /** @returns the SHA-256 of the bytes, in hexadecimal */
  put(bytes: Uint8Array): Promise<string>
  /** @returns null when nothing lies there */
  get(sha256: string): Promise<Uint8Array | null>
  remove(sha256: string): Promise<void>
  /**
   * Removes what was put in before this moment and is not among these, and what was begun then and never finished.
   * What is put in meanwhile stays, even when the same bytes lay there before.
   * @returns how many files were removed
   */
  sweep(kept: ReadonlySet<string>, before: Date): Promise<number>
  /** Every hash in the store, for backups and for finding what nobody owns. */
  list(): AsyncIterable<string>
}
