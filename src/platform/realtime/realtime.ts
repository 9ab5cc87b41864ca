/**
 * Live updates: who looks at something is told when it changes. A topic names the thing (`budget:<id>`); a message
 * says what happened, never the data itself: the listener asks for that by an operation, with its own access.
 */
export type Realtime = {
  publish(topic: string, message: RealtimeMessage): void
  /** @returns the function that ends the listening */
  listen(topic: string, listener: (message: RealtimeMessage) => void): () => void
  close(): Promise<void>
}

export type RealtimeMessage = {
  kind: string
  /** Small facts: ids, revisions, a share of progress. */
  facts: Record<string, string | number | boolean | null>
}
