import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goodPassword, isSignedIn } from '../../../../tests/support/accounts.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'
import { createOrganisation, makeDemoAccounts } from '#modules/organisation/index.ts'
import { operator } from '#platform/access/actor.ts'
import { setUpLimit } from '#platform/auth/limits.ts'
import { newId } from '#platform/identifiers.ts'

let office: WebOffice

beforeEach(async () => {
  office = await openWebOffice()
})
afterEach(() => office.close())

const form = (more = {}) => ({
  code: office.setUpCode ?? '',
  organisationName: 'Norra distriktet',
  unitKind: 'distrikt',
  accentHue: '150',
  ownerName: 'Ada Exempelström',
  ownerEmail: 'ada@example.org',
  password: goodPassword,
  ...more,
})

const organisations = () =>
  office.application.database.owner
    .selectFrom('organisation.organisation')
    .select(['name', 'is_demo', 'accent_hue'])
    .execute()

async function loadDemo() {
  const organisationId = newId()
  const { unitId } = await office.application.call(
    createOrganisation,
    { name: 'Exempeldistriktet', unitKind: 'distrikt', ownerUserId: null, isDemo: true },
    { actor: operator, organisationId, language: 'sv' },
  )
  await makeDemoAccounts(office.application, organisationId, unitId)
}

describe('taking the system into use by the page', () => {
  it('makes the organisation, signs the owner in and says what to do next', async () => {
    const visitor = office.visitor()
    const page = await visitor.get(`/set-up?code=${office.setUpCode}`)
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Skapa organisationen') })
    const done = await visitor.post(`/set-up?code=${office.setUpCode}`, form())
    expect(done.leadsTo).toBe('/set-up/done?strength=fair')
    const next = await visitor.get('/set-up/done?strength=fair')
    expect(next.text).toContain('Välkommen till Norra distriktet')
    expect(next.text).toContain('Lägg till ett andra steg')
    expect(next.text).toContain('Bjud in de andra')
    expect(next.html).toContain('data-hue="150"')
    expect(await isSignedIn(visitor)).toBe(true)
    expect((await visitor.get('/system/access')).text).toContain('Det är bara du än så länge')
  })

  it('takes the code as it is typed: small letters, without hyphens', async () => {
    const typed = (office.setUpCode ?? '').toLowerCase().replaceAll('-', ' ')
    const page = await office.visitor().get(`/set-up?code=${encodeURIComponent(typed)}`)
    expect(page.text).toContain('Skapa organisationen')
  })

  it('shows nobody anything without the code', async () => {
    const visitor = office.visitor()
    const asked = await visitor.get('/set-up')
    expect(asked.text).toContain('Skriv koden')
    expect(asked.text).not.toContain('Skapa organisationen')
    const wrong = await visitor.get('/set-up?code=AAAA-BBBB-CCCC-DDDD')
    expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('Koden stämmer inte') })
    const posted = await visitor.post('/set-up', form({ code: 'AAAA-BBBB-CCCC-DDDD' }))
    expect(posted.status).toBe(422)
    expect(await organisations()).toEqual([])
    // Whoever wants to sign in is shown the same.
    expect((await visitor.get('/sign-in')).leadsTo).toBe('/set-up')
  })

  it('works once', async () => {
    await office.visitor().post('/set-up', form())
    const again = office.visitor()
    const posted = await again.post(
      '/set-up',
      form({ organisationName: 'Andra', ownerEmail: 'b@example.org' }),
    )
    expect(posted).toMatchObject({ status: 410, text: expect.stringContaining('Kansli är redan i bruk') })
    expect((await again.get(`/set-up?code=${office.setUpCode}`)).status).toBe(410)
    expect(await isSignedIn(again)).toBe(false)
    expect(await organisations()).toHaveLength(1)
    await office.restart()
    expect(office.setUpCode).toBeNull()
    expect((await again.get('/set-up')).status).toBe(410)
  })

  it('has a new code after each start, and the old one is worth nothing', async () => {
    const old = office.setUpCode
    await office.restart()
    expect(office.setUpCode).not.toBe(old)
    const visitor = office.visitor()
    expect((await visitor.get(`/set-up?code=${old}`)).status).toBe(422)
    expect((await visitor.post('/set-up', form())).leadsTo).toBe('/set-up/done?strength=fair')
  })

  it('is closed at once when the command line has done it meanwhile', async () => {
    await office.organisation('Norra distriktet')
    const posted = await office.visitor().post('/set-up', form())
    expect(posted.status).toBe(410)
  })

  it('limits the tries from one address, the right code included', async () => {
    const guesser = office.visitor()
    const { limit } = office.application.accounts
    for (let tries = 0; tries < setUpLimit.max; tries++) await limit(`set-up|${guesser.address}`, setUpLimit)
    const page = await guesser.get(`/set-up?code=${office.setUpCode}`)
    expect(page).toMatchObject({ status: 429, text: expect.stringContaining('För många försök') })
    expect((await guesser.post('/set-up', form())).status).toBe(429)
    expect((await office.visitor().get(`/set-up?code=${office.setUpCode}`)).status).toBe(200)
  })

  it('keeps nothing of the code in the database', async () => {
    await office.visitor().get(`/set-up?code=${office.setUpCode}`)
    const { rows } = await office.application.database.pool.query('select * from account.attempt')
    expect(JSON.stringify(rows)).not.toContain(office.setUpCode)
    expect(rows.length).toBeGreaterThan(0)
  })

  it('says at the field what is wrong, and keeps what was written', async () => {
    const visitor = office.visitor()
    const page = await visitor.post(
      `/set-up?code=${office.setUpCode}`,
      form({ ownerEmail: 'ada', password: 'Sommaren2026!', organisationName: '' }),
    )
    expect(page.status).toBe(422)
    expect(page.text).toContain('Skriv en hel e-postadress')
    expect(page.text).toContain('Det här måste fyllas i.')
    expect(page.html).toContain('value="Ada Exempelström"')
    expect(page.html).not.toContain('Sommaren2026!')
    const poor = await visitor.post(`/set-up?code=${office.setUpCode}`, form({ password: 'Sommaren2026!' }))
    expect(poor.text).toContain('bland de första som andra gissar')
    expect(await organisations()).toEqual([])
  })

  it('removes the demo when it is told to, else lets only the owner into it', async () => {
    await loadDemo()
    const visitor = office.visitor()
    expect((await visitor.get(`/set-up?code=${office.setUpCode}`)).text).toContain('Behåll den')
    await visitor.post(`/set-up?code=${office.setUpCode}`, form({ keepDemo: 'yes' }))
    expect((await visitor.get('/account')).text).toContain('Arbeta i')
    expect((await visitor.get('/account')).html).toContain('data-hue="150"')
    // To everybody else the demo is gone.
    const stranger = office.visitor()
    expect((await stranger.post('/demo/role', { role: 'owner' })).status).toBe(404)
    expect((await stranger.get('/sign-in')).text).toContain('Norra distriktet')
  })

  it('removes the demo', async () => {
    await loadDemo()
    await office.visitor().post('/set-up', form({ keepDemo: 'no' }))
    expect(await organisations()).toEqual([{ name: 'Norra distriktet', is_demo: false, accent_hue: 150 }])
  })
})

