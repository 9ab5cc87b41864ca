import { describe, expect, it } from 'vitest'
import { showsTwoFactors } from './second-step.ts'

const one = { secondFactor: false }
const two = { secondFactor: true }

describe('a session has shown two factors', () => {
  it.each([
    ['/sign-in/email', one, null, false],
    ['/magic-link/verify', one, null, false],
    ['/callback/:id', one, null, false],
    ['/two-factor/verify-totp', one, null, true],
    ['/two-factor/verify-totp', one, one, true],
    ['/two-factor/verify-backup-code', one, null, true],
    ['/passkey/verify-authentication', one, null, true],
    // Adding a passkey shows nothing that the session had not shown before.
    ['/passkey/verify-registration', two, one, false],
    ['/two-factor/disable', two, two, false],
    ['/change-password', one, two, true],
    ['/change-password', two, one, false],
    ['virtual:', two, null, true],
    ['virtual:', one, null, false],
    [undefined, one, two, false],
    ['/anything/new', two, two, false],
  ])('%s (%j after %j): %s', (path, opened, former, shown) => {
    expect(showsTwoFactors(path, opened, former)).toBe(shown)
  })
})
