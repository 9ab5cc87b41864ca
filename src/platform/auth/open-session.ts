import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { cookies } from '../http/cookies.ts'
import { isLanguage, type Language } from '../i18n/languages.ts'
import type { Background } from './background.ts'
import { lifetimes } from './sign-in.ts'

/** A session that is open, and whose it is. */
export type OpenSession = {
  id: string
  userId: string
  name: string
  email: string
  language: Language | null
  isDemo: boolean
  secondFactor: boolean
  openedAt: Date
}

export type SessionReader = {
  database: Kysely<Tables>
  secret: string
  secure: boolean
  background: Background
}

/** How long a session is used before it is written down again that it is, in milliseconds. */
const noted = 5 * 60_000

/** The name of the cookie that carries a session. */
export function sessionCookie(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}kansli.session_token`
}

/**
 * The session that a request carries, read anew every time: one that was ended is gone with the next request.
 * One query by the token's index; the library's own reading makes two, and its cache in a cookie would let an
 * ended session live on for as long as the cache does.
 * @returns null when there is none, or it has ended, or nobody has used it for two weeks
 */
export async function readSession(
  { database, secret, secure, background }: SessionReader,
  headers: Headers,
): Promise<OpenSession | null> {
  const token = signedValue(cookies(headers).get(sessionCookie(secure)), secret)
  if (!token) return null
  const row = await database
    .selectFrom('account.session as session')
    .innerJoin('account.user as person', 'person.id', 'session.userId')
    .select([
      'session.id',
      'session.userId',
      'session.secondFactor',
      'session.createdAt',
      'session.updatedAt',
      'session.expiresAt',
      'person.name',
      'person.email',
      'person.language',
      'person.isDemo',
    ])
    .where('session.token', '=', token)
    .executeTakeFirst()
  const now = Date.now()
  if (!row || row.expiresAt.getTime() <= now) return null
  const idle = now - row.updatedAt.getTime()
  if (idle > lifetimes.idleSession * 1000) return null
  if (idle > noted) background.run('note-session', () => noteUse(database, row.id))
  return {
    id: row.id,
    userId: row.userId,
    name: row.name,
    email: row.email,
    language: isLanguage(row.language) ? row.language : null,
    isDemo: row.isDemo,
    secondFactor: row.secondFactor === true,
    openedAt: row.createdAt,
  }
}

function noteUse(database: Kysely<Tables>, id: string) {
  return database.updateTable('account.session').set({ updatedAt: new Date() }).where('id', '=', id).execute()
}

/** A cookie's value, when its signature (HMAC-SHA-256 in base64, after the last full stop) is ours. */
function signedValue(cookie: string | undefined, secret: string): string | null {
  const at = cookie?.lastIndexOf('.') ?? -1
  if (!cookie || at < 1) return null
  const value = cookie.slice(0, at)
  const given = Buffer.from(cookie.slice(at + 1), 'base64')
  const right = createHmac('sha256', secret).update(value).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? value : null
}
