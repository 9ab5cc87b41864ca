import { data, redirect } from 'react-router'
import { providerId } from '#platform/auth/identity-provider.ts'
import { backOf, leadOn, readerOf, withBack } from '../reader.ts'
import type { Route } from './+types/provider'

/**
 * Leads to the identity provider. A link and not a form, because a page's rules for where forms may be sent would
 * have to name a host that only the settings know.
 */
export async function loader({ request, context }: Route.LoaderArgs) {
  const reader = readerOf({ request, context })
  const back = backOf(new URL(request.url).searchParams)
  if (!reader.pages.accounts.providerName) throw data({ code: 'notFound' }, { status: 404 })
  const answer = await reader.ask({
    path: '/sign-in/social',
    body: {
      provider: providerId,
      callbackURL: withBack('/sign-in/next', back),
      errorCallbackURL: withBack('/sign-in', back),
      disableRedirect: true,
    },
  })
  const { url } = answer.body
  if (!answer.ok || typeof url !== 'string') {
    throw redirect(withBack('/sign-in', back, { error: 'provider_not_found' }))
  }
  return leadOn(url, answer.cookies)
}
