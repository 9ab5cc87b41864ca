/** Work that is done soon but not while somebody waits: an operation to call, and for which organisation. */
export type QueuedOperation = {
  operation: string
  organisationId: string
  input: Record<string, unknown>
}

export type JobQueue = {
  /**
   * Queues an operation. It is tried again with growing pauses if it fails, so it must be safe to repeat.
   * @param options.after do it at this moment at the earliest
   * @param options.once a key: within a minute, another with this key is not added
   */
  enqueue(job: QueuedOperation, options?: { after?: Date; once?: string }): Promise<void>
}

/** Something the whole installation does at set times, for all its organisations. */
export type ScheduledTask = {
  /** A sentence: `send-waiting-mails`. */
  name: string
  /** When, as cron in Swedish time: `30 2 * * *`. */
  schedule: string
  run(): Promise<void>
}
