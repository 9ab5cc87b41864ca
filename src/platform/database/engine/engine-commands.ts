import { query } from './wire-answers.ts'

/** Asks the engine (not the database in it) for a copy of the whole database in a new folder. */
export function snapshotCommand(folder: string): string {
  return `kansli snapshot ${Buffer.from(folder).toString('hex')}`
}

/** The folder that a client's query asks a copy in, or null for any other query. */
export function snapshotFolder(message: Buffer): string | null {
  const [, hex] = /^kansli snapshot ([0-9a-f]+)\0$/.exec(text(message)) ?? []
  return hex ? Buffer.from(hex, 'hex').toString() : null
}

/**
 * Would this message make the database wait for rows from the client? The embedded one cannot wait in the middle
 * of a statement: it would end.
 */
export function isCopyFromClient(message: Buffer): boolean {
  const letter = message[0]
  if (letter !== 0x51 && letter !== 0x50) return false
  return /(^|;|\0)\s*copy\s[^;]*\sfrom\s+stdin\b/i.test(text(message))
}

/** What is run instead, so that the client is told by the database itself. */
export const refusal = query(
  `do $$ begin raise feature_not_supported using message = 'COPY FROM STDIN does not work on the embedded database'; end $$`,
)

/** The beginning of a message as text: enough to see what kind of statement it is. */
function text(message: Buffer): string {
  return message.toString('utf8', 5, Math.min(message.length, 16_384))
}
