import { twoFactor } from 'better-auth/plugins'

/** Every way in that has shown one factor only. A passkey has shown two by itself. */
const oneFactor = new Set(['/sign-in/email', '/magic-link/verify', '/callback/:id'])

/**
 * The second step: a code from an app, or a back-up code. The library asks for it after a password only; here it
 * is asked for after a mailed link and an identity provider too, for those who have turned it on. No device is
 * ever excused from it.
 */
export function houseSecondStep() {
  const library = twoFactor({
    issuer: 'Kansli',
    allowPasswordless: true,
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
  })
  return {
    ...library,
    hooks: {
      after: library.hooks.after.map((hook) => ({
        ...hook,
        matcher: (context: { path?: string }) => oneFactor.has(context.path ?? ''),
      })),
    },
  }
}

/**
 * Has a session that is being opened shown two factors?
 * @param path the sign-in's endpoint that opens it; none (the library writes `virtual:`) when our own code does, which
 *   then says so itself
 * @param opened what is being opened
 * @param former the session it replaces, if any
 */
export function showsTwoFactors(
  path: string | undefined,
  opened: { secondFactor?: unknown },
  former: { secondFactor?: unknown } | null,
): boolean {
  switch (path) {
    case undefined:
    case 'virtual:':
      return opened.secondFactor === true
    case '/two-factor/verify-totp':
    case '/two-factor/verify-backup-code':
    case '/passkey/verify-authentication':
      return true
    case '/change-password':
      return former?.secondFactor === true
    default:
      return false
  }
}
