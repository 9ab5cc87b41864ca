import { describe, expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')
const book = '/budget/region-stockholm-2025'

/** A printed figure as a number: `−1 261,0` is −1261. */
const number = (text: string) => Number(text.replaceAll(/\s/g, '').replace('−', '-').replace(',', '.'))

describe('comparing', () => {
  it('shows what parts two budgets, the largest first, and the way from one result to the other', async () => {
    const page = await office.enter('secretary')
    await page.goto(`${office.url}${book}/compare`)
    await page.getByLabel('År', { exact: true }).selectOption('2026')
    await page.getByLabel('Vägen visas').selectOption({ label: 'per ändring' })
    await page.getByRole('button', { name: 'Visa' }).click()
    const boards = page.getByRole('region', { name: 'Nämnderna 2026, största skillnaden först' })
    const rows = await boards.locator('tbody tr').allTextContents()
    expect(rows.length).toBeGreaterThan(5)
    const way = page.getByRole('region', { name: /^Från Majoritetens förslag till Vårt förslag, 2026/ })
    const steps = await way.locator('tbody tr').allTextContents()
    expect(steps[0]).toContain('Resultat: Majoritetens förslag')
    expect(steps.at(-1)).toContain('Resultat: Vårt förslag')
    expect(steps.length).toBeGreaterThan(20)
    // Each step ends where the next begins: the last figure is the first with every change added.
    const figures = await way.locator('tbody tr td:last-child').allTextContents()
    const changes = await way.locator('tbody tr td:nth-last-child(2)').allTextContents()
    const walked = changes.slice(1, -1).reduce((sum, each) => sum + number(each), number(figures[0]!))
    expect(Math.abs(walked - number(figures.at(-1)!))).toBeLessThan(0.05 * steps.length)
  })
})

describe('sensitivity', () => {
  it('takes shocks of one’s own', async () => {
    const page = await office.enter('secretary')
    await page.goto(`${office.url}${book}/sensitivity`)
    await page.getByLabel('Vad?').first().selectOption({ label: 'Skatteunderlaget' })
    await page.getByLabel('Hur mycket?').first().fill('−1,5')
    await page.getByRole('button', { name: 'Räkna' }).click()
    const own = page.getByRole('region', { name: 'Egna antaganden' })
    const shock = own.getByRole('row', { name: /^Skatteunderlaget −1,5 %/ })
    expect(await shock.locator('td').allTextContents()).toEqual([
      expect.stringMatching(/^−\d/),
      expect.stringMatching(/^−\d/),
      expect.stringMatching(/^−\d/),
    ])
    await own.getByRole('row', { name: /^Resultatet blir/ }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('a scenario', () => {
  it('is branched, changed, compared and adopted', async () => {
    const page = await office.enter('secretary')
    await page.goto(`${office.url}${book}/versions`)
    await page.getByLabel('Vad prövar scenariot?').fill('Dyrare taxefrysning')
    await page.getByRole('button', { name: 'Skapa scenariot' }).click()
    await page.getByRole('link', { name: /^Öppna Fryst SL-Taxa/ }).click()
    await page.getByLabel('2025').fill('275,5')
    await page.getByRole('button', { name: 'Spara' }).first().click()
    await page.waitForURL('**?saved=1')

    await page.goto(`${office.url}${book}/compare?first=own&second=dyrare-taxefrysning&year=2025`)
    const changed = page.getByRole('region', { name: /^Ändring för ändring/ })
    await changed.getByRole('row', { name: /Fryst SL-Taxa/ }).waitFor()
    expect(await changed.locator('tbody tr').count()).toBe(1)
    expect(await faultsOf(page)).toEqual([])

    await page.goto(`${office.url}${book}/versions`)
    await page.getByRole('link', { name: 'Anta' }).click()
    const line = page.getByRole('row', { name: /Fryst SL-Taxa/ })
    expect(await line.textContent()).toMatch(/belopp 2025.*250,0.*275,5/)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Anta scenariot' }).click()
    await page.getByText('En ändring är överförd').waitFor()
    await page.goto(`${office.url}${book}/workbench/own`)
    expect(await page.locator('tr[data-row]', { hasText: 'Fryst SL-Taxa' }).textContent()).toContain('275,5')
  })
})
