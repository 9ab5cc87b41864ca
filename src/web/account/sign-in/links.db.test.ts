import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  goodPassword,
  isSignedIn,
  linkIn,
  mailTo,
  makeAccount,
  signIn,
} from '../../../../tests/support/accounts.ts'
import { makePasswordLink } from '#platform/access/index.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'

let office: WebOffice
let north: TestOrganisation

beforeAll(async () => {
  office = await openWebOffice()
  north = await office.organisation('Norra distriktet')
})
afterAll(() => office.close())

const account = (options = {}) => makeAccount(office.application, north, options)
const tokenOf = (link: string) => new URL(link, office.url).searchParams.get('token') ?? ''

async function linkFor(email: string, page = '/sign-in/by-link', back = '/') {
  await office.visitor().post(page, { email, back })
  return linkIn(await mailTo(office.application, email))
}

describe('a link to sign in by', () => {
  it('is mailed in the name of the organisation, and signs in by its button', async () => {
    const ada = await account()
    const asking = office.visitor()
    const asked = await asking.post('/sign-in/by-link', { email: ada.email.toUpperCase(), back: '/account' })
    expect(asked.text).toContain('är en länk på väg')
    const mail = await mailTo(office.application, ada.email)
    expect(mail?.subject).toMatch(/^Logga in på Norra distriktet/)
    expect(mail?.text).toContain('Hej Ada Exempelström!')
    const link = linkIn(mail)
    const opening = office.visitor()
    expect((await opening.get(link)).text).toContain('Tryck på knappen')
    const done = await opening.post('/sign-in/link', { token: tokenOf(link), back: '/account' })
    expect(done).toMatchObject({ status: 302, leadsTo: '/account' })
    expect(await isSignedIn(opening)).toBe(true)
    expect(await isSignedIn(asking)).toBe(false)
  })

  it('is not used up by being opened, however often: programs that look through mail do that', async () => {
    const link = await linkFor((await account()).email)
    const scanner = office.visitor()
    for (let times = 0; times < 3; times++) expect((await scanner.get(link)).status).toBe(200)
    expect(await isSignedIn(scanner)).toBe(false)
    const reader = office.visitor()
    await reader.post('/sign-in/link', { token: tokenOf(link) })
    expect(await isSignedIn(reader)).toBe(true)
  })

  it('works once', async () => {
    const link = await linkFor((await account()).email)
    await office.visitor().post('/sign-in/link', { token: tokenOf(link) })
    const again = office.visitor()
    const page = await again.post('/sign-in/link', { token: tokenOf(link) })
    expect(page).toMatchObject({ status: 410, text: expect.stringContaining('Länken fungerar inte längre') })
    expect(await isSignedIn(again)).toBe(false)
  })

  it('works for one of two who press at the same moment', async () => {
    const link = await linkFor((await account()).email)
    const two = [office.visitor(), office.visitor()]
    const pages = await Promise.all(
      two.map((visitor) => visitor.post('/sign-in/link', { token: tokenOf(link) })),
    )
    expect(pages.map((page) => page.status).sort()).toEqual([302, 410])
  })

  it('does not work when it is older than a quarter of an hour', async () => {
    const ada = await account()
    const link = await linkFor(ada.email)
    await office.application.database.owner
      .updateTable('account.verification')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('value', 'like', `%${ada.email}%`)
      .execute()
    const page = await office.visitor().post('/sign-in/link', { token: tokenOf(link) })
    expect(page.status).toBe(410)
  })

  it('stands nowhere in the database in a form that could be used', async () => {
    const ada = await account()
    const token = tokenOf(await linkFor(ada.email))
    const rows = await office.application.database.owner
      .selectFrom('account.verification')
      .selectAll()
      .execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('is written in the language of the account, else of whoever asked', async () => {
    const ada = await account()
    const asking = office.visitor()
    asking.language = 'en'
    await asking.post('/sign-in/by-link', { email: ada.email })
    expect((await mailTo(office.application, ada.email))?.subject).toMatch(/^Sign in to/)
    const { owner } = office.application.database
    await owner.updateTable('account.user').set({ language: 'sv' }).where('id', '=', ada.id).execute()
    await asking.post('/sign-in/by-link', { email: ada.email })
    expect((await mailTo(office.application, ada.email))?.subject).toMatch(/^Logga in på/)
  })

  it('leads back to where the reader was going, and never away', async () => {
    const link = await linkFor((await account()).email, '/sign-in/by-link', '/account/sessions')
    expect(new URL(link, office.url).searchParams.get('back')).toBe('/account/sessions')
    const away = await linkFor((await account()).email, '/sign-in/by-link', 'https://evil.example/')
    expect(new URL(away, office.url).searchParams.get('back')).toBeNull()
  })
})

describe('a link to choose a password by', () => {
  it('gives the account a new password and signs it out everywhere', async () => {
    const ada = await account()
    const before = office.visitor()
    await signIn(before, ada)
    const link = await linkFor(ada.email, '/password/forgotten')
    const reader = office.visitor()
    expect((await reader.get(link)).text).toContain('Minst 12 tecken')
    const fields = { token: tokenOf(link), password: 'helt ny kaffekopp' }
    const done = await reader.post(link, fields)
    expect(done.leadsTo).toBe('/sign-in?notice=passwordChosen')
    expect(await isSignedIn(before)).toBe(false)
    expect((await signIn(office.visitor(), ada)).status).toBe(422)
    expect((await signIn(reader, { ...ada, password: fields.password })).status).toBe(302)
    const again = await office
      .visitor()
      .post('/password/choose', { ...fields, password: 'ännu en kaffekopp' })
    expect(again.status).toBe(410)
  })

  it('is made at the machine for somebody who is locked out where no mail is sent', async () => {
    const ada = await account()
    const { application } = office
    const { link } = await application.call(makePasswordLink, { email: ada.email }, north.operator)
    const path = link.slice(office.url.length)
    await office.visitor().post(path, { token: tokenOf(path), password: 'ännu en kaffekopp' })
    expect((await signIn(office.visitor(), { ...ada, password: 'ännu en kaffekopp' })).status).toBe(302)
    const nobody = application.call(makePasswordLink, { email: 'ingen@example.org' }, north.operator)
    await expect(nobody).rejects.toMatchObject({ code: 'notFound' })
    const owner = await north.person(['owner'])
    const byOwner = application.call(makePasswordLink, { email: ada.email }, owner)
    await expect(byOwner).rejects.toMatchObject({ code: 'roleRequired' })
  })

  it('gives a password to an account that had none', async () => {
    const ada = await account({ password: '' })
    const link = await linkFor(ada.email, '/password/forgotten')
    await office.visitor().post('/password/choose', { token: tokenOf(link), password: goodPassword })
    expect((await signIn(office.visitor(), { ...ada, password: goodPassword })).status).toBe(302)
  })

  it.each([
    ['kort', 'minst 12 tecken'],
    ['Sommaren2026!', 'bland de första som andra gissar'],
    ['Ada Exempelström', 'sådant som andra vet om dig'],
  ])('refuses %s, and can be used again after', async (password, said) => {
    const ada = await account()
    const link = await linkFor(ada.email, '/password/forgotten')
    const token = tokenOf(link)
    const refused = await office.visitor().post(link, { token, password })
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining(said) })
    const accepted = await office.visitor().post(link, { token, password: goodPassword })
    expect(accepted.status).toBe(302)
  })
})

