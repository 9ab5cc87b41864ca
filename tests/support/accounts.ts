import { createOTP } from '@better-auth/utils/otp'
import type { Application } from '../../src/application.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import { hashPassword } from '../../src/platform/auth/passwords/hash-password.ts'
import { newId } from '../../src/platform/identifiers.ts'
import type { TestOrganisation } from './test-office.ts'
import type { Page, Visitor } from './visitor.ts'

/** Somebody with an account that can be signed in to. */
export type TestAccount = { id: string; name: string; email: string; password: string }

export const goodPassword = 'tretton gröna tåg'

/** Makes an account with a password, and roles in an organisation's first unit. */
export async function makeAccount(
  application: Application,
  organisation: TestOrganisation | null,
  { name = 'Ada Exempelström', roles = ['secretary'] as Role[], password = goodPassword } = {},
): Promise<TestAccount> {
  const id = newId()
  const email = `${id.slice(-12)}@example.org`
  const { owner } = application.database
  const times = { createdAt: new Date(), updatedAt: new Date() }
  await owner
    .insertInto('account.user')
    .values({ id, name, email, emailVerified: true, ...times })
    .execute()
  if (password) {
    await owner
      .insertInto('account.account')
      .values({
        id,
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: await hashPassword(password),
        ...times,
      })
      .execute()
  }
  for (const role of organisation ? roles : []) {
    await owner
      .insertInto('organisation.role_grant')
      .values({
        organisation_id: organisation!.id,
        id: newId(),
        user_id: id,
        role,
        unit_id: organisation!.unitId,
        valid_from: '2020-01-01',
        granted_at: new Date(),
      })
      .execute()
  }
  return { id, name, email, password }
}

/** Signs in by password; the answer leads on, or shows what went wrong. */
export function signIn(visitor: Visitor, account: TestAccount, back = '/account'): Promise<Page> {
  return visitor.post('/sign-in', { email: account.email, password: account.password, back })
}

/** Whether a visitor is signed in now. */
export async function isSignedIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/account')).status === 200
}

/** The newest mail to an address, when there is one. */
export async function mailTo(application: Application, recipient: string) {
  await application.accounts.background.settled()
  return application.database.owner
    .selectFrom('mail.message')
    .select(['subject', 'body_text as text'])
    .where('recipient', '=', recipient)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** The path in a mail's link. */
export function linkIn(mail: { text: string } | undefined): string {
  const url = new URL(/https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? 'http://no.link.invalid')
  return `${url.pathname}${url.search}`
}

/** The value of a form's hidden field. */
export function hidden(page: Page, name: string): string {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page.html)?.[0] ?? ''
  return (/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')
}

/** The code that an app shows now for a key, or some half minutes from now. */
export async function codeFor(secret: string, halfMinutes = 0): Promise<string> {
  const otp = createOTP(secret, { digits: 6, period: 30 })
  return halfMinutes === 0 ? otp.totp() : otp.hotp(Math.floor(Date.now() / 30_000) + halfMinutes)
}

/** Turns the second step on, as a person does it. @returns the app's key, and the back-up codes */
export async function turnOnSecondStep(
  visitor: Visitor,
  account: TestAccount,
): Promise<{ secret: string; backupCodes: string[]; page: Page }> {
  const scan = await visitor.post('/account/second-step', { intent: 'begin', password: account.password })
  const uri = hidden(scan, 'uri')
  const secret = decodeSecret(new URL(uri).searchParams.get('secret') ?? '')
  const page = await visitor.post('/account/second-step', {
    intent: 'confirm',
    uri,
    code: await codeFor(secret, -1),
  })
  const backupCodes = [...page.text.matchAll(/\b[A-Za-z0-9]{5}-[A-Za-z0-9]{5}\b/g)].map((match) => match[0])
  return { secret, backupCodes, page }
}

/** The key as the library holds it, from the base32 that an app reads. */
function decodeSecret(base32: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let bits = ''
  for (const character of base32.replaceAll('=', '')) {
    bits += alphabet.indexOf(character).toString(2).padStart(5, '0')
  }
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString('utf8')
}
