/** Pauses before the next attempt, in minutes: most faults pass within an hour, the rest within a day. */
const pauses = [1, 5, 15, 60, 180, 360, 720]

/** Pause while the server as a whole cannot be used: nothing is wrong with the mail. */
const serverPause = 2

export type AfterFailure =
  | { state: 'waiting'; minutes: number; counts: boolean }
  /** The server said that it will never take this mail. */
  | { state: 'failed' }

/**
 * What becomes of a mail that was not taken.
 * @param attempts how often it has been tried now
 * @param error as the mail library throws it: `responseCode` is the server's (RFC 5321), `code` the library's
 */
export function afterFailure(
  attempts: number,
  error: { code?: string; responseCode?: number; command?: string },
): AfterFailure {
  const { responseCode, command } = error
  // Before the sender was named, nothing was said about this mail: no line, no encryption, no right to send.
  const aboutServer = responseCode === undefined || !/^(MAIL FROM|RCPT TO|DATA)$/.test(command ?? '')
  if (aboutServer) return { state: 'waiting', minutes: serverPause, counts: false }
  const minutes = pauses[attempts - 1]
  if (responseCode >= 500 || minutes === undefined) return { state: 'failed' }
  return { state: 'waiting', minutes, counts: true }
}
