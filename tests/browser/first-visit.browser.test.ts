import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')

/** Presses Tab until the link or button with this name has the focus, and then Enter. */
async function goByKeyboard(page: Page, name: string) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => document.activeElement?.textContent?.trim())
    if (at !== name) continue
    const gone = page.waitForEvent('framenavigated')
    await page.keyboard.press('Enter')
    await gone
    return
  }
  throw new Error(`Nothing called ${name} was reached by Tab.`)
}

describe('the first screen after the start', () => {
  it('shows where the budget stands, and the way into each part', async () => {
    const page = await office.open({ width: 1280 })
    await page.goto(office.url)
    await page.getByRole('heading', { level: 1, name: 'Budget 2025–2027' }).waitFor()
    const results = page.getByRole('table', { name: /mnkr, Vårt förslag/ })
    for (const year of ['2025', '2026', '2027']) {
      const line = results.getByRole('row', { name: new RegExp(`^${year}`) })
      expect(await line.textContent()).toMatch(/\d,\d.*(Klarar kravet|under|Balanskravet|Bryter|Underskott)/)
    }
    const ways = ['Öppna arbetsbordet', 'Gå igenom fynden', 'Till förankringen']
    for (const way of ways) {
      await page.goto(office.url)
      await page.getByRole('link', { name: way }).click()
      expect(new URL(page.url()).pathname).toMatch(
        /^\/budget\/region-stockholm-2025\/(workbench|check|sign-off)/,
      )
      expect(await page.locator('main').textContent()).not.toContain('finns inte')
    }
    await page.goto(office.url)
    expect(await page.getByRole('heading', { name: 'Förankring' }).isVisible()).toBe(true)
    expect(await page.getByText('väntar på svar').count()).toBeGreaterThan(0)
    expect(await page.getByText(/\d+ öppna fynd/).count()).toBeGreaterThan(0)
  })

  it('lets the visitor see the office with other people’s eyes', async () => {
    const page = await office.open()
    await page.goto(office.url)
    const choice = page.getByRole('complementary', { name: /påhittad/ }).getByRole('combobox')
    expect(await choice.locator('option:checked').textContent()).toBe('Politisk sekreterare')
    await choice.selectOption({ label: 'Revisor' })
    await page.getByRole('button', { name: 'Byt roll' }).click()
    await page.waitForLoadState()
    expect(await choice.locator('option:checked').textContent()).toBe('Revisor')
    await page.goto(`${office.url}/budget/region-stockholm-2025/workbench`)
    await page.getByText('Du kan läsa men inte ändra.').waitFor()
  })
})

describe('the tour', () => {
  const steps = ['Siffrorna', 'Granskningen', 'Arbetsbordet', 'Jämförelsen', 'Publiceringen']

  it('has five steps, is walked by keyboard, and does not offer itself when it is done', async () => {
    const page = await office.open({ width: 1280 })
    await page.goto(office.url)
    await goByKeyboard(page, 'Börja rundturen')
    for (const [index, title] of steps.entries()) {
      await page.getByText(`Rundtur, steg ${index + 1} av 5: ${title}`).waitFor()
      // What the step speaks of is there.
      expect(await page.locator('main').textContent()).not.toContain('finns inte')
      expect(await faultsOf(page)).toEqual([])
      const next = steps[index + 1]
      await goByKeyboard(page, next ? `Nästa: ${next}` : 'Klar med rundturen')
    }
    expect(await page.getByText(/Rundtur, steg/).count()).toBe(0)
    await page.goto(office.url)
    await page.getByRole('heading', { name: 'Resultat mot krav' }).waitFor()
    expect(await page.getByText('Ny här? Ta rundturen').count()).toBe(0)
  })

  it('can be left at any step, and taken again', async () => {
    const page = await office.open()
    await page.goto(office.url)
    await page.getByRole('link', { name: 'Börja rundturen' }).click()
    await page.getByRole('link', { name: 'Nästa: Granskningen' }).click()
    await page.getByText('Rundtur, steg 2 av 5').waitFor()
    await page.getByRole('link', { name: 'Avsluta', exact: true }).click()
    await page.getByText('Rundtur, steg 2 av 5').waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toMatch(/\/check/)
    await page.getByRole('contentinfo').getByRole('link', { name: 'Rundtur' }).click()
    await page.getByText('Rundtur, steg 1 av 5').waitFor()
  })
})
