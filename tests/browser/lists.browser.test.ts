import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')

/** How many the page says that the list finds. */
async function found(page: Page): Promise<number> {
  const said = await page.getByRole('status').first().textContent()
  return Number(/^\d+/.exec((said ?? '').replaceAll(/\s/g, ''))?.[0] ?? (said?.startsWith('En ') ? 1 : 0))
}

async function addStep(page: Page, label: string, group = 'Nytt steg') {
  await page.getByLabel(group, { exact: true }).selectOption({ label })
  await page.getByRole('button', { name: 'Lägg till', exact: true }).last().click()
}

describe.each([
  ['at a desk', 1280],
  ['on a phone', 390],
])('a list, built and taken out %s, without scripts', (_, width) => {
  it('is built step by step, saved, frozen, and exported for a purpose', async () => {
    const page = await office.enter('organiser', { width })
    await page.goto(`${office.url}/people/lists`)
    await page.getByRole('link', { name: 'Ny lista' }).first().click()
    const everybody = await found(page)
    expect(everybody).toBeGreaterThan(100)

    await addStep(page, 'Ålder')
    // What is just added has nothing in it yet: nothing is wrong, and nothing is lost.
    expect(await found(page)).toBe(everybody)
    await page.getByRole('button', { name: 'Räkna om' }).last().click()
    await page.getByText('Fyll i minst ett av fälten.').waitFor()
    await page.getByLabel('Från och med (år)').fill('18')
    await page.getByLabel('Till och med (år)').fill('40')
    await page.getByRole('button', { name: 'Räkna om' }).last().click()
    const young = await found(page)
    expect(young).toBeLessThan(everybody)
    await page.getByText('är 18–40 år', { exact: true }).waitFor()

    await addStep(page, 'Grupp: minst ett av …')
    await page.getByLabel('Nytt steg i grupp 3').selectOption({ label: 'Kan nås' })
    await page.locator('button[value="add:2"]').click()
    await page.getByRole('group', { name: '3.1. Kan nås' }).getByLabel('Tvärtom').check()
    await page.getByRole('button', { name: 'Räkna om' }).last().click()
    const without = await found(page)
    await page.getByText('saknar e-post', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Ta bort steg 3', exact: true }).click()
    expect(await found(page)).toBe(young)
    expect(without).toBeLessThan(young)
    expect(await faultsOf(page)).toEqual([])

    await page.getByRole('button', { name: 'Spara listan' }).click()
    await page.getByText('Något är fel nedan').waitFor()
    await page.getByLabel('Namn', { exact: true }).last().fill(`Unga ${width}`)
    await page.getByRole('button', { name: 'Spara listan' }).click()
    await page.getByText('Listan är sparad.').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Unga ${width}`)
    expect(await faultsOf(page)).toEqual([])

    await page.getByRole('button', { name: 'Frys listan' }).click()
    await page.getByText('Listan är fryst').waitFor()
    const row = page.getByRole('row').nth(1)
    const name = await row.getByRole('link').textContent()
    await row.getByRole('button').click()
    await page.getByText('Personen är borttagen').waitFor()
    expect(await page.getByRole('link', { name: name!, exact: true }).count()).toBeLessThan(2)

    await page.getByLabel('Vad ska filen användas till?').fill('Utskick till årsmötet')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Hämta \d+ personer$/ }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.split('\r\n')).toHaveLength(young - 1 + 2)
    expect(text).toMatch(/^\ufeffNamn;Hemenhet;E-post;Telefon\r\n/)
  })
})
