import type { Accounts } from './accounts.ts'
import { deviceOf, shortenedAddress, type Device } from './device.ts'
import { lifetimes } from './sign-in.ts'

/** One place where an account is signed in. */
export type OwnSession = {
  id: string
  device: Device
  /** A shortened network address; empty when none is known. */
  place: string
  openedAt: Date
  /** Within five minutes. */
  usedAt: Date
  secondFactor: boolean
}

/** Where an account is signed in, last used first. */
export async function listOwnSessions({ database }: Accounts, userId: string): Promise<OwnSession[]> {
  const now = Date.now()
  const rows = await database
    .selectFrom('account.session')
    .select(['id', 'userAgent', 'ipAddress', 'createdAt', 'updatedAt', 'secondFactor'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date(now))
    .where('updatedAt', '>', new Date(now - lifetimes.idleSession * 1000))
    .orderBy('updatedAt', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.userAgent),
    place: shortenedAddress(row.ipAddress),
    openedAt: row.createdAt,
    usedAt: row.updatedAt,
    secondFactor: row.secondFactor === true,
  }))
}

/** Ends one of a person's own sessions, at once. @returns whether there was one */
export async function endOwnSession(
  { database }: Accounts,
  userId: string,
  sessionId: string,
): Promise<boolean> {
  const result = await database
    .deleteFrom('account.session')
    .where('userId', '=', userId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Ends all of a person's sessions but this one. @returns how many there were */
export async function endOtherSessions(
  { database }: Accounts,
  userId: string,
  keptId: string,
): Promise<number> {
  const result = await database
    .deleteFrom('account.session')
    .where('userId', '=', userId)
    .where('id', '!=', keptId)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
