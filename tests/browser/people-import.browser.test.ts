import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')

const head = 'Förnamn;Efternamn;Personnummer;E-post;E-post;Mobil;Medlem sedan'
const rows = [
  'Påhittad;Importsson;19121212-1212;pahittad@example.org;;070-174 06 05;2020-01-01',
  'Felaktig;Importsson;19121212-1213;ingen adress;;;29 feb 2023',
]

async function handOver(page: Page, name: string, text: string) {
  await page.goto(`${office.url}/people/import`)
  await page
    .getByLabel('Fil: Excel (.xlsx) eller CSV')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Visa vad som händer' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

it('imports with errors, fetches the refused rows, puts them right, imports again and undoes it', async () => {
  const page = await office.enter('registrar', { width: 1280 })
  await handOver(page, 'medlemmar.csv', [head, ...rows].join('\n'))
  await page.getByRole('button', { name: 'Läs in en person' }).waitFor()
  const refused = page.getByRole('region', { name: 'Nekade rader' })
  await refused.getByText('Sista siffran i personnumret stämmer inte').waitFor()
  await page.getByText('E-post: kolumn 4, 5').waitFor()
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Läs in en person' }).click()
  await page.getByRole('heading', { name: 'Så här blev det' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const first = page.url()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Hämta de nekade raderna' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array))
  const file = Buffer.concat(chunks).toString()
  expect(file).toContain('Varför raden inte lästes in')
  const right = file
    .replace('19121212-1213', '')
    .replace('ingen adress', 'felaktig@example.org')
    .replace('29 feb 2023', '28 feb 2023')

  await handOver(page, 'rättade.csv', right)
  await page.getByRole('button', { name: 'Läs in en person' }).click()
  await page.getByRole('heading', { name: 'Så här blev det' }).waitFor()

  // The same file once more would change nothing.
  await handOver(page, 'igen.csv', right)
  await page.getByText('Inget skulle ändras').waitFor()
  await page.getByRole('button', { name: 'Lägg undan' }).click()
  await page.getByRole('status').or(page.getByText('Undanlagd')).first().waitFor()

  await page.goto(first)
  await page.getByRole('button', { name: 'Ångra importen' }).click()
  await page.getByText('en person togs bort').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.goto(`${office.url}/people?words=importsson`)
  await page.getByText('Felaktig Importsson').first().waitFor()
  expect(await page.getByText('Påhittad Importsson').count()).toBe(0)
})
