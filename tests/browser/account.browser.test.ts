import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { codeFor } from '../support/accounts.ts'
import { faultsOf, troublesOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('unset')
const { open } = office

const owner = { email: 'ada@example.org', password: 'tretton gröna tåg' }

async function signIn(page: Page, { email, password } = owner) {
  await page.goto(`${office.url}/sign-in?back=/account`)
  await page.getByLabel('E-post').fill(email)
  await page.getByLabel('Lösenord').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click()
}

const headed = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** Presses Tab until what is focused has this accessible name. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? ''
    })
    if (focused.trim() === name) return
  }
  throw new Error(`Nothing called ${name} was reached by Tab.`)
}

describe('taking the system into use', () => {
  it('is done on a phone without scripts, by the link that was printed', async () => {
    const page = await open()
    await page.goto(`${office.url}/set-up`)
    await headed(page, 'Skriv koden')
    expect(await faultsOf(page)).toEqual([])
    await page.goto(`${office.url}${office.setUpPath}`)
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Namn', { exact: true }).fill('Norra distriktet')
    await page.getByLabel('Vad är den?').fill('distrikt')
    await page.getByLabel('Grön').check()
    await page.getByLabel('Ditt namn').fill('Ada Exempelström')
    await page.getByLabel('Din e-post').fill(owner.email)
    await page.getByLabel('Lösenord').fill('Sommaren2026!')
    await page.getByRole('button', { name: 'Skapa organisationen' }).click()
    await page.getByText('bland de första som andra gissar').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Lösenord').fill(owner.password)
    await page.getByRole('button', { name: 'Skapa organisationen' }).click()
    await headed(page, 'Klart! Välkommen till Norra distriktet')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Bjud in de andra' }).click()
    await headed(page, 'Tillgång')
  })
})

