import { expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const demo = officeInBrowser('demo')

it('somebody joins on the phone, is approved, and is welcomed in two taps', async () => {
  const page = await demo.open({ width: 390 })
  await page.goto(`${demo.url}/join/exempeldistriktet/bli-medlem`)
  expect(await page.locator('script').count()).toBe(0)
  await page.getByLabel('Förnamn').fill('Tuva 🌻')
  await page.getByLabel('Efternamn').fill('Resander')
  await page.getByRole('textbox', { name: 'E-post' }).fill('tuva.resander@example.org')
  await page.getByRole('textbox', { name: 'Telefon' }).fill('ring mig')
  await page.getByLabel('Adress', { exact: true }).fill('Påhittsvägen 12')
  await page.getByLabel('Postnummer').fill('121 01')
  await page.getByLabel('Ort').fill('Exempelby')
  await page.getByRole('button', { name: 'Ansök om medlemskap' }).click()

  // What was wrong is said at the field, and nothing has to be written again.
  await page.getByText('inget telefonnummer').waitFor()
  expect(await page.getByLabel('Förnamn').inputValue()).toBe('Tuva 🌻')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('textbox', { name: 'Telefon' }).fill('070-174 06 99')
  await page.getByRole('button', { name: 'Ansök om medlemskap' }).click()
  await page.getByText('Titta i din e-post').waitFor()

  const owner = await demo.enter('owner', { width: 1280 })
  await owner.goto(`${demo.url}/system/outbox`)
  await owner
    .getByRole('link', { name: /Bekräfta din ansökan/ })
    .first()
    .click()
  await owner.getByText('tuva.resander@example.org').first().waitFor()
  const letter = await owner.locator('main').innerText()
  const link = /https?:\/\/\S+\/confirm\?token=\S+/.exec(letter)?.[0] ?? ''
  const path = new URL(link).pathname + new URL(link).search

  // A program that looks at every link in a mail changes nothing.
  const scanner = await demo.open({ width: 390 })
  await scanner.goto(demo.url + path)
  const registrar = await demo.enter('registrar', { width: 1280 })
  await registrar.goto(`${demo.url}/people/applications`)
  expect(await registrar.getByRole('heading', { name: 'Tuva 🌻 Resander' }).count()).toBe(0)

  await page.goto(demo.url + path)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Bekräfta ansökan' }).click()
  await page.getByRole('heading', { name: 'Tack, ansökan är bekräftad' }).waitFor()

  await registrar.goto(`${demo.url}/people/applications`)
  await registrar.getByRole('button', { name: 'Godkänn Tuva 🌻 Resander' }).click()
  await registrar.getByText('En ansökan är godkänd.').waitFor()

  const organiser = await demo.enter('organiser', { width: 390 })
  await organiser.goto(`${demo.url}/people/welcome?whose=all`)
  const item = organiser.getByRole('listitem').filter({ hasText: 'Tuva 🌻 Resander' })
  expect(await item.getByRole('link', { name: /^Ring/ }).getAttribute('href')).toBe('tel:+46701740699')
  await item.getByText('Hur gick det?').click()
  await item.getByRole('button', { name: 'Vi pratade' }).click()
  await organiser.getByText('Antecknat.').waitFor()
  expect(await organiser.getByRole('link', { name: 'Tuva 🌻 Resander' }).count()).toBe(0)
})
