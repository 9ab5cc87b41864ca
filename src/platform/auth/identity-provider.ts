import type { BetterAuthPlugin } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import type { Logger } from 'pino'
import type { Settings } from '../settings/settings.ts'

type Context = Parameters<NonNullable<BetterAuthPlugin['init']>>[0]
type Providers = Context['socialProviders']

/** The name that the one provider has in addresses: `/auth/callback/oidc`. */
export const providerId = 'oidc'

/** How long the provider may take to describe itself, in milliseconds. */
const patience = 5_000

/**
 * Sign-in with an organisation's own identity provider (OpenID Connect). The library asks the provider to describe
 * itself when the server starts, and leaves it out for good when it does not answer then. Here it is asked when
 * somebody first wants to sign in by it, and again the next time when it did not answer.
 */
export function lateIdentityProvider(oidc: NonNullable<Settings['oidc']>, log: Logger): BetterAuthPlugin {
  const library = genericOAuth({
    config: [
      {
        providerId,
        name: oidc.name,
        discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ['openid', 'profile', 'email'],
        pkce: true,
        disableSignUp: true,
        requireIdTokenVerification: true,
      },
    ],
  })
  return {
    ...library,
    init(context) {
      const silent = {
        ...context,
        socialProviders: [],
        logger: { ...context.logger, error: () => undefined },
      }
      let described: Promise<Providers[number]> | null = null
      const describe = async () => {
        const { promise: late, reject } = Promise.withResolvers<never>()
        const timer = setTimeout(() => reject(new Error('It did not answer in time.')), patience)
        try {
          const answer = await Promise.race([library.init(silent as Context), late])
          const [provider] = answer.context.socialProviders
          if (!provider) throw new Error('It did not say where to sign in.')
          return provider
        } finally {
          clearTimeout(timer)
        }
      }
      const provider = async () => {
        try {
          return await (described ??= describe())
        } catch (error) {
          described = null
          log.warn({ error, issuer: oidc.issuer }, 'the identity provider could not be reached')
          // One that nobody asks for: the library then answers that there is none just now.
          return { id: 'unreachable' } as Providers[number]
        }
      }
      // The library looks a provider up through a function when it is given one.
      return { context: { socialProviders: [provider as unknown as Providers[number]] } }
    },
  }
}
