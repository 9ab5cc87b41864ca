import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codeFor,
  hidden,
  isSignedIn,
  linkIn,
  mailTo,
  makeAccount,
  signIn,
  turnOnSecondStep,
} from '../../../../tests/support/accounts.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'

let office: WebOffice
let north: TestOrganisation

beforeAll(async () => {
  office = await openWebOffice()
  north = await office.organisation('Norra distriktet')
})
afterAll(() => office.close())

/** Somebody with a second step, whose app shows the codes of `secret`. */
async function withSecondStep() {
  const account = await makeAccount(office.application, north)
  const visitor = office.visitor()
  await signIn(visitor, account)
  return { account, visitor, ...(await turnOnSecondStep(visitor, account)) }
}

const sessionsOf = (userId: string) =>
  office.application.database.owner
    .selectFrom('account.session')
    .select(['id', 'secondFactor'])
    .where('userId', '=', userId)
    .execute()

describe('turning the second step on', () => {
  it('shows a picture and a key, takes a first code, and shows the back-up codes once', async () => {
    const account = await makeAccount(office.application, north)
    const visitor = office.visitor()
    await signIn(visitor, account)
    const scan = await visitor.post('/account/second-step', { intent: 'begin', password: account.password })
    expect(scan.html).toMatch(/<svg[^>]*aria-label="Bild att läsa av/)
    expect(scan.html).not.toContain('style=')
    expect(scan.text).toMatch(/Nyckel: ([A-Z2-7]{4} ){3}/)
    const wrong = await visitor.post('/account/second-step', {
      intent: 'confirm',
      uri: hidden(scan, 'uri'),
      code: '000000',
    })
    expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('Koden stämmer inte') })
    expect(hidden(wrong, 'uri')).toBe(hidden(scan, 'uri'))
    const { page, backupCodes } = await turnOnSecondStep(visitor, account)
    expect(page.status).toBe(200)
    expect(backupCodes).toHaveLength(10)
    const afterwards = await visitor.get('/account/second-step')
    for (const code of backupCodes) expect(afterwards.text).not.toContain(code)
    // The session in which the first code was shown has shown two factors.
    expect(await sessionsOf(account.id)).toEqual([expect.objectContaining({ secondFactor: true })])
  })

  it('asks for the password first', async () => {
    const account = await makeAccount(office.application, north)
    const visitor = office.visitor()
    await signIn(visitor, account)
    const page = await visitor.post('/account/second-step', { intent: 'begin', password: 'fel lösenord här' })
    expect(page).toMatchObject({ status: 422, text: expect.stringContaining('inte ditt nuvarande lösenord') })
  })
})

