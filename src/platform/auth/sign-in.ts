import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { magicLink } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Tables } from '../database/tables.ts'
import { newId } from '../identifiers.ts'
import { isLanguage, type Language } from '../i18n/languages.ts'
import type { Settings } from '../settings/settings.ts'
import type { AttemptResult } from './attempts.ts'
import type { Background } from './background.ts'
import { houseRules } from './house-rules.ts'
import { lateIdentityProvider } from './identity-provider.ts'
import { addressLimits, type Limit } from './limits.ts'
import { housePasskeys } from './passkeys.ts'
import { longestPassword, shortestPassword } from './passwords/password-rules.ts'
import { houseSecondStep, showsTwoFactors } from './second-step.ts'
import { whence, type RecordEvent } from './sign-in-events.ts'

/** The header in which our own server tells the sign-in where a request came from; never read from outside. */
export const addressHeader = 'x-kansli-address'

/** The header in which our own pages tell the sign-in which language the reader has; never read from outside. */
export const languageHeader = 'x-kansli-language'

/** Under this path the sign-in's own endpoints answer (passkeys and identity providers). */
export const signInPath = '/auth'

/** How long things live, in seconds. */
export const lifetimes = {
  /** A session at most, however often it is used. */
  session: 60 * 60 * 24 * 90,
  /** A session that nobody uses. */
  idleSession: 60 * 60 * 24 * 14,
  /** How long after signing in a passkey may be added without signing in again. */
  fresh: 60 * 60,
  signInLink: 60 * 15,
  passwordLink: 60 * 60,
} as const

/** A link to mail to somebody who has an account. */
export type MailedLink = {
  kind: 'signIn' | 'password'
  account: { id: string; email: string; name: string }
  language: Language
  url: string
  minutes: number
}

export type SignInOptions = {
  pool: pg.Pool
  database: Kysely<Tables>
  settings: Settings
  secret: string
  publicUrl: string
  log: Logger
  keyedHash: (text: string) => string
  limit: (key: string, rule: Limit) => Promise<AttemptResult>
  background: Background
  record: RecordEvent
  mailLink: (link: MailedLink) => Promise<void>
}

export type SignIn = ReturnType<typeof createSignIn>

type AccountRow = { id: string; email: string; name: string; language?: unknown; isDemo?: unknown }

/**
 * Accounts, sessions and ways to sign in. Accounts are made by set-up, invitation and import, never by whoever
 * comes by: sign-up is closed on every way in.
 */
export function createSignIn(options: SignInOptions) {
  const { settings, publicUrl, log, background, record } = options
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: options.pool }) }).withSchema(
    'account',
  )
  const mail = async (kind: MailedLink['kind'], account: AccountRow, url: string, language: Language) => {
    if (account.isDemo === true) return
    const { id, email, name } = account
    const minutes = (kind === 'signIn' ? lifetimes.signInLink : lifetimes.passwordLink) / 60
    const chosen = account.language as string | null | undefined
    const own = isLanguage(chosen) ? chosen : language
    await options.mailLink({ kind, account: { id, email, name }, language: own, url, minutes })
  }
  return betterAuth({
    appName: 'Kansli',
    baseURL: publicUrl,
    basePath: signInPath,
    secret: options.secret,
    database: { db: database, type: 'postgres' },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ part: 'sign-in' }, message),
    },
    onAPIError: {
      errorURL: '/sign-in',
      onError: (error) => {
        const refused = isAPIError(error) && error.statusCode < 500
        log[refused ? 'debug' : 'error']({ part: 'sign-in', error }, 'not carried out')
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: lifetimes.passwordLink,
      sendResetPassword: ({ user, token }, request) =>
        mail(
          'password',
          user,
          `${publicUrl}/password/choose?token=${encodeURIComponent(token)}`,
          languageOf(request?.headers),
        ),
      onPasswordReset: async ({ user }, request) =>
        record({
          name: 'choose-password',
          userId: user.id,
          by: 'person',
          detail: whence(request?.headers, addressHeader),
        }),
    },
    user: {
      additionalFields: {
        language: { type: 'string', required: false, input: false },
        isDemo: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    // Sessions are read by our own query, which sees at once that one is ended; see open-session.ts.
    session: {
      expiresIn: lifetimes.session,
      freshAge: lifetimes.fresh,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: {
        secondFactor: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: {
              ...session,
              secondFactor: showsTwoFactors(
                context?.path,
                session as { secondFactor?: unknown },
                formerSession(context),
              ),
            },
          }),
        },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    account: {
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
      // Tokens of the identity provider are not needed after the sign-in; they are kept unreadable.
      encryptOAuthTokens: true,
    },
    advanced: {
      cookiePrefix: 'kansli',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      disableOriginCheck: false,
      // The library would leave it to a default in the database; identifiers are made here.
      database: { generateId: () => newId() },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: addressLimits,
      customStorage: { consume: options.limit },
    },
    plugins: [
      houseSecondStep(),
      housePasskeys(publicUrl),
      magicLink({
        disableSignUp: true,
        expiresIn: lifetimes.signInLink,
        storeToken: 'hashed',
        // The answer is given before anybody looks whether there is such an account.
        sendMagicLink: ({ email, token, metadata }, context) => {
          background.later('mail-sign-in-link', async () => {
            const found = await context?.context.internalAdapter.findUserByEmail(email)
            if (!found) return
            const back = typeof metadata?.['back'] === 'string' ? metadata['back'] : '/'
            const query = new URLSearchParams({ token, ...(back === '/' ? {} : { back }) })
            await mail(
              'signIn',
              found.user,
              `${publicUrl}/sign-in/link?${query.toString()}`,
              languageOf(context?.headers),
            )
          })
        },
      }),
      ...(settings.oidc ? [lateIdentityProvider(settings.oidc, log)] : []),
      houseRules({
        database: options.database,
        keyedHash: options.keyedHash,
        limit: options.limit,
        background,
        record,
        addressHeader,
      }),
    ],
  })
}

function formerSession(context: { context: { session: { session: object } | null } } | null) {
  return context?.context.session?.session ?? null
}

function languageOf(headers: Headers | undefined): Language {
  const told = headers?.get(languageHeader)
  return isLanguage(told) ? told : 'sv'
}
