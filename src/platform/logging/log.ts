import { pino, type Logger } from 'pino'

/**
 * The server's own log: one JSON line an event on standard error. Never input, never names, never addresses of
 * persons: what was done to whom belongs in the audit log, which has access rules.
 */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['*.password', '*.token', '*.secret', '*.email', '*.authorization', '*.cookie'],
        censor: '…',
      },
      serializers: { error: plainError },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: false }),
  )
}

/** What helps to find a fault. What the database quotes from a row (`detail`, `where`) is somebody's data. */
export function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const { code, constraint, table, routine, cause } = error as Error & Record<string, unknown>
  return {
    type: error.name,
    message: withoutValues(error.message),
    stack: error.stack?.slice(error.stack.indexOf('\n') + 1),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    ...(routine === undefined ? {} : { routine }),
    ...(cause === undefined ? {} : { cause: plainError(cause) }),
  }
}

/** PostgreSQL repeats a value it could not read, in double quotes after a colon. */
function withoutValues(message: string): string {
  return message.replaceAll(/: ".*"/gs, ': "…"')
}