describe('signing in with a second step', () => {
  it('asks for a code after the password, and lets in with it', async () => {
    const { account, secret } = await withSecondStep()
    const visitor = office.visitor()
    const first = await signIn(visitor, account, '/account/sessions')
    expect(first.leadsTo).toBe('/sign-in/code?back=%2Faccount%2Fsessions')
    expect(await isSignedIn(visitor)).toBe(false)
    const wrong = await visitor.post('/sign-in/code', { code: '123456', back: '/account/sessions' })
    expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('Koden stämmer inte') })
    const code = await codeFor(secret)
    const done = await visitor.post('/sign-in/code', {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      back: '/account',
    })
    expect(done).toMatchObject({ status: 302, leadsTo: '/account' })
    expect(await sessionsOf(account.id)).toContainEqual(expect.objectContaining({ secondFactor: true }))
  })

  it('takes a code once: whoever saw it typed cannot use it too', async () => {
    const { account, secret } = await withSecondStep()
    const code = await codeFor(secret)
    const owner = office.visitor()
    await signIn(owner, account)
    expect((await owner.post('/sign-in/code', { code })).status).toBe(302)
    const onlooker = office.visitor()
    await signIn(onlooker, account)
    const replayed = await onlooker.post('/sign-in/code', { code })
    expect(replayed.leadsTo).toBe('/sign-in?notice=codeUsed')
    expect(await isSignedIn(onlooker)).toBe(false)
    expect(onlooker.cookies.has('kansli.session_token')).toBe(false)
    expect((await onlooker.get('/sign-in?notice=codeUsed')).text).toContain('Koden var redan använd')
    const next = office.visitor()
    await signIn(next, account)
    expect((await next.post('/sign-in/code', { code: await codeFor(secret, 1) })).status).toBe(302)
  })

  it('takes a code once, also of two at the same moment', async () => {
    const { account, secret } = await withSecondStep()
    const two = [office.visitor(), office.visitor()]
    for (const visitor of two) await signIn(visitor, account)
    const code = await codeFor(secret)
    await Promise.all(two.map((visitor) => visitor.post('/sign-in/code', { code })))
    const signedIn = await Promise.all(two.map(isSignedIn))
    expect(signedIn.sort()).toEqual([false, true])
  })

  it('takes each back-up code once', async () => {
    const { account, backupCodes } = await withSecondStep()
    const lost = office.visitor()
    await signIn(lost, account)
    const [code = ''] = backupCodes
    expect((await lost.post('/sign-in/code?kind=backup', { kind: 'backup', code })).status).toBe(302)
    const again = office.visitor()
    await signIn(again, account)
    const page = await again.post('/sign-in/code?kind=backup', { kind: 'backup', code })
    expect(page).toMatchObject({ status: 422, text: expect.stringContaining('redan använd') })
  })

  it('gives up after five wrong codes, and begins again at the password', async () => {
    const { account, secret } = await withSecondStep()
    const guesser = office.visitor()
    await signIn(guesser, account)
    const answers = []
    for (let guess = 0; guess < 6; guess++) {
      answers.push(await guesser.post('/sign-in/code', { code: String(100_000 + guess) }))
    }
    expect(answers.at(-1)?.leadsTo).toBe('/sign-in?notice=tooManyCodes')
    const late = await guesser.post('/sign-in/code', { code: await codeFor(secret) })
    expect(late.leadsTo).toBe('/sign-in?notice=startAgain')
  })

  it('locks the second step for a while after ten wrong codes in a row', async () => {
    const { account, secret } = await withSecondStep()
    for (let round = 0; round < 2; round++) {
      const guesser = office.visitor()
      await signIn(guesser, account)
      for (let guess = 0; guess < 5; guess++) {
        await guesser.post('/sign-in/code', { code: String(200_000 + round * 10 + guess) })
      }
    }
    const owner = office.visitor()
    await signIn(owner, account)
    const page = await owner.post('/sign-in/code', { code: await codeFor(secret) })
    expect(page.leadsTo).toBe('/sign-in?notice=locked')
    expect(await isSignedIn(owner)).toBe(false)
  })

  it('is asked for after a mailed link too', async () => {
    const { account, secret } = await withSecondStep()
    await office.visitor().post('/sign-in/by-link', { email: account.email })
    const link = new URL(linkIn(await mailTo(office.application, account.email)), office.url)
    const reader = office.visitor()
    const first = await reader.post('/sign-in/link', { token: link.searchParams.get('token') ?? '' })
    expect(first.leadsTo).toBe('/sign-in/code')
    expect(await isSignedIn(reader)).toBe(false)
    await reader.post('/sign-in/code', { code: await codeFor(secret) })
    expect(await isSignedIn(reader)).toBe(true)
  })

  it('tells the account of wrong codes, which mean that somebody has the password', async () => {
    const { account, visitor } = await withSecondStep()
    const guesser = office.visitor()
    await signIn(guesser, account)
    await guesser.post('/sign-in/code', { code: '111111' })
    await office.application.accounts.background.settled()
    const page = await visitor.get('/account/events')
    expect(page.text).toContain('Nekad inloggning med kod')
    expect(page.text).toContain('Det andra steget slogs på')
    expect(page.text).toContain('En gång har någon nekats')
  })

  it('cannot be had without the password', async () => {
    const page = await office.visitor().post('/sign-in/code', { code: '123456' })
    expect(page.leadsTo).toBe('/sign-in?notice=startAgain')
  })
})

describe('renewing and removing', () => {
  it('makes new back-up codes, and the old ones stop working', async () => {
    const { account, visitor, backupCodes } = await withSecondStep()
    const page = await visitor.post('/account/second-step', { intent: 'renew', password: account.password })
    expect(page.text).toContain('Spara reservkoderna')
    const lost = office.visitor()
    await signIn(lost, account)
    const old = await lost.post('/sign-in/code?kind=backup', { kind: 'backup', code: backupCodes[0] ?? '' })
    expect(old.status).toBe(422)
  })

  it('is removed with the password, and only with it', async () => {
    const { account, visitor } = await withSecondStep()
    const wrong = await visitor.post('/account/second-step', {
      intent: 'off',
      password: 'inte mitt lösenord',
    })
    expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('inte ditt nuvarande') })
    const off = await visitor.post('/account/second-step', { intent: 'off', password: account.password })
    expect(off.text).toContain('Det andra steget är borttaget.')
    expect((await signIn(office.visitor(), account)).leadsTo).toBe('/account')
    // A session that has shown one factor only must not keep what two give.
    expect(await sessionsOf(account.id)).not.toContainEqual(expect.objectContaining({ secondFactor: true }))
  })

  it('is removed with a code by those who have no password', async () => {
    const { account, visitor, secret } = await withSecondStep()
    await office.application.database.owner
      .deleteFrom('account.account')
      .where('userId', '=', account.id)
      .execute()
    const wrong = await visitor.post('/account/second-step', { intent: 'off', code: '000000' })
    expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('Koden stämmer inte') })
    const off = await visitor.post('/account/second-step', { intent: 'off', code: await codeFor(secret) })
    expect(off.text).toContain('Det andra steget är borttaget.')
  })
})
