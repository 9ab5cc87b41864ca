import type pg from 'pg'

export type AttemptResult = { allowed: boolean; retryAfter: number | null }

/**
 * Counts attempts in the database, so that the limit holds over restarts and several servers. What was tried is
 * only kept as a keyed hash. One statement counts and decides: many attempts at once cannot slip past it.
 * @returns a function that counts one attempt at `key` against `max` in `window` seconds
 */
export function limitAttempts(pool: pg.Pool, keyedHash: (text: string) => string) {
  return async (key: string, rule: { window: number; max: number }): Promise<AttemptResult> => {
    const { rows } = await pool.query<{ count: number; seconds_left: number }>(
      `insert into account.attempt as attempt (key_hash, count, window_started_at) values ($1, 1, now())
       on conflict (key_hash) do update set
         count = case when attempt.window_started_at < now() - make_interval(secs => $2) then 1 else attempt.count + 1 end,
         window_started_at = case
           when attempt.window_started_at < now() - make_interval(secs => $2) then now()
           else attempt.window_started_at end
       returning count, ceil(extract(epoch from window_started_at + make_interval(secs => $2) - now()))::int as seconds_left`,
      [keyedHash(key), rule.window],
    )
    const row = rows[0]
    if (!row || row.count <= rule.max) return { allowed: true, retryAfter: null }
    return { allowed: false, retryAfter: Math.max(1, row.seconds_left) }
  }
}
