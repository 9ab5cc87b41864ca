import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSignedIn, linkIn, mailTo, makeAccount, signIn } from '../../../../tests/support/accounts.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import type { Visitor } from '../../../../tests/support/visitor.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'

let office: WebOffice
let north: TestOrganisation

beforeAll(async () => {
  office = await openWebOffice()
  north = await office.organisation('Norra distriktet')
})
afterAll(() => office.close())

async function signedIn(options = {}) {
  const account = await makeAccount(office.application, north, options)
  const visitor = office.visitor()
  await signIn(visitor, account)
  return { account, visitor }
}

const sessionsIn = async (visitor: Visitor) =>
  [...(await visitor.get('/account/sessions')).html.matchAll(/name="session" value="([^"]+)"/g)].map(
    (match) => match[1]!,
  )

const paths = ['', '/password', '/second-step', '/passkeys', '/sessions', '/keys', '/events']

describe('the own account', () => {
  it.each(paths)('/account%s is shown to those who are signed in, in both languages', async (path) => {
    const { visitor } = await signedIn()
    for (const language of ['sv', 'en']) {
      visitor.language = language
      const page = await visitor.get(`/account${path}`)
      expect(page.status).toBe(200)
      expect(page.html).toContain(`<html lang="${language}"`)
      expect(page.html).not.toMatch(/ style=/)
    }
  })

  it.each(paths)('/account%s shows others the way to sign in, and back', async (path) => {
    const page = await office.visitor().get(`/account${path}?x=1`)
    expect(page.leadsTo).toBe(`/sign-in?back=${encodeURIComponent(`/account${path}?x=1`)}`)
  })

  it('changes name and language, for the pages and for the account', async () => {
    const { account, visitor } = await signedIn()
    const saved = await visitor.post('/account?index', { name: '  Ada Ny  ', language: 'en' })
    expect(saved.leadsTo).toBe('/account?saved')
    const page = await visitor.get('/account?saved')
    expect(page.text).toContain('Saved.')
    expect(page.html).toContain('value="Ada Ny"')
    const elsewhere = office.visitor()
    await signIn(elsewhere, account)
    expect((await elsewhere.get('/account')).text).toContain('About you')
  })

  it('refuses an empty name', async () => {
    const { visitor } = await signedIn()
    const page = await visitor.post('/account?index', { name: ' ', language: 'sv' })
    expect(page).toMatchObject({ status: 422, text: expect.stringContaining('Det här måste fyllas i.') })
  })

  it('chooses among the own organisations, and only those', async () => {
    const { account, visitor } = await signedIn()
    const south = await office.organisation('Södra distriktet')
    const { owner } = office.application.database
    const grant = await owner
      .selectFrom('organisation.role_grant')
      .selectAll()
      .where('user_id', '=', account.id)
      .executeTakeFirstOrThrow()
    await owner
      .insertInto('organisation.role_grant')
      .values({ ...grant, organisation_id: south.id, unit_id: south.unitId })
      .execute()
    const { slug } = await owner
      .selectFrom('organisation.organisation')
      .select('slug')
      .where('id', '=', south.id)
      .executeTakeFirstOrThrow()
    await visitor.post('/account?index', { intent: 'organisation', organisation: slug })
    expect((await visitor.get('/account')).text).toContain('Södra distriktet')
    const other = office.visitor()
    await signIn(other, await makeAccount(office.application, north))
    expect((await other.post('/account?index', { intent: 'organisation', organisation: slug })).status).toBe(
      404,
    )
  })
})

describe('the password', () => {
  it('is changed with the old one, tells how strong it is, and signs out everywhere else', async () => {
    const { account, visitor } = await signedIn()
    const elsewhere = office.visitor()
    await signIn(elsewhere, account)
    const fields = { current: account.password, password: 'kaffe vid bryggan ikväll' }
    const page = await visitor.post('/account/password', fields)
    expect(page.text).toContain('Lösenordet är bytt.')
    expect(page.text).toContain('Det nya lösenordet är starkt.')
    expect(await isSignedIn(visitor)).toBe(true)
    expect(await isSignedIn(elsewhere)).toBe(false)
    const again = office.visitor()
    expect((await signIn(again, { ...account, password: fields.password })).status).toBe(302)
  })

  it.each([
    [{ current: 'inte mitt lösenord', password: 'kaffe vid bryggan ikväll' }, 'inte ditt nuvarande lösenord'],
    [{ current: '', password: 'Lösenord2026' }, 'bland de första'],
    [{ current: '', password: 'adaexempelström' }, 'andra vet om dig'],
  ])('is not changed to what is poor, or by who does not know it', async (fields, said) => {
    const { account, visitor } = await signedIn()
    const page = await visitor.post('/account/password', {
      ...fields,
      current: fields.current || account.password,
    })
    expect(page).toMatchObject({ status: 422, text: expect.stringContaining(said) })
    expect((await signIn(office.visitor(), account)).status).toBe(302)
  })

  it('is chosen by a link by those who have none', async () => {
    const { account, visitor } = await signedIn()
    const { owner } = office.application.database
    await owner.deleteFrom('account.account').where('userId', '=', account.id).execute()
    expect((await visitor.get('/account/password')).text).toContain('Kontot har inget lösenord')
    const page = await visitor.post('/account/password', { intent: 'link' })
    expect(page.text).toContain(`En länk är på väg till ${account.email}.`)
    expect(linkIn(await mailTo(office.application, account.email))).toMatch(/^\/password\/choose\?token=/)
  })
})

