import { deviceOf, shortenedAddress } from './device.ts'

/** What is told of an account in the audit log, under the subject kind `account`. */
export const signInEvents = [
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'change-password',
  'choose-password',
  'add-passkey',
  'remove-passkey',
  'enable-second-step',
  'disable-second-step',
  'renew-backup-codes',
  'end-session',
] as const

export type SignInEventName = (typeof signInEvents)[number]

/** How somebody signed in, or tried to. */
export type SignInWay = 'password' | 'code' | 'backupCode' | 'passkey' | 'link' | 'provider' | 'demo'

export type SignInEvent = {
  name: SignInEventName
  userId: string
  /** Did the person do this, signed in? An attempt that was refused may have been anybody. */
  by: 'person' | 'anybody'
  detail: { way?: SignInWay; browser: string | null; system: string | null; address: string }
}

/** Writes an event to the log of every organisation that trusts the account. */
export type RecordEvent = (event: SignInEvent) => Promise<void>

/** From where, as it is told: the device in words and a shortened address, never more. */
export function whence(headers: Headers | undefined, addressHeader: string): SignInEvent['detail'] {
  return {
    ...deviceOf(headers?.get('user-agent') ?? null),
    address: shortenedAddress(headers?.get(addressHeader) ?? null),
  }
}
