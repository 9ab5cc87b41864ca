import { index, route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The pages for taking the system into use, signing in, and the own account. */
export const accountRoutes: RouteConfigEntry[] = [
  route('set-up', 'account/set-up/set-up.tsx'),
  route('set-up/done', 'account/set-up/done.tsx'),
  route('sign-in', 'account/sign-in/sign-in.tsx'),
  route('sign-in/code', 'account/sign-in/code.tsx'),
  route('sign-in/by-link', 'account/sign-in/by-link.tsx'),
  route('sign-in/link', 'account/sign-in/link.tsx'),
  route('sign-in/provider', 'account/sign-in/provider.ts'),
  route('sign-in/next', 'account/sign-in/next.ts'),
  route('sign-out', 'account/sign-in/sign-out.ts'),
  route('password/forgotten', 'account/sign-in/forgotten.tsx'),
  route('password/choose', 'account/sign-in/choose.tsx'),
  route('invitation', 'account/sign-in/invitation.tsx'),
  route('scripts/passkey.js', 'account/passkey/script.ts'),
  route('demo/role', 'account/demo/role.ts'),
  route('account', 'account/own/layout.tsx', [
    index('account/own/you.tsx'),
    route('password', 'account/own/password.tsx'),
    route('second-step', 'account/own/second-step.tsx'),
    route('passkeys', 'account/own/passkeys.tsx'),
    route('sessions', 'account/own/sessions.tsx'),
    route('keys', 'account/own/keys.tsx'),
    route('events', 'account/own/events.tsx'),
  ]),
]