const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!

describe.each(['/sign-in/by-link', '/password/forgotten'])('%s', (page) => {
  it('says the same whether there is such an account or not', async () => {
    const ada = await account()
    const known = await office.visitor().post(page, { email: ada.email })
    const unknown = await office.visitor().post(page, { email: 'okand@example.org' })
    expect(unknown.status).toBe(200)
    expect(unknown.html).toBe(known.html)
    expect(await mailTo(office.application, 'okand@example.org')).toBeUndefined()
    expect(await mailTo(office.application, ada.email)).toBeDefined()
  })

  it('takes as long whether there is such an account or not', async () => {
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 12; round++) {
      const { email } = await account()
      const ask = (address: string) => office.visitor().post(page, { email: address })
      const unknown = () => ask(`okand-${page.length}-${round}@example.org`)
      // Turn about, and nothing left over from the one before.
      const inTurn = round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
      for (const which of inTurn) {
        await office.application.accounts.background.settled()
        times[which].push((await (which === 'known' ? ask(email) : unknown())).took)
      }
    }
    const [known, unknown] = [median(times.known), median(times.unknown)]
    // What is left is the rendering of the same page; writing a mail would stand out above it.
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) / 2)
  })

  it('mails at most three in a quarter of an hour to one address, known or not', async () => {
    const ada = await account()
    for (const email of [ada.email, `saknas${page.length}@example.org`]) {
      const statuses = []
      for (let times = 0; times < 4; times++) {
        statuses.push((await office.visitor().post(page, { email })).status)
      }
      expect(statuses).toEqual([200, 200, 200, 429])
    }
  })

  it('asks for something that could be an address', async () => {
    const answer = await office.visitor().post(page, { email: 'ada' })
    expect(answer).toMatchObject({ status: 422, text: expect.stringContaining('namn@example.org') })
  })
})
