import { expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const demo = officeInBrowser('demo')

it('puts priorities in order by keyboard and tags a row of the budget, without scripts', async () => {
  const page = await demo.enter('secretary', { scripts: false, width: 390 })
  await page.goto(`${demo.url}/organisation`)
  await page.getByRole('link', { name: 'Prioriterat' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Prioriterade frågor' }).waitFor()
  await page
    .getByRole('link', { name: /: Distriktsstyrelsen$/ })
    .first()
    .click()
  const places = page.locator('section', { hasText: 'Ordningen' }).first().locator('ol > li > a')
  await expect
    .poll(() => places.allTextContents())
    .toEqual([
      'Kollektivtrafik att lita på',
      'En vård som hinner',
      'Möten där alla kan vara med',
      'Natur nära hemmet',
    ])
  await page.getByRole('button', { name: 'Flytta upp Natur nära hemmet' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Ordningen är sparad.').waitFor()
  expect((await places.allTextContents()).indexOf('Natur nära hemmet')).toBe(2)
  await page.locator('summary', { hasText: 'Ordna om alla' }).click()
  await page.getByLabel('Plats för Natur nära hemmet').fill('1')
  await page.getByRole('button', { name: 'Ordna om alla' }).click()
  await expect.poll(async () => (await places.allTextContents())[0]).toBe('Natur nära hemmet')
  expect(await faultsOf(page, null)).toEqual([])

  // From the priority's own page.
  await page.getByRole('link', { name: 'Natur nära hemmet', exact: true }).click()
  await page.getByText('Inget bär frågan än').waitFor()
  await page.getByLabel('Sök').fill('klimat')
  await page.getByRole('button', { name: 'Sök' }).click()
  await page.getByRole('button', { name: 'Märk Klimat & Energisatsningar med frågan' }).click()
  await page.getByText('Märkt med frågan.').waitFor()

  // And from the row's, where it is taken off again.
  await page.getByRole('link', { name: 'Klimat & Energisatsningar' }).first().click()
  const card = page.locator('#priorities')
  await card.getByRole('button', { name: 'Ta bort märkningen Natur nära hemmet' }).click()
  await card.getByText('Bär ingen prioriterad fråga.').waitFor()
  await card.locator('summary').click()
  await card.getByLabel('Vilken fråga?').selectOption({ index: 0 })
  await card.getByRole('button', { name: 'Märk', exact: true }).click()
  await card.getByRole('link', { name: 'Natur nära hemmet' }).waitFor()
})

it('asks for better premises, and notes what came of it', async () => {
  const page = await demo.enter('board', { scripts: false, width: 390 })
  await page.goto(`${demo.url}/organisation/venues`)
  await page.locator('summary', { hasText: 'Vad behövs?' }).click()
  await page.getByLabel('Barnvänlig').check()
  await page.getByLabel('Parkering för rörelsehindrade').check()
  await page.getByRole('button', { name: 'Visa' }).click()
  await page.getByText('En lokal passar').waitFor()
  await page.getByRole('link', { name: 'Skolans matsal' }).click()
  await page.locator('summary', { hasText: 'Begär en bättre lokal' }).click()
  await page.getByLabel('Vad ska bli bättre?').fill('Ett rum för vila')
  await page.getByLabel('Gäller det något av detta?').selectOption('quietRoom')
  await page.getByLabel('Vem har ni bett?').fill('Kommunen')
  await page.getByLabel('Vilket organ begär det?').selectOption({ label: 'Distriktsstyrelsen' })
  await page.getByRole('button', { name: 'Begär en bättre lokal' }).click()
  await page.getByText('Begäran är antecknad.').waitFor()
  const request = page.locator('#requests li', { hasText: 'Ett rum för vila' })
  await request.locator('summary').click()
  await request.getByLabel('Läge').selectOption('open')
  await request.getByRole('button', { name: 'Anteckna vad som hände' }).click()
  await page.getByRole('alert').getByText('Läget är redan det.').waitFor()
  expect(await faultsOf(page, null)).toEqual([])
  await request.getByLabel('Läge').selectOption('refused')
  await request.getByRole('button', { name: 'Anteckna vad som hände' }).click()
  await page.getByText('Steget är antecknat.').waitFor()
  await expect.poll(() => request.textContent()).toContain('Nekad')
})
