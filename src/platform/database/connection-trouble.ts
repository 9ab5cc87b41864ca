/** SQLSTATE classes and driver codes that mean the database could not be reached, not that it said no. */
const lostConnection = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '08001',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
])

/**
 * Two transactions got in each other's way; the one that lost may simply be run again. So may one that took a name
 * which was free when it looked: the second time it sees that it is taken.
 */
const losersOfARace = new Set(['40001', '40P01', '23505'])

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
}

/** Was the connection to the database lost (restart, failover, cut line)? */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error)
  if (code && lostConnection.has(code)) return true
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  )
}

/** Was a text sent that no database text can hold (a NUL)? */
export function isUnwritableText(error: unknown): boolean {
  const code = codeOf(error)
  return code === '22021' || code === '22P05'
}

/** Did the transaction lose a race and leave nothing behind? */
export function isRaceLost(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && losersOfARace.has(code)
}

/**
 * Did the database refuse a row because it points at one that does not exist, or because row-level security keeps
 * it from this caller? To the caller both are the same: the other thing is not there.
 */
export function isForeignRow(error: unknown): boolean {
  const code = codeOf(error)
  const { routine, detail } = error as { routine?: string; detail?: string }
  // The part of the server that speaks, because its words may be in the server's own language.
  if (code === '42501') return routine === 'ExecWithCheckOptions'
  return code === '23503' && !/still referenced/.test(detail ?? '')
}
