import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Around } from './call.ts'
import { Problem } from './problem.ts'

/** For how long the same key gives the first answer. */
export const keptForHours = 24

/**
 * Lets a change that carries a key happen only once. The key is claimed in the change's own transaction: two at the
 * same moment wait for each other, and a change that fails leaves its key free.
 * @param key what the caller calls this change
 * @param request what is asked for, hashed by `requestHash`
 * @param onRepeat is told when the answer is the one given before
 * @throws {Problem} keyReused, when the key came before with something else
 */
export function onlyOnce(
  caller: { organisationId: string; userId: string },
  key: string,
  request: { operation: string; hash: string },
  onRepeat: () => void,
): Around {
  const row = { organisation_id: caller.organisationId, user_id: caller.userId, key_hash: sha256(key) }
  return async (db, run, now) => {
    await db.deleteFrom('access.kept_answer').where('kept_at', '<', expiry(now)).execute()
    const claimed = await db
      .insertInto('access.kept_answer')
      .values({ ...row, operation: request.operation, request_hash: request.hash, kept_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key_hash')
      .executeTakeFirst()
    const own = db
      .selectFrom('access.kept_answer')
      .select(['operation', 'request_hash', 'answer'])
      .where('user_id', '=', row.user_id)
      .where('key_hash', '=', row.key_hash)
    if (!claimed) {
      const before = await own.executeTakeFirstOrThrow()
      if (before.operation !== request.operation || before.request_hash !== request.hash) {
        throw new Problem('keyReused')
      }
      onRepeat()
      return before.answer
    }
    const answer = await run()
    await db
      .updateTable('access.kept_answer')
      .set({ answer: asJson(answer) })
      .where('user_id', '=', row.user_id)
      .where('key_hash', '=', row.key_hash)
      .execute()
    return answer
  }
}

/** The answers of those who never come back are removed too. For the nightly task. */
export async function forgetKeptAnswers(owner: Kysely<Tables>, now: Date): Promise<number> {
  const gone = await owner
    .deleteFrom('access.kept_answer')
    .where('kept_at', '<', expiry(now))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** The same for the same content, whatever the order of its fields; files by what is in them. */
export async function requestHash(input: unknown): Promise<string> {
  return sha256(JSON.stringify(await plain(input)))
}

async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const digest = createHash('sha256').update(new Uint8Array(await value.arrayBuffer()))
    return { file: digest.digest('hex'), type: value.type }
  }
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return Promise.all(value.map(plain))
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Promise.all(entries.map(async ([name, each]) => [name, await plain(each)]))
}

function asJson(answer: unknown): string {
  return JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

function expiry(now: Date): Date {
  return new Date(now.getTime() - keptForHours * 3_600_000)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
