import { describe, expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')
/** A member has a phone, and the page needs no scripts. */
const phone = { width: 390, scripts: false }

describe('a member on the own page', () => {
  it('moves to another association, and finds the old one among the earlier', async () => {
    const page = await office.enter('member', phone)
    await page.goto(`${office.url}/me`)
    const memberships = page.locator('#memberships')
    const before = await memberships.getByRole('listitem').first().locator('strong').textContent()
    await memberships.getByText('Flytta till en annan förening').click()
    await memberships.getByLabel('Flytta till').selectOption({ label: 'Ängspåhitts förening' })
    await memberships.getByRole('button', { name: 'Flytta mig' }).click()
    await page.getByText('Du har flyttat.').waitFor()
    expect(await memberships.getByRole('listitem').first().textContent()).toMatch(
      /^Ängspåhitts förening Medlem.*Hemenhet/,
    )
    await memberships.getByText('Tidigare medlemskap').click()
    expect(await memberships.getByRole('listitem').last().textContent()).toContain(before)
    expect(await faultsOf(page)).toEqual([])
  })

  it('agrees to something and takes it back, and reads that both happened', async () => {
    const page = await office.enter('member', phone)
    await page.goto(`${office.url}/me`)
    const consents = page.locator('#consents')
    const offered = consents
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^Jag samtycker/ }) })
    const words = (await offered.first().locator('blockquote').textContent())!
    await consents.getByRole('button', { name: `Jag samtycker: ${words}` }).click()
    await page.getByText('Tack, ditt samtycke är sparat.').waitFor()
    await consents.getByRole('button', { name: `Ta tillbaka: ${words}` }).click()
    await page.getByText('Samtycket är tillbakataget.').waitFor()
    await consents.getByRole('button', { name: `Jag samtycker: ${words}` }).waitFor()
    await consents.getByText('Tidigare samtycken').click()
    expect(await consents.locator('details').textContent()).toContain(words)
    expect(await faultsOf(page)).toEqual([])
  })

  it('asks to be erased; a registrar says why not, and the member reads it', async () => {
    const page = await office.enter('member', phone)
    await page.goto(`${office.url}/me`)
    await page.getByText('Begär att bli raderad').click()
    await page.getByLabel('Något du vill säga').fill('Jag går vidare.')
    await page.getByRole('button', { name: 'Skicka begäran' }).click()
    await page.getByText('Du har begärt att bli raderad').waitFor()

    const desk = await office.enter('registrar', { width: 1280 })
    await desk.goto(`${office.url}/people/erasures`)
    expect(await desk.locator('main').textContent()).toContain('Jag går vidare.')
    await desk.getByText('Avslå', { exact: true }).click()
    await desk.getByLabel('Skäl').fill('Uppdraget redovisas till årsmötet först.')
    await desk.getByRole('button', { name: 'Avslå begäran' }).click()
    await desk.getByText('Svaret står på personens egen sida.').waitFor()
    expect(await faultsOf(desk)).toEqual([])

    await page.goto(`${office.url}/me`)
    await page.getByText('Uppdraget redovisas till årsmötet först.').waitFor()
    await page.goto(`${office.url}/me/readings`)
    expect(await page.getByRole('region').textContent()).toMatch(/avslog en begäran om radering/)
    expect(await faultsOf(page)).toEqual([])
  })
})