describe('sessions', () => {
  it('are listed in words, the own one marked', async () => {
    const { account, visitor } = await signedIn()
    const phone = office.visitor()
    await phone.post(
      '/sign-in',
      { email: account.email, password: account.password },
      {
        headers: {
          'user-agent':
            'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Version/26.1 Mobile/15E148 Safari/604.1',
        },
      },
    )
    const page = await visitor.get('/account/sessions')
    expect(page.text).toContain('Firefox på Linux Den här')
    expect(page.text).toContain('Safari på iPhone')
    expect(page.text).toContain(visitor.address.replace(/\d+$/, '…'))
    expect(page.text).not.toContain(`${visitor.address} `)
  })

  it('are ended one by one, at once', async () => {
    const { account, visitor } = await signedIn()
    const phone = office.visitor()
    await signIn(phone, account)
    expect(await isSignedIn(phone)).toBe(true)
    const [first = '', second = ''] = await sessionsIn(visitor)
    const { id: own } = await office.application.database.owner
      .selectFrom('account.session')
      .select('id')
      .where('userId', '=', account.id)
      .orderBy('createdAt')
      .executeTakeFirstOrThrow()
    await visitor.post('/account/sessions', { session: first === own ? second : first })
    // With the very next request, not when some cache has run out.
    expect(await isSignedIn(phone)).toBe(false)
    expect(await isSignedIn(visitor)).toBe(true)
  })

  it('are all ended but this one', async () => {
    const { account, visitor } = await signedIn()
    const others = [office.visitor(), office.visitor()]
    for (const other of others) await signIn(other, account)
    const page = await visitor.post('/account/sessions', { intent: 'others' })
    expect(page.text).toContain('Utloggad på 2 andra ställen.')
    expect(await Promise.all([visitor, ...others].map(isSignedIn))).toEqual([true, false, false])
  })

  it('of others are not there', async () => {
    const { visitor } = await signedIn()
    const victim = await signedIn()
    const [theirs = ''] = await sessionsIn(victim.visitor)
    expect((await visitor.post('/account/sessions', { session: theirs })).status).toBe(404)
    expect(await isSignedIn(victim.visitor)).toBe(true)
  })
})

describe('passkeys of others', () => {
  it('are neither renamed nor removed', async () => {
    const { visitor } = await signedIn()
    const victim = await signedIn()
    const { owner } = office.application.database
    await owner
      .insertInto('account.passkey')
      .values({
        id: 'theirs',
        name: 'Telefonen',
        publicKey: 'x',
        userId: victim.account.id,
        credentialID: 'y',
        counter: 0,
        deviceType: 'singleDevice',
        backedUp: false,
      })
      .execute()
    expect((await visitor.post('/account/passkeys', { intent: 'remove', passkey: 'theirs' })).status).toBe(
      404,
    )
    const fields = { intent: 'rename', passkey: 'theirs', name: 'Min' }
    expect((await visitor.post('/account/passkeys', fields)).status).toBe(404)
    expect((await victim.visitor.get('/account/passkeys')).text).toContain('Telefonen')
    const removed = await victim.visitor.post('/account/passkeys', { intent: 'remove', passkey: 'theirs' })
    expect(removed.text).toContain('Lösennyckeln är borttagen.')
  })
})

describe('events', () => {
  it('of others are not shown', async () => {
    const { visitor } = await signedIn({ name: 'Ada Exempelström' })
    const other = await signedIn({ name: 'Bo Exempelgren' })
    await visitor.post('/account/password', { current: 'fel', password: 'kaffe vid bryggan ikväll' })
    const page = await other.visitor.get('/account/events')
    expect(page.text.match(/Inloggning med lösenord/g)).toHaveLength(1)
    expect(page.text).toContain('Ingen har nekats inloggning')
  })
})
