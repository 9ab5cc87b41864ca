import { expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const demo = officeInBrowser('demo')

it('gives a vacant seat, ends it, and shows each day as it was, without scripts', async () => {
  const page = await demo.enter('owner')
  await page.goto(`${demo.url}/organisation/bodies`)
  await page.getByRole('link', { name: 'Distriktsstyrelsen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Distriktsstyrelsen' }).waitFor()
  const address = page.url()
  const seats = page
    .getByRole('region', { name: 'Platser' })
    .or(page.locator('section', { hasText: 'Platser' }))
  await expect.poll(() => seats.first().textContent()).toContain('vakant')

  await page.getByLabel('Sök person').fill('Gösta Lå')
  await page.getByRole('button', { name: 'Sök' }).click()
  await page.getByLabel('Gösta Låtsasholm').check()
  await page.getByLabel('Plats', { exact: true }).first().selectOption({ label: 'Kretsens ledamot' })
  await page.getByLabel('Från och med').first().fill('2026-02-01')
  await page.getByLabel('Beslutet').fill('Kretsårsmötet § 9')
  await page.getByRole('button', { name: 'Ge platsen' }).click()
  await page.getByText('Ändringen är sparad.').waitFor()
  expect(await page.locator('main').textContent()).toContain('Kretsårsmötet § 9')

  // The same seat cannot be given twice.
  await page.getByLabel('Sök person').fill('Gösta Lå')
  await page.getByRole('button', { name: 'Sök' }).click()
  await page.getByLabel('Plats', { exact: true }).first().selectOption({ label: 'Kretsens ledamot' })
  await page.getByRole('button', { name: 'Ge platsen' }).click()
  await page.getByText('Personen har redan platsen').waitFor()
  expect(await faultsOf(page, null)).toEqual([])

  await page.goto(address)
  await page.locator('summary', { hasText: 'Avsluta någons tid' }).click()
  const ending = page.locator('form', { has: page.locator('input[value="endTerm"]') })
  await ending.getByLabel('Vem?').selectOption({ label: 'Gösta Låtsasholm, Kretsens ledamot' })
  await ending.getByLabel('Sista dag').fill('2026-06-30')
  await ending.getByLabel('Varför?').fill('Flyttade')
  await ending.getByRole('button', { name: 'Avsluta någons tid' }).click()
  await page.getByText('Ändringen är sparad.').waitFor()

  const holders = async (day: string) => {
    await page.goto(`${address}?on=${day}`)
    const seat = page.locator('dt', { hasText: 'Kretsens ledamot' }).locator('xpath=following-sibling::dd[1]')
    return (await seat.textContent()) ?? ''
  }
  expect(await holders('2026-01-31')).toContain('En vakant')
  expect(await holders('2026-06-30')).toContain('Gösta Låtsasholm')
  expect(await holders('2026-07-01')).toContain('En vakant')
  expect(await faultsOf(page, null)).toEqual([])
  await page.context().close()
})
