import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint, createAuthMiddleware } from 'better-auth/api'
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../database/tables.ts'
import type { AttemptResult } from './attempts.ts'
import type { Background } from './background.ts'
import { accountLimits, type Limit } from './limits.ts'
import { passwordFault } from './passwords/password-rules.ts'
import { whence, type RecordEvent, type SignInEvent, type SignInWay } from './sign-in-events.ts'

export type HouseRules = {
  database: Kysely<Tables>
  keyedHash: (text: string) => string
  limit: (key: string, rule: Limit) => Promise<AttemptResult>
  background: Background
  record: RecordEvent
  addressHeader: string
}

/** What changes an account or its ways in: never done to an invented person of the demo. */
const changesAccount =
  /^\/(passkey\/(generate-register|verify-registration)|two-factor\/(enable|disable|generate)|change-password|update-user)/

/** The endpoints by which a session is opened, and what the log calls the way. */
const ways: Partial<Record<string, SignInWay>> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'link',
  '/callback/:id': 'provider',
  '/passkey/verify-authentication': 'passkey',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'backupCode',
}

/**
 * What this house adds to the sign-in library: limits at one account, which passwords may be chosen, codes that
 * work once, the log, and the way into the demo. Stands last among the plugins, so that what the others have
 * decided (a second step, for one) is known here.
 */
export function houseRules(rules: HouseRules) {
  return {
    id: 'house-rules',
    endpoints: {
      /** Opens a session for an invented person. Not reachable from the network: the demo's page calls it. */
      enterDemo: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (context) => {
          const user = await context.context.internalAdapter.findUserById(context.body.userId)
          if (!user || !(user as { isDemo?: boolean }).isDemo) throw new APIError('NOT_FOUND')
          // Invented people have no second step to show, and what they see is invented too.
          const session = await context.context.internalAdapter.createSession(
            user.id,
            false,
            { secondFactor: true },
            true,
          )
          await setSessionCookie(context, { session, user })
          await rules.record({
            name: 'sign-in',
            userId: user.id,
            by: 'person',
            detail: { way: 'demo', ...whence(context.headers, rules.addressHeader) },
          })
          return context.json({ userId: user.id })
        },
      ),
    },
    hooks: {
      before: [
        { matcher: (context) => context.path === '/sign-in/email', handler: limitAccount(rules) },
        {
          matcher: (context) => ['/change-password', '/reset-password'].includes(context.path ?? ''),
          handler: refusePoorPassword(rules),
        },
        { matcher: (context) => changesAccount.test(context.path ?? ''), handler: spareDemo(rules) },
      ],
      after: [
        { matcher: (context) => context.path === '/two-factor/verify-totp', handler: refuseUsedCode(rules) },
        { matcher: () => true, handler: log(rules) },
      ],
    },
  } satisfies BetterAuthPlugin
}

function limitAccount({ limit, addressHeader }: HouseRules) {
  return createAuthMiddleware(async (context) => {
    const email = String((context.body as { email?: unknown })?.email ?? '').toLowerCase()
    const address = context.headers?.get(addressHeader) ?? ''
    const results = [
      await limit(`password|${email}|${address}`, accountLimits.passwordFromAddress),
      await limit(`password|${email}`, accountLimits.password),
    ]
    const refused = results.find((result) => !result.allowed)
    if (!refused) return
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code: 'TOO_MANY_REQUESTS', message: 'Too many attempts at this account.' },
      { 'X-Retry-After': String(refused.retryAfter ?? accountLimits.password.window) },
    )
  })
}

function refusePoorPassword({ database }: HouseRules) {
  return createAuthMiddleware(async (context) => {
    const body = context.body as { newPassword?: unknown; token?: unknown }
    const userId =
      context.path === '/reset-password'
        ? (
            await context.context.internalAdapter.findVerificationValue(
              `reset-password:${String(body?.token ?? '')}`,
            )
          )?.value
        : (await context.context.internalAdapter.findSession(await sessionToken(context)))?.user.id
    const person = userId
      ? await database
          .selectFrom('account.user')
          .select(['name', 'email'])
          .where('id', '=', userId)
          .executeTakeFirst()
      : undefined
    const fault = passwordFault(String(body?.newPassword ?? ''), person ? [person.name, person.email] : [])
    if (fault) throw new APIError('BAD_REQUEST', { code: `PASSWORD_FAULT:${fault}`, message: fault })
  })
}

