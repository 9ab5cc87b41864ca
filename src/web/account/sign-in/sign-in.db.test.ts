import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, isSignedIn, makeAccount, signIn } from '../../../../tests/support/accounts.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'
import { accountLimits } from '#platform/auth/limits.ts'
import { refusalTime } from '../even-time.ts'

let office: WebOffice
let north: TestOrganisation

beforeAll(async () => {
  office = await openWebOffice()
  north = await office.organisation('Norra distriktet')
})
afterAll(() => office.close())

const account = (options = {}) => makeAccount(office.application, north, options)

const eventsOf = async (userId: string) => {
  await office.application.accounts.background.settled()
  return office.application.database.owner
    .selectFrom('audit.entry')
    .select(['operation', 'actor_kind', 'user_id', 'detail', 'organisation_id'])
    .where('subject_kind', '=', 'account')
    .where('subject_id', '=', userId)
    .orderBy('id')
    .execute()
}

describe('signing in with a password', () => {
  it('leads to where the reader was going, with a session that no script can read', async () => {
    const ada = await account()
    const visitor = office.visitor()
    const page = await signIn(visitor, ada, '/account/sessions?x=1')
    expect(page).toMatchObject({ status: 302, leadsTo: '/account/sessions?x=1' })
    const [cookie = ''] = page.headers.getSetCookie()
    expect(cookie).toMatch(/^kansli\.session_token=.*HttpOnly.*SameSite=Lax/i)
    expect(await isSignedIn(visitor)).toBe(true)
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (back) => {
      const page = await signIn(office.visitor(), await account(), back)
      expect(page.leadsTo).toBe('/')
    },
  )

  it('takes the address in any case, and asks nobody twice who is signed in', async () => {
    const ada = await account()
    const visitor = office.visitor()
    await visitor.post('/sign-in', { email: ada.email.toUpperCase(), password: ada.password })
    expect((await visitor.get('/sign-in?back=/account')).leadsTo).toBe('/account')
  })

  it('says at the field what is missing, in the reader’s language', async () => {
    const visitor = office.visitor()
    const empty = await visitor.post('/sign-in', { email: '', password: '' })
    expect(empty).toMatchObject({ status: 422, text: expect.stringContaining('Det här måste fyllas i.') })
    visitor.language = 'en'
    const poor = await visitor.post('/sign-in', { email: 'not an address', password: 'x' })
    expect(poor.text).toContain('Write a whole e-mail address')
  })

  it('writes it to the log, the refused attempts too, without the whole address', async () => {
    const ada = await account()
    const visitor = office.visitor()
    await signIn(visitor, { ...ada, password: 'fel lösenord här' })
    await signIn(visitor, ada)
    await visitor.post('/sign-out', {})
    const events = await eventsOf(ada.id)
    expect(events.map((event) => [event.operation, event.actor_kind, event.user_id])).toEqual([
      ['sign-in-refused', 'anonymous', null],
      ['sign-in', 'person', ada.id],
      ['sign-out', 'person', ada.id],
    ])
    expect(events[1]?.detail).toEqual({
      way: 'password',
      browser: 'Firefox',
      system: 'Linux',
      address: visitor.address.replace(/\d+$/, '…'),
    })
    expect(new Set(events.map((event) => event.organisation_id))).toEqual(new Set([north.id]))
  })
})

const cases = async () => {
  const ada = await account()
  const passwordless = await account({ password: '' })
  return [
    { case: 'a wrong password', email: ada.email },
    { case: 'no such account', email: 'nobody@example.org' },
    { case: 'an account without a password', email: passwordless.email },
  ]
}

describe('who has an account is not told', () => {
  it('by the words', async () => {
    const pages = []
    for (const { email } of await cases()) {
      const page = await office.visitor().post('/sign-in', { email, password: 'alldeles fel lösenord' })
      pages.push({
        status: page.status,
        html: page.html.replaceAll(email, 'EMAIL').replaceAll(/nonce-[^']+/g, ''),
      })
    }
    expect(pages[0]?.status).toBe(422)
    expect(pages[0]?.html).toContain('hör inte ihop')
    expect(pages[1]).toEqual(pages[0])
    expect(pages[2]).toEqual(pages[0])
  })

  it('by the time', async () => {
    const times = new Map<string, number[]>()
    for (let round = 0; round < 5; round++) {
      for (const each of await cases()) {
        const visitor = office.visitor()
        const page = await visitor.post('/sign-in', { email: each.email, password: 'alldeles fel lösenord' })
        times.set(each.case, [...(times.get(each.case) ?? []), page.took])
      }
    }
    // Each refusal waits for the same moment, which is later than any of the work that differs.
    const medians = [...times.values()].map((list) => list.sort((a, b) => a - b)[2]!)
    expect(Math.min(...[...times.values()].flat())).toBeGreaterThanOrEqual(refusalTime - 5)
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(refusalTime / 4)
  })
})

describe('attempts are limited', () => {
  it('at one account from one address: the right password does not help then, and others are let in', async () => {
    const ada = await account()
    const guesser = office.visitor()
    const statuses = []
    for (let attempt = 0; attempt < 11; attempt++) {
      statuses.push((await signIn(guesser, { ...ada, password: `gissning nummer ${attempt}` })).status)
    }
    expect(statuses).toEqual([...Array(10).fill(422), 429])
    const right = await signIn(guesser, ada)
    expect(right).toMatchObject({
      status: 429,
      text: expect.stringMatching(/För många försök. Vänta 15 minuter/),
    })
    expect((await signIn(office.visitor(), ada)).status).toBe(302)
  }, 60_000)

  it('at an account that does not exist just the same', async () => {
    const guesser = office.visitor()
    const nobody = { id: '', name: '', email: 'ingen@example.org', password: 'gissning' }
    await tried(nobody.email, guesser.address, 9)
    expect((await signIn(guesser, nobody)).status).toBe(422)
    expect((await signIn(guesser, nobody)).status).toBe(429)
  })

  it('at one account from everywhere, but only when it is very many', async () => {
    const ada = await account()
    for (let address = 0; address < 10; address++) await tried(ada.email, `198.51.100.${address}`, 9)
    expect((await signIn(office.visitor(), ada)).status).toBe(302)
    await tried(ada.email, '198.51.100.99', 10)
    expect((await signIn(office.visitor(), ada)).status).toBe(429)
  })

  it('over restarts', async () => {
    const ada = await account()
    const guesser = office.visitor()
    await tried(ada.email, guesser.address, 10)
    await office.restart()
    expect((await signIn(guesser, ada)).status).toBe(429)
  })
})

/** So many attempts at an account from an address, counted as the sign-in counts them. */
async function tried(email: string, address: string, count: number) {
  const { limit } = office.application.accounts
  for (let attempt = 0; attempt < count; attempt++) {
    await limit(`password|${email}|${address}`, accountLimits.passwordFromAddress)
    await limit(`password|${email}`, accountLimits.password)
  }
}

describe('other sites', () => {
  it.each([
    ['/sign-in', { email: 'a@example.org', password: goodPassword }],
    ['/sign-out', {}],
    ['/sign-in/by-link', { email: 'a@example.org' }],
    ['/account?index', { name: 'Mallory' }],
    ['/set-up', { code: 'X' }],
    ['/demo/role', { role: 'owner' }],
    ['/system/access', { intent: 'invite' }],
    ['/auth/passkey/verify-authentication', {}],
  ])('cannot send a form to %s', async (path, fields) => {
    const page = await office.visitor().post(path, fields, { headers: { origin: 'https://evil.example' } })
    expect(page.status).toBe(403)
  })

  it('cannot sign a visitor out, or in as somebody else', async () => {
    const visitor = office.visitor()
    await signIn(visitor, await account())
    await visitor.post('/sign-out', {}, { headers: { origin: 'null' } })
    expect(await isSignedIn(visitor)).toBe(true)
  })
})

describe('the sign-in’s own addresses', () => {
  it.each([
    ['POST', '/auth/sign-in/email'],
    ['POST', '/auth/sign-up/email'],
    ['GET', '/auth/magic-link/verify?token=x'],
    ['POST', '/auth/two-factor/verify-totp'],
    ['POST', '/auth/reset-password'],
    ['POST', '/auth/update-user'],
    ['GET', '/auth/get-session'],
    ['GET', '/auth/list-sessions'],
    ['GET', '/auth/callback/other'],
  ])('%s %s is not there', async (method, path) => {
    const visitor = office.visitor()
    await signIn(visitor, await account())
    const page = method === 'GET' ? await visitor.get(path) : await visitor.post(path, {})
    expect(page.status).toBe(404)
  })
})

describe('signing out', () => {
  it('ends the session on the server too', async () => {
    const visitor = office.visitor()
    await signIn(visitor, await account())
    const copy = visitor.copy()
    const page = await visitor.post('/sign-out', {})
    expect(page.leadsTo).toBe('/sign-in?notice=signedOut')
    expect((await visitor.follow('/sign-in?notice=signedOut')).text).toContain('Du är utloggad.')
    expect(await isSignedIn(copy)).toBe(false)
  })
})

const days = (count: number) => new Date(Date.now() + count * 86_400_000)

describe('a session', () => {
  it('cannot be made up', async () => {
    const visitor = office.visitor()
    await signIn(visitor, await account())
    const [name, value] = [...visitor.cookies][0]!
    const forged = decodeURIComponent(value).replace(/\.[^.]*$/, `.${Buffer.alloc(32).toString('base64')}`)
    visitor.cookies.set(name, encodeURIComponent(forged))
    expect(await isSignedIn(visitor)).toBe(false)
  })

  it('ends when nobody has used it for two weeks, and at last after three months', async () => {
    const ada = await account()
    const visitor = office.visitor()
    await signIn(visitor, ada)
    const { owner } = office.application.database
    const set = (values: { updatedAt?: Date; expiresAt?: Date }) =>
      owner.updateTable('account.session').set(values).where('userId', '=', ada.id).execute()
    await set({ updatedAt: days(-13) })
    expect(await isSignedIn(visitor)).toBe(true)
    await office.application.accounts.background.settled()
    const noted = await owner
      .selectFrom('account.session')
      .select(['updatedAt', 'expiresAt'])
      .where('userId', '=', ada.id)
      .executeTakeFirstOrThrow()
    expect(Date.now() - noted.updatedAt.getTime()).toBeLessThan(60_000)
    expect(noted.expiresAt.getTime()).toBeLessThan(days(91).getTime())
    await set({ updatedAt: days(-15) })
    expect(await isSignedIn(visitor)).toBe(false)
    await set({ updatedAt: new Date(), expiresAt: days(-1) })
    expect(await isSignedIn(visitor)).toBe(false)
  })
})
