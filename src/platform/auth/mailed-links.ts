import type { Language } from '../i18n/languages.ts'
import type { Accounts } from './accounts.ts'
import { ask, type Answer } from './ask.ts'
import { accountLimits, addressLimits } from './limits.ts'
import { addressHeader } from './sign-in.ts'

type Reader = { headers: Headers; language: Language }

/** Seconds to wait before the next try, or null when the link is on its way (if there is such an account). */
export type Asked = { waitSeconds: number | null }

/**
 * Asks for a link to sign in by. The answer is the same for every address, and comes before anybody has looked
 * whether there is such an account.
 * @param back the page to come to after signing in, already found safe
 */
export async function askForSignInLink(
  accounts: Accounts,
  reader: Reader,
  email: string,
  back: string,
): Promise<Asked> {
  const waitSeconds = await tooMany(accounts, `link|${email.toLowerCase()}`, accountLimits.link)
  if (waitSeconds !== null) return { waitSeconds }
  const answer = await ask(accounts.signIn, accounts.publicUrl, reader, {
    path: '/sign-in/magic-link',
    body: { email: email.toLowerCase(), metadata: { back } },
  })
  return { waitSeconds: answer.status === 429 ? (answer.retryAfter ?? 60) : null }
}

/** Signs in by the link's token; it works once. The answer may be that a second step is asked for. */
export function signInByLink(accounts: Accounts, reader: Reader, token: string): Promise<Answer> {
  return ask(accounts.signIn, accounts.publicUrl, reader, {
    path: '/magic-link/verify',
    method: 'GET',
    query: { token },
  })
}

/** Asks for a link to choose a password by; told and timed alike for every address. */
export async function askForPasswordLink(accounts: Accounts, reader: Reader, email: string): Promise<Asked> {
  const address = reader.headers.get(addressHeader) ?? ''
  const waits = [
    await tooMany(accounts, `link|${email.toLowerCase()}`, accountLimits.link),
    await tooMany(accounts, `password-link|${address}`, addressLimits['/request-password-reset']!),
  ]
  const waitSeconds = waits.find((wait) => wait !== null) ?? null
  if (waitSeconds !== null) return { waitSeconds }
  const later = { ...reader, headers: new Headers(reader.headers) }
  accounts.background.later('mail-password-link', () =>
    ask(accounts.signIn, accounts.publicUrl, later, {
      path: '/request-password-reset',
      body: { email: email.toLowerCase() },
    }),
  )
  return { waitSeconds: null }
}

/** Chooses a password by the link's token; it works once and signs the account out everywhere. */
export function choosePassword(
  accounts: Accounts,
  reader: Reader,
  token: string,
  newPassword: string,
): Promise<Answer> {
  return ask(accounts.signIn, accounts.publicUrl, reader, {
    path: '/reset-password',
    body: { token, newPassword },
  })
}

async function tooMany(
  { limit }: Accounts,
  key: string,
  rule: { window: number; max: number },
): Promise<number | null> {
  const { allowed, retryAfter } = await limit(key, rule)
  return allowed ? null : (retryAfter ?? rule.window)
}