function spareDemo(_rules: HouseRules) {
  return createAuthMiddleware(async (context) => {
    const token = await sessionToken(context)
    const found = token ? await context.context.internalAdapter.findSession(token) : null
    if ((found?.user as { isDemo?: boolean } | undefined)?.isDemo) {
      throw new APIError('FORBIDDEN', { code: 'DEMO_ACCOUNT', message: 'Demo accounts are not changed.' })
    }
  })
}

/**
 * A code from an app is valid for a minute and a half around its half minute; whoever saw it typed could use it
 * again in that time. So each works once: the first to write it down has used it, also when two come at once.
 */
function refuseUsedCode({ database, keyedHash }: HouseRules) {
  return createAuthMiddleware(async (context) => {
    if (context.context.returned instanceof Error) return
    const userId = context.context.newSession?.user.id ?? context.context.session?.user.id
    if (!userId) return
    const code = keyedHash(`${userId}|${String((context.body as { code?: unknown }).code)}`)
    const now = new Date()
    await database
      .deleteFrom('account.used_code')
      .where('used_at', '<', new Date(now.getTime() - 10 * 60_000))
      .execute()
    const written = await database
      .insertInto('account.used_code')
      .values({ user_id: userId, code_hash: code, used_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 1n) return
    const opened = context.context.newSession
    if (opened) {
      await context.context.internalAdapter.deleteSession(opened.session.token)
      deleteSessionCookie(context)
      context.context.setNewSession(null)
    }
    throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'This code has been used.' })
  })
}

function log(rules: HouseRules) {
  return createAuthMiddleware(async (context) => {
    const { returned, newSession, session: before } = context.context
    const from = whence(context.headers, rules.addressHeader)
    const way = ways[context.path ?? '']
    const person = (name: SignInEvent['name'], userId: string, more: { way?: SignInWay } = {}) =>
      rules.record({ name, userId, by: 'person', detail: { ...more, ...from } })
    if (way && newSession && !before) return person('sign-in', newSession.user.id, { way })
    if (way && returned instanceof Error && (returned as APIError).statusCode !== 302) {
      const { email } = (context.body ?? {}) as { email?: unknown }
      const challenge = await challengeOf(context)
      // Whether there is such an account must not show in the time the answer takes.
      rules.background.later('sign-in-refused', async () => {
        const userId = challenge ?? (await accountWith(rules, email))
        if (userId)
          await rules.record({ name: 'sign-in-refused', userId, by: 'anybody', detail: { way, ...from } })
      })
      return
    }
    if (returned instanceof Error || !before) return
    const userId = before.user.id
    if (context.path === '/two-factor/verify-totp' && newSession) return person('enable-second-step', userId)
    if (context.path === '/two-factor/disable') return person('disable-second-step', userId)
    if (context.path === '/two-factor/generate-backup-codes') return person('renew-backup-codes', userId)
    if (context.path === '/change-password') return person('change-password', userId)
    if (context.path === '/passkey/verify-registration') return person('add-passkey', userId)
  })
}

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

async function sessionToken(context: HookContext): Promise<string> {
  const { authCookies, secret } = context.context
  return (await context.getSignedCookie(authCookies.sessionToken.name, secret)) || ''
}

/** Whose second step is being tried, from the cookie that the first step gave. */
async function challengeOf(context: HookContext): Promise<string | null> {
  if (!context.path?.startsWith('/two-factor/verify')) return null
  const cookie = context.context.createAuthCookie('two_factor')
  const challenge = await context.getSignedCookie(cookie.name, context.context.secret)
  if (!challenge) return null
  return (await context.context.internalAdapter.findVerificationValue(challenge))?.value ?? null
}

async function accountWith({ database }: HouseRules, email: unknown): Promise<string | null> {
  if (typeof email !== 'string') return null
  const row = await database
    .selectFrom('account.user')
    .select('id')
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  return row?.id ?? null
}
