/**
 * Live updates: who looks at something is told when it changes. A topic names the thing (`budget:<id>`); a message
 * says what happened, never the data itself: the listener asks for that by an operation, with its own access.
 */
export type Realtime = {
  publish(topic: string, message: RealtimeMessage): void
  /** @returns the function that ends the listening */
  listen(topic: string, listener: (message: DeliveredMessage) => void): () => void
  /** Told when messages may have been missed, because the line to the database was down. */
  onGap(listener: () => void): () => void
  /** The mark of what has been delivered so far; give it to `since` to hear what came after it. */
  latest(): string
  /** What came after a mark, oldest first; null when that can no longer be told. */
  since(mark: string): DeliveredMessage[] | null
  close(): Promise<void>
}

export type RealtimeMessage = {
  kind: string
  /** Small facts: ids, revisions, a share of progress. */
  facts: Record<string, string | number | boolean | null>
}

export type DeliveredMessage = RealtimeMessage & { id: string; topic: string }