describe('the demo', () => {
  it('lets a visitor see with everybody’s eyes, one after the other', async () => {
    await loadDemo()
    const visitor = office.visitor()
    for (const [role, name] of [
      ['secretary', 'Disa Provberg'],
      ['auditor', 'Frida Påhittkvist'],
      ['applicant', 'Jorun Påhittdal'],
    ] as const) {
      const entered = await visitor.post('/demo/role', { role, back: '/account' })
      expect(entered.leadsTo).toBe('/account')
      expect((await visitor.get('/account')).text).toContain(name)
    }
    const sessions = await office.application.database.owner
      .selectFrom('account.session')
      .select('secondFactor')
      .execute()
    // The role left behind is left on the server too.
    expect(sessions).toEqual([{ secondFactor: true }])
  })

  it.each([{ role: 'king' }, {}])('does not know the role %j', async (fields) => {
    await loadDemo()
    expect((await office.visitor().post('/demo/role', fields)).status).toBe(404)
  })

  it('is not there in a real organisation, whoever asks', async () => {
    await loadDemo()
    const visitor = office.visitor()
    await visitor.post('/set-up', form({ keepDemo: 'yes' }))
    const role = { role: 'owner' }
    expect((await visitor.post('/demo/role', role)).status).toBe(404)
    expect((await office.visitor().post('/demo/role', role)).status).toBe(404)
    visitor.cookies.set('organisation', 'exempeldistriktet')
    const stranger = office.visitor()
    stranger.cookies.set('organisation', 'exempeldistriktet')
    expect((await stranger.post('/demo/role', role)).status).toBe(404)
    // The owner who has gone over to the demo may.
    expect((await visitor.post('/demo/role', role)).status).toBe(302)
  })

  it('changes nothing of its people’s accounts', async () => {
    await loadDemo()
    const visitor = office.visitor()
    await visitor.post('/demo/role', { role: 'owner', back: '/' })
    expect((await visitor.get('/account')).text).toContain('påhittad persons konto')
    for (const [path, fields] of [
      ['/account?index', { name: 'Någon annan', language: 'en' }],
      ['/account/password', { intent: 'link' }],
      ['/account/second-step', { intent: 'begin' }],
      ['/account/sessions', { intent: 'others' }],
      ['/account/passkeys', { intent: 'remove', passkey: 'x' }],
    ] as const) {
      expect([path, (await visitor.post(path, fields)).status]).toEqual([path, 409])
    }
    const options = await visitor.get('/auth/passkey/generate-register-options')
    expect(options).toMatchObject({ status: 403, text: expect.stringContaining('DEMO_ACCOUNT') })
  })

  it('mails nobody a way in', async () => {
    await loadDemo()
    await office.visitor().post('/sign-in/by-link', { email: 'owner@demo.example.org' })
    await office.visitor().post('/password/forgotten', { email: 'secretary@demo.example.org' })
    await office.application.accounts.background.settled()
    const mails = await office.application.database.owner.selectFrom('mail.message').select('id').execute()
    expect(mails).toEqual([])
  })
})
