import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/root.ts'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')
const folder = join(projectRoot, 'examples/region-stockholm-2025')
const example = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => join(folder, name))

async function newBook(page: Page, title: string) {
  await page.goto(`${office.url}/budget/new`)
  await page.getByLabel('Vems budget är det?').fill('Region Exempel')
  await page.getByLabel('Vad ska budgetboken heta?').fill(title)
  await page.getByLabel('Budgetår', { exact: true }).fill('2025')
  await page.getByRole('button', { name: 'Skapa budgetboken' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
}

type Upload = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]

async function upload(page: Page, book: string, files: Upload) {
  await page.goto(`${office.url}${book}/import`)
  await page.getByLabel('Vems siffror är det?').selectOption({ label: 'Vårt förslag' })
  await page.getByLabel('Fil: Excel').setInputFiles(files)
  await page.getByRole('button', { name: 'Läs filen' }).click()
}

const preview = (page: Page) => page.getByRole('heading', { name: 'Så här förstår Kansli filen' }).waitFor()

/** A workbook of appropriations, as large as a careless export of a whole ledger. */
async function largeWorkbook(rows: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Anslag')
  sheet.addRow(['Verksamhet', 'Budget 2025', 'Plan 2026', 'Plan 2027'])
  for (let index = 1; index <= rows; index++) {
    sheet.addRow([`Verksamhet ${index}`, index + 0.5, index + 1, 0])
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

describe('reading a budget in', () => {
  it('shows what was understood, and does nothing twice', async () => {
    const page = await office.enter('secretary', { width: 1280 })
    const book = await newBook(page, 'Inläst budget')
    await upload(page, book, example)
    await preview(page)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Läs in', exact: true }).click()
    await page.getByText(/\d+ tabeller med [\d\s]+ siffror är inlästa\./).waitFor()
    await page.goto(office.url + book)
    await page.getByRole('heading', { name: 'Resultat mot krav' }).waitFor()
    expect(await page.getByText(/\d+ öppna fynd/).count()).toBeGreaterThan(0)

    await upload(page, book, example)
    await preview(page)
    await page.getByRole('button', { name: 'Läs in', exact: true }).click()
    await page.getByText('Samma innehåll är redan inläst. Inget har ändrats.').waitFor()
  })

  it('asks where it is unsure, and takes the answer', async () => {
    const page = await office.enter('secretary')
    const book = await newBook(page, 'Osäker tabell')
    await page.goto(`${office.url}${book}/import`)
    await page.getByLabel('Eller klistra in en tabell').fill('Nämnd;2025;2026;2027\nKulturnämnden;1;2;3')
    await page.getByRole('button', { name: 'Läs filen' }).click()
    await preview(page)
    const questions = page.locator('form', {
      has: page.getByRole('button', { name: 'Visa igen med svaren' }),
    })
    const question = questions.getByRole('combobox').first()
    const asked = await questions.getByRole('combobox').count()
    const proposed = await question.inputValue()
    const others = await question
      .locator('option')
      .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value))
    const other = others.find((value) => value !== proposed)!
    await question.selectOption(other)
    await page.getByRole('button', { name: 'Visa igen med svaren' }).click()
    await page.waitForURL((url) => [...url.searchParams.values()].includes(other))
    await preview(page)
    // What is answered is not asked again, and the table is shown as the answer has it.
    expect(await questions.getByRole('combobox').count()).toBeLessThan(asked)
    await page.getByRole('button', { name: 'Läs in', exact: true }).click()
    await page.getByText('En tabell med 3 siffror är inlästa.').waitFor()
  })

  it('says what is wrong with a workbook that is none, and reads nothing', async () => {
    const page = await office.enter('secretary')
    const book = await newBook(page, 'Trasig fil')
    await upload(page, book, { name: 'budget.xlsx', mimeType: '', buffer: Buffer.from('PK\x03\x04 hälften') })
    const said = page
      .getByRole('main')
      .getByText(/går inte att (läsa|öppna)|är inte en|trasig/)
      .first()
    await said.waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto(office.url + book)
    await page.getByText('Börja med siffrorna').waitFor()
  })

  it('shows how far it has come when that takes more than a second, and leads on when it is read', async () => {
    const page = await office.enter('secretary', { scripts: true })
    const book = await newBook(page, 'Stor fil')
    // Four that each take about a second: no machine reads them before somebody has to be told.
    const buffer = await largeWorkbook(36_000)
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const seen = page.getByRole('progressbar', { name: 'Kansli läser filen' }).waitFor()
    await upload(
      page,
      book,
      ['en', 'tva', 'tre', 'fyra'].map((name) => ({ name: `${name}.xlsx`, mimeType, buffer })),
    )
    await seen
    await preview(page)
    expect(new URL(page.url()).pathname).not.toMatch(/reading/)
    await page
      .getByText(/36\s000 rader/)
      .first()
      .waitFor()
  })
})
