import type { Accounts } from './accounts.ts'
import { addressHeader } from './sign-in.ts'
import { readSession } from './open-session.ts'
import { endOwnSession } from './own-sessions.ts'

/**
 * Opens a session for an invented person of the demo, in place of the one the reader had.
 * @throws when the account is not an invented one: a real account is never entered this way
 */
export async function enterDemo(
  accounts: Accounts,
  headers: Headers,
  userId: string,
): Promise<{ cookies: string[] }> {
  const before = await readSession(accounts, headers)
  const passedOn = new Headers()
  for (const name of ['user-agent', addressHeader]) {
    const value = headers.get(name)
    if (value) passedOn.set(name, value)
  }
  const opened = await accounts.signIn.api.enterDemo({
    body: { userId },
    headers: passedOn,
    returnHeaders: true,
  })
  if (before) await endOwnSession(accounts, before.userId, before.id)
  return { cookies: opened.headers.getSetCookie() }
}
