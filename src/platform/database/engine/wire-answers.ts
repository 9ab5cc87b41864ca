/** Messages in PostgreSQL's protocol that the engine's server makes itself. */

/** One message: a letter, the length of the rest, the rest. */
function message(letter: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(5)
  head.write(letter, 'latin1')
  head.writeUInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

function error(severity: 'ERROR' | 'FATAL', code: string, text: string): Buffer {
  return message('E', `S${severity}\0V${severity}\0C${code}\0M${text}\0\0`)
}

const readyOutsideTransaction = message('Z', 'I')

/** A query as a client sends it. */
export function query(sql: string): Buffer {
  return message('Q', `${sql}\0`)
}

/** The first message of a client, which introduces itself (protocol 3.0). */
export const startMessage = ((): Buffer => {
  const body = Buffer.from('user\0postgres\0database\0postgres\0\0')
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.writeUInt32BE(3 << 16, 4)
  return Buffer.concat([head, body])
})()

export const answers = {
  done: (tag: string): Buffer => Buffer.concat([message('C', `${tag}\0`), readyOutsideTransaction]),

  failed: (text: string): Buffer => Buffer.concat([error('ERROR', '58030', text), readyOutsideTransaction]),

  /** As PostgreSQL says it with `idle_in_transaction_session_timeout`. */
  idleInTransaction: error(
    'FATAL',
    '25P03',
    'terminating connection: others waited for a transaction in which nothing happened',
  ),
}
