import { describe, expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')
const address = '/budget/region-stockholm-2025/check/own?subject=printed'

/** How many findings are open, by the page's own word. */
const openIn = (heading: string | null) => Number(/\d+/.exec(heading ?? '')?.[0])

// Everything here is done without scripts: the page has none.
describe('the findings', () => {
  it('lead to the cells they are about, and those to the line they were printed on', async () => {
    const page = await office.enter('secretary', { width: 1280 })
    await page.goto(office.url + '/')
    await page.getByRole('link', { name: 'Gå igenom fynden' }).click()
    const finding = page
      .locator('article, section, div')
      .filter({ has: page.getByRole('heading', { level: 3 }) })
    expect(await finding.count()).toBeGreaterThan(0)
    const table = page.getByRole('region', { name: /^Anslag mot sammanställningen/ }).first()
    const row = table.getByRole('row').nth(1)
    const printed = (await row.getByRole('cell').nth(1).textContent())!.trim()
    expect(printed).toMatch(/^−?[\d\s]+,\d$/)
    await row.getByRole('link').first().click()
    const place = decodeURIComponent(new URL(page.url()).hash.slice(1))
    expect(place).not.toBe('')
    const there = page.locator(`[id="${place}"]`)
    await there.waitFor()
    expect((await there.textContent())!.replaceAll(/\s/g, ' ')).toContain(printed.replaceAll(/\s/g, ' '))
  })

  it('are accepted with a note, and opened again', async () => {
    const page = await office.enter('secretary')
    await page.goto(office.url + address)
    const headline = page.getByRole('heading', { name: /öppna fynd/ })
    const before = openIn(await headline.textContent())
    const accept = page.locator('details', { hasText: 'Godta fyndet' }).last()
    const card = accept.locator('form')
    await accept.getByText('Godta med en anteckning').click()
    // Without a reason it is not taken: the browser asks for one.
    await card.getByRole('button').click()
    expect(
      await card.getByRole('textbox').evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing),
    ).toBe(true)
    await card.getByRole('textbox').fill('Avrundat för hand i tryckeriet.')
    await card.getByRole('button').click()
    await page.getByRole('heading', { name: new RegExp(`^${before - 1} öppna fynd`) }).waitFor()

    await page.getByRole('link', { name: 'Godtagna' }).click()
    await page.getByText('Avrundat för hand i tryckeriet.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const accepted = page.locator('form', { hasText: 'Avrundat för hand i tryckeriet.' })
    await accepted.getByRole('button', { name: 'Öppna igen' }).click()
    await page.getByText('Avrundat för hand i tryckeriet.').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Fynd', exact: true }).click()
    await page.getByRole('heading', { name: new RegExp(`^${before} öppna fynd`) }).waitFor()
  })

  it('can be read but not accepted by who may only read', async () => {
    const page = await office.enter('board')
    await page.goto(office.url + address)
    await page.getByRole('heading', { name: /öppna fynd/ }).waitFor()
    expect(await page.getByText('Godta med en anteckning').count()).toBe(0)
  })
})
