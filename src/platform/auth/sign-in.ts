import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import { newId } from '../identifiers.ts'
import type { Settings } from '../settings/settings.ts'
import { limitAttempts } from './attempts.ts'

/** The header in which our own server tells the sign-in where a request came from; never read from outside. */
export const addressHeader = 'x-kansli-address'

/** Under this path the sign-in's own endpoints answer (passkeys, identity providers, sign-out). */
export const signInPath = '/auth'

export type SignInOptions = {
  pool: pg.Pool
  settings: Settings
  secret: string
  publicUrl: string
  log: Logger
  keyedHash: (text: string) => string
  sendMagicLink: (email: string, url: string) => Promise<void>
}

export type SignIn = ReturnType<typeof createSignIn>

/**
 * Accounts, sessions and ways to sign in. Accounts are made by set-up, invitation and import, never by whoever
 * comes by: sign-up is closed on every way in.
 */
export function createSignIn(options: SignInOptions) {
  const { settings, publicUrl, log } = options
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: options.pool }) }).withSchema(
    'account',
  )
  return betterAuth({
    appName: 'Kansli',
    baseURL: publicUrl,
    basePath: signInPath,
    secret: options.secret,
    database: { db: database, type: 'postgres' },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ part: 'sign-in' }, message),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60 * 24,
      cookieCache: { enabled: true, maxAge: 60 },
      additionalFields: {
        secondFactor: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          // A passkey asks for the device and its owner at once; a code follows a password. Links and identity
          // providers are one factor, whatever the account has set up.
          before: async (session, context) => ({
            data: { ...session, secondFactor: /^\/(two-factor|passkey)\/verify/.test(context?.path ?? '') },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: 'kansli',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The library would leave it to a default in the database; identifiers are made here.
      database: { generateId: () => newId() },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customRules: {
        '/sign-in/email': { window: 300, max: 10 },
        '/sign-in/magic-link': { window: 300, max: 5 },
        '/two-factor/*': { window: 300, max: 10 },
        '/passkey/verify-authentication': { window: 300, max: 20 },
      },
      customStorage: { consume: limitAttempts(options.pool, options.keyedHash) },
    },
    plugins: [
      twoFactor({ issuer: 'Kansli', allowPasswordless: true }),
      passkey({ rpName: 'Kansli', rpID: new URL(publicUrl).hostname, origin: publicUrl }),
      magicLink({
        disableSignUp: true,
        expiresIn: 15 * 60,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) =>
          options.sendMagicLink(email, `${publicUrl}/sign-in/link?token=${encodeURIComponent(token)}`),
      }),
      ...(settings.oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'oidc',
                  discoveryUrl: `${settings.oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: settings.oidc.clientId,
                  clientSecret: settings.oidc.clientSecret,
                  scopes: ['openid', 'profile', 'email'],
                  pkce: true,
                  disableSignUp: true,
                },
              ],
            }),
          ]
        : []),
    ],
  })
}
