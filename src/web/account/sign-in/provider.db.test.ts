import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createServer, type AddressInfo } from 'node:net'
import {
  codeFor,
  isSignedIn,
  makeAccount,
  signIn,
  turnOnSecondStep,
} from '../../../../tests/support/accounts.ts'
import { IdentityProvider } from '../../../../tests/support/identity-provider.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import type { Visitor } from '../../../../tests/support/visitor.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'

let office: WebOffice
let north: TestOrganisation
let provider: IdentityProvider

beforeAll(async () => {
  provider = new IdentityProvider(await freePort())
  // The provider is down when the office starts.
  office = await openWebOffice({
    OIDC_NAME: 'Förbundet',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'kansli',
    OIDC_CLIENT_SECRET: 'a secret',
  })
  north = await office.organisation('Norra distriktet')
})
afterEach(() => provider.stop())
afterAll(() => office.close())

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** Goes to the provider and back, as a browser does. */
async function byProvider(visitor: Visitor, back = '/account') {
  const away = await visitor.get(`/sign-in/provider?back=${encodeURIComponent(back)}`)
  if (!away.leadsTo?.startsWith(provider.issuer)) return away
  return visitor.get(provider.comeBack(away.leadsTo))
}

describe('signing in by an identity provider', () => {
  it('says so when the provider does not answer, and lets others in meanwhile', async () => {
    const visitor = office.visitor()
    expect((await visitor.get('/sign-in')).text).toContain('Logga in med Förbundet')
    const away = await byProvider(visitor)
    expect(away.leadsTo).toBe('/sign-in?error=provider_not_found&back=%2Faccount')
    expect((await visitor.get(away.leadsTo!)).text).toContain('Förbundet svarar inte just nu')
    expect((await signIn(visitor, await makeAccount(office.application, north))).status).toBe(302)
  })

  it('works when the provider comes up after the office', async () => {
    const ada = await makeAccount(office.application, north)
    expect((await byProvider(office.visitor())).leadsTo).toContain('error=provider_not_found')
    await provider.start()
    provider.claims = { sub: ada.id, email: ada.email, email_verified: true, name: ada.name }
    const visitor = office.visitor()
    const back = await byProvider(visitor, '/account/sessions')
    expect(back.leadsTo).toBe('/sign-in/next?back=%2Faccount%2Fsessions')
    expect((await visitor.get(back.leadsTo!)).leadsTo).toBe('/account/sessions')
    expect(await isSignedIn(visitor)).toBe(true)
    expect((await visitor.get('/account/events')).text).toContain('Inloggning genom inloggningstjänst')
  })

  it('makes no accounts, and says the same when the provider vouches for nobody', async () => {
    await provider.start()
    const ada = await makeAccount(office.application, north)
    const { owner } = office.application.database
    const before = await owner.selectFrom('account.user').select('id').execute()
    const pages = []
    for (const claims of [
      { sub: 'new', email: 'nobody@example.org', email_verified: true, name: 'Nobody' },
      { sub: 'unproven', email: ada.email, email_verified: false, name: ada.name },
    ]) {
      provider.claims = claims
      const visitor = office.visitor()
      const back = await byProvider(visitor)
      expect(back.leadsTo).toMatch(/^\/sign-in\?/)
      pages.push((await visitor.get(back.leadsTo!)).text)
      expect(await isSignedIn(visitor)).toBe(false)
    }
    expect(pages[0]).toContain('Inloggningen hos Förbundet gick inte att använda här')
    expect(pages[1]).toBe(pages[0])
    expect(await owner.selectFrom('account.user').select('id').execute()).toHaveLength(before.length)
  })

  it('asks for the second step of those who have one', async () => {
    await provider.start()
    const ada = await makeAccount(office.application, north)
    const own = office.visitor()
    await signIn(own, ada)
    const { secret } = await turnOnSecondStep(own, ada)
    provider.claims = { sub: ada.id, email: ada.email, email_verified: true, name: ada.name }
    const visitor = office.visitor()
    const back = await byProvider(visitor)
    expect((await visitor.get(back.leadsTo!)).leadsTo).toBe('/sign-in/code?back=%2Faccount')
    expect(await isSignedIn(visitor)).toBe(false)
    await visitor.post('/sign-in/code', { code: await codeFor(secret) })
    expect(await isSignedIn(visitor)).toBe(true)
  })

  it('does not let somebody come back with another’s answer', async () => {
    await provider.start()
    const ada = await makeAccount(office.application, north)
    provider.claims = { sub: ada.id, email: ada.email, email_verified: true, name: ada.name }
    const attacker = office.visitor()
    const away = await attacker.get('/sign-in/provider')
    const victim = office.visitor()
    await victim.get(provider.comeBack(away.leadsTo!))
    expect(await isSignedIn(victim)).toBe(false)
  })
})

describe('without an identity provider', () => {
  it('there is no such address', async () => {
    const plain = await openWebOffice()
    await plain.organisation()
    expect((await plain.visitor().get('/sign-in/provider')).status).toBe(404)
    await plain.close()
  })
})
