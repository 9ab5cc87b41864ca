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
      serializers: { error: pino.stdSerializers.err },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: false }),
  )
}
