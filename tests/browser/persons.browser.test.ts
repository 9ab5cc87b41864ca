import { describe, expect, it } from 'vitest'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')

describe('the one who keeps the register, at a desk', () => {
  it('finds a person, changes the address, adds a tag and a note, and reads it in the timeline', async () => {
    const page = await office.enter('registrar', { width: 1280 })
    await page.goto(`${office.url}/people`)
    const first = page.getByRole('table').getByRole('link').first()
    const name = await first.innerText()
    await page.getByLabel('Sök').fill(name.toUpperCase())
    await page.getByRole('button', { name: 'Visa', exact: true }).click()
    await page.getByRole('link', { name, exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name }).waitFor()

    const contact = page.locator('#contact')
    await contact.getByText('Lägg till adress').click()
    const form = contact
      .locator('form')
      .filter({ has: page.getByLabel('Gata') })
      .last()
    await form.getByLabel('Gata').fill('Påhittsgatan 3')
    await form.getByLabel('Postnummer').fill('123')
    await form.getByLabel('Ort').fill('Exempelby')
    await form.getByRole('button', { name: 'Lägg till' }).click()
    // What was wrong is said where it stands, and nothing has to be written again.
    await contact.getByText('Ett svenskt postnummer har fem siffror', { exact: false }).waitFor()
    const again = contact
      .locator('form')
      .filter({ has: page.getByLabel('Gata') })
      .last()
    expect(await again.getByLabel('Gata').inputValue()).toBe('Påhittsgatan 3')
    await again.getByLabel('Postnummer').fill('12345')
    await again.getByRole('button', { name: 'Lägg till' }).click()
    await page.getByText('Kontaktvägen är tillagd.').waitFor()
    await contact.getByText('Påhittsgatan 3, 123 45 Exempelby').first().waitFor()

    const tags = page.locator('#tags')
    const chosen = await tags.getByLabel('Ny etikett').locator('option').first().innerText()
    await tags.getByRole('button', { name: 'Lägg till' }).click()
    await page.getByText('Etiketten är satt.').waitFor()

    await page.getByText('Skriv en anteckning').click()
    await page.getByLabel('Anteckning', { exact: true }).fill('Vill vara med på torget.')
    await page.getByRole('button', { name: 'Spara anteckningen' }).click()
    await page.locator('#notes').getByText('Vill vara med på torget.').waitFor()

    const timeline = await page.locator('#timeline').innerText()
    expect(timeline).toContain('Ny adress: Påhittsgatan 3, 123 45 Exempelby.')
    expect(timeline).toContain(`Fick etiketten ${chosen.replace(/ \([^)]*\)$/, '')}.`)
    expect(timeline).toContain('En anteckning skrevs.')
  })
})