describe('signing in', () => {
  it('is done with the keyboard alone', async () => {
    const page = await open()
    await page.goto(`${office.url}/sign-in?back=/account`)
    await tabTo(page, 'E-post')
    await page.keyboard.type(owner.email)
    await tabTo(page, 'Lösenord')
    await page.keyboard.type(owner.password)
    await tabTo(page, 'Logga in')
    await Promise.all([page.waitForURL('**/account'), page.keyboard.press('Enter')])
    await headed(page, 'Mitt konto')
    expect(await page.getByText(`Inloggad som ${owner.email}.`).isVisible()).toBe(true)
  })

  it('ties what went wrong to the field it is about', async () => {
    const page = await open()
    await signIn(page, { ...owner, password: 'alldeles fel lösenord' })
    const field = page.getByLabel('Lösenord')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = (await field.getAttribute('aria-describedby')) ?? ''
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('hör inte ihop')
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('without scripts', () => {
  it('a second step is added, used and removed', async () => {
    const page = await open()
    await signIn(page)
    await page.getByRole('link', { name: 'Andra steget' }).click()
    await page.getByLabel('Ditt lösenord').fill(owner.password)
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByRole('img', { name: 'Bild att läsa av' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    const uri = await page.locator('[name=uri]').inputValue()
    const secret = decoded(new URL(uri).searchParams.get('secret') ?? '')
    await page.getByLabel('Koden som appen visar').fill(await codeFor(secret, -1))
    await page.getByRole('button', { name: 'Slå på' }).click()
    await page.getByRole('heading', { name: 'Spara reservkoderna' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Jag har sparat dem' }).click()
    expect(await faultsOf(page)).toEqual([])

    const other = await open()
    await signIn(other)
    await headed(other, 'Skriv koden')
    await other.getByLabel('Kod', { exact: true }).fill(await codeFor(secret))
    await other.getByRole('button', { name: 'Fortsätt' }).click()
    await headed(other, 'Mitt konto')

    await page.getByLabel('Ditt lösenord').last().fill(owner.password)
    await page.getByRole('button', { name: 'Ta bort det andra steget' }).click()
    await page.getByText('Det andra steget är borttaget.').waitFor()
  })

  it('somebody is invited, answers, and is seen', async () => {
    const page = await open({ width: 1280 })
    await signIn(page)
    await page.goto(`${office.url}/system/access`)
    const form = page.getByRole('region', { name: 'Bjud in någon' }).or(page.locator('#invite'))
    await form.getByLabel('Namn').fill('Bo Exempelgren')
    await form.getByLabel('E-post').fill('bo@example.org')
    await form.getByLabel('Roll').selectOption({ label: 'Revisor' })
    await form.getByRole('button', { name: 'Skicka inbjudan' }).click()
    expect(await faultsOf(page)).toEqual([])
    const link = await page.locator('code').first().textContent()

    const guest = await open()
    await guest.goto(link ?? '')
    expect(await faultsOf(guest)).toEqual([])
    await guest.getByLabel('Välj ett lösenord').fill('fjorton blåa bussar')
    await guest.getByRole('button', { name: 'Ta emot inbjudan' }).click()
    await guest.goto(`${office.url}/account`)
    await guest.getByText('Inloggad som bo@example.org.').waitFor()

    await page.goto(`${office.url}/system/access`)
    const row = page.getByRole('row', { name: /Bo Exempelgren/ })
    expect(await row.textContent()).toContain('Revisor')
    await row.getByRole('link', { name: 'Avsluta Revisor för Bo Exempelgren' }).click()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Avsluta', exact: true }).click()
    await page.getByText('Rollen är avslutad.').waitFor()
    await guest.goto(`${office.url}/account`)
    await guest.getByText('Du har ingen uppgift i organisationen just nu.').waitFor()
  })

  it('one is signed out elsewhere at once', async () => {
    const here = await open()
    const there = await open()
    await signIn(here)
    await signIn(there)
    await here.goto(`${office.url}/account/sessions`)
    await here.getByRole('button', { name: 'Logga ut alla andra' }).click()
    await there.goto(`${office.url}/account`)
    await headed(there, 'Logga in')
    expect(await there.getByText('Logga in med lösennyckel').isVisible()).toBe(false)
  })
})

/** A device of the tests' own that keeps passkeys, and asks its owner or does not. */
async function authenticator(page: Page, isUserVerified = true): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  })
  return session
}

describe('a passkey', () => {
  it('is added, named, used to sign in by, and removed', async () => {
    const page = await open({ scripts: true })
    const troubles = troublesOf(page, office.url)
    await signIn(page)
    await page.waitForURL('**/account')
    await authenticator(page)
    await page.goto(`${office.url}/account/passkeys`)
    await page.getByLabel('Kalla den').fill('Telefonen')
    await page.getByRole('button', { name: 'Lägg till en lösennyckel' }).click()
    await page.getByRole('button', { name: 'Ta bort Telefonen' }).waitFor()
    expect(await faultsOf(page)).toEqual([])

    await page.context().clearCookies()
    await page.goto(`${office.url}/sign-in?back=/account/sessions`)
    await Promise.race([
      page.waitForURL('**/account/sessions'),
      page
        .getByRole('button', { name: 'Logga in med lösennyckel' })
        .click()
        .then(() => page.waitForURL('**/account/sessions')),
    ])
    // One passkey has shown two factors.
    await page.getByText('Två steg').waitFor()

    await page.goto(`${office.url}/account/passkeys`)
    await page.getByText('Byt namn').click()
    await page.getByLabel('Nytt namn på Telefonen').fill('Nya telefonen')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByRole('button', { name: 'Ta bort Nya telefonen' }).click()
    await page.getByText('Inga lösennycklar ännu').waitFor()
    await page.goto(`${office.url}/account/events`)
    for (const event of [
      'En lösennyckel lades till',
      'Inloggning med lösennyckel',
      'En lösennyckel togs bort',
    ]) {
      await page.getByText(event).first().waitFor()
    }
    expect(troubles).toEqual([])
  })

  it('is refused when the device has not asked its owner', async () => {
    const page = await open({ scripts: true })
    await signIn(page)
    await page.waitForURL('**/account')
    await authenticator(page, false)
    await page.goto(`${office.url}/account/passkeys`)
    await page.getByRole('button', { name: 'Lägg till en lösennyckel' }).click()
    await page.getByText('Lösennyckeln lades inte till.').waitFor()
    await page.reload()
    await page.getByText('Inga lösennycklar ännu').waitFor()
    expect(await page.getByRole('button', { name: /^Ta bort/ }).count()).toBe(0)
  })

  it('is not offered at an address where it would not work', async () => {
    const page = await open({ scripts: true })
    await page.goto(`${office.url.replace('localhost', '127.0.0.1')}/sign-in`)
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('button', { name: 'Logga in med lösennyckel' }).isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Få en länk med e-post' }).waitFor()
  })

  it('takes one small script, and no other page any', async () => {
    const page = await open({ scripts: true })
    const scripts = new Map<string, number>()
    page.on('response', async (response) => {
      if (response.request().resourceType() !== 'script') return
      scripts.set(new URL(response.url()).pathname, (await response.body()).length)
    })
    await page.goto(`${office.url}/sign-in`, { waitUntil: 'networkidle' })
    expect([...scripts.keys()]).toEqual(['/scripts/passkey.js'])
    expect(scripts.get('/scripts/passkey.js')).toBeLessThan(8_000)
    scripts.clear()
    await page.goto(`${office.url}/sign-in/by-link`, { waitUntil: 'networkidle' })
    expect([...scripts.keys()]).toEqual([])
  })
})

/** The key as the sign-in holds it, from the base32 that an app reads. */
function decoded(base32: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32].map((each) => alphabet.indexOf(each).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString('utf8')
}
