import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/platform/access/roles.ts'
import { faultsOf, troublesOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')
const address = '/budget/region-stockholm-2025/workbench/own'

/** The workbench once its script has taken over: from then on it listens to what others do. */
async function openWorkbench(page: Page) {
  const listening = page.waitForResponse((response) => response.url().includes('/live?'))
  await page.goto(office.url + address)
  await listening
}

async function enterWorkbench(role: Role = 'secretary', prepare?: (page: Page) => Promise<void>) {
  const page = await office.enter(role, { width: 1280, scripts: true })
  await prepare?.(page)
  await openWorkbench(page)
  return page
}

const years = [2025, 2026, 2027]
const rowOf = (page: Page, label: string) => page.locator('tr[data-row]', { hasText: label })
const cell = (page: Page, label: string, year = 2025) =>
  rowOf(page, label).getByRole('gridcell').nth(years.indexOf(year))
const text = async (locator: Locator) => ((await locator.textContent()) ?? '').replaceAll(/\s/g, ' ').trim()
/** A printed figure as a number: `−1 261,0` is −1261. */
const figure = async (locator: Locator) =>
  Number((await text(locator)).replaceAll(' ', '').replace('−', '-').replace(',', '.'))
const result = (page: Page, year = 2025) => figure(page.locator(`[data-result="${year}"]`))
const boardSum = (page: Page, label: string) =>
  figure(
    page
      .locator('tbody', { has: rowOf(page, label) })
      .locator('tr[data-sum] td')
      .first()
      .getByRole('link'),
  )
async function shows(locator: Locator, wanted: string) {
  await expect.poll(() => text(locator)).toBe(wanted)
}
const saved = (page: Page) => page.getByText('Allt är sparat').waitFor()
const round = (amount: number) => Math.round(amount * 10) / 10

/** Presses Tab until the grid has the focus. */
async function tabIntoGrid(page: Page) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.matches('[role=gridcell]') ?? false)) return
  }
  throw new Error('The grid was not reached by Tab.')
}

async function labels(page: Page, board: number) {
  const names = await page
    .locator('[role=grid] tbody')
    .nth(board)
    .locator('tr[data-row] th')
    .allTextContents()
  return names.map((name) => name.trim())
}

const focused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

describe('by keyboard alone', () => {
  it('an amount is written, the sum and the result follow, and it is undone and done again', async () => {
    const page = await enterWorkbench()
    const troubles = troublesOf(page, office.url)
    const before = { sum: await boardSum(page, 'Geriatrik SÖS'), result: await result(page) }
    await tabIntoGrid(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('31,5')
    await page.keyboard.press('Enter')
    await shows(cell(page, 'Geriatrik SÖS'), '31,5')
    expect(await boardSum(page, 'Geriatrik SÖS')).toBe(round(before.sum + 1.5))
    expect(await result(page)).toBe(round(before.result - 1.5))
    await page.keyboard.press('Control+z')
    await shows(cell(page, 'Geriatrik SÖS'), '30,0')
    expect(await result(page)).toBe(before.result)
    await page.keyboard.press('Control+y')
    await shows(cell(page, 'Geriatrik SÖS'), '31,5')
    await saved(page)
    await openWorkbench(page)
    await shows(cell(page, 'Geriatrik SÖS'), '31,5')
    expect(await result(page)).toBe(round(before.result - 1.5))
    expect(troubles).toEqual([])
  })

  it('what is no amount is told, and nothing is written', async () => {
    const page = await enterWorkbench()
    await tabIntoGrid(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('x')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('går inte att läsa som ett tal').waitFor()
    expect(await page.getByRole('textbox', { name: 'Högkostnadsskydd' }).getAttribute('aria-invalid')).toBe(
      'true',
    )
    await page.keyboard.press('Escape')
    await shows(cell(page, 'Högkostnadsskydd'), '5,0')
    expect(await faultsOf(page)).toEqual([])
  })

  it('how a figure is computed opens, leads down to the printed line, and gives the focus back', async () => {
    const page = await enterWorkbench()
    await tabIntoGrid(page)
    await page.keyboard.press('Space')
    const panel = page.getByRole('complementary', { name: 'Så är talet räknat' })
    await panel.getByText(/adjustments\.csv \d+/).waitFor()
    expect(await focused(panel)).toBe(true)
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await focused(cell(page, 'Högkostnadsskydd'))).toBe(true)

    const total = page.locator('[data-result="2026"]').getByRole('link')
    await total.focus()
    await page.keyboard.press('Enter')
    await panel
      .getByText(/\.csv \d+/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await focused(total)).toBe(true)
  })

  it('who changed a cell, and when, stands with how it is computed', async () => {
    const page = await enterWorkbench()
    await cell(page, 'Taxereform Barn och unga').click()
    await page.keyboard.type('210')
    await page.keyboard.press('Enter')
    await saved(page)
    await cell(page, 'Taxereform Barn och unga').click()
    await page.keyboard.press('Space')
    const panel = page.getByRole('complementary', { name: 'Så är talet räknat' })
    await panel.getByText(/^\S.+, 20\d\d-\d\d-\d\d \d\d:\d\d: 200,0 → 210,0$/).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('a row is moved', async () => {
    const page = await enterWorkbench()
    const [first, second, ...rest] = await labels(page, 0)
    await tabIntoGrid(page)
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => labels(page, 0)).toEqual([second, first, ...rest])
    await saved(page)
    await openWorkbench(page)
    expect(await labels(page, 0)).toEqual([second, first, ...rest])
  })
})

it('a row is dragged with the mouse', async () => {
  const page = await enterWorkbench()
  const [first, second, third, ...rest] = await labels(page, 1)
  const handle = rowOf(page, first!).getByTitle(/^Flytta/)
  await handle.hover()
  const target = (await rowOf(page, third!).boundingBox())!
  await page.mouse.down()
  await page.mouse.move(target.x + 40, target.y + target.height - 3, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => labels(page, 1)).toEqual([second, third, first, ...rest])
  await saved(page)
})

it('a block from a spreadsheet is pasted, and one that is no amounts is refused whole', async () => {
  const page = await enterWorkbench()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const copy = (block: string) => page.evaluate((all) => navigator.clipboard.writeText(all), block)
  const mottagning = 'Mottagning för våldsutsatta'
  const tandvård = 'Förmånlig tandvård'
  await copy('1 010,5\t−2,0\t3\r\n4\t\t6,25\r\n')
  await cell(page, tandvård).click()
  await page.keyboard.press('Control+v')
  await shows(cell(page, tandvård), '1 010,5')
  expect(await Promise.all(years.map((year) => text(cell(page, tandvård, year))))).toEqual([
    '1 010,5',
    '−2,0',
    '3,0',
  ])
  expect(await Promise.all(years.map((year) => text(cell(page, mottagning, year))))).toEqual([
    '4,0',
    'tom',
    '6,25',
  ])
  await saved(page)
  await copy('7\t8\t9\r\n7\tåtta\t9')
  await cell(page, tandvård).click()
  await page.keyboard.press('Control+v')
  await page.getByRole('alert').getByText('”åtta” på rad 2, kolumn 2').waitFor()
  expect(await text(cell(page, tandvård))).toBe('1 010,5')
})

describe('two people at once', () => {
  const label = 'Ökad ram för dämpade trafikanpassningar'

  it('see each other’s changes', async () => {
    const secretary = await enterWorkbench()
    const owner = await enterWorkbench('owner')
    await cell(secretary, label, 2026).click()
    await secretary.keyboard.type('610')
    await secretary.keyboard.press('Enter')
    await shows(cell(owner, label, 2026), '610,0')
    await cell(owner, label, 2027).click()
    await owner.keyboard.type('620')
    await owner.keyboard.press('Enter')
    await shows(cell(secretary, label, 2027), '620,0')
    expect(await result(secretary, 2027)).toBe(await result(owner, 2027))
  })

  it('are told when they write the same cell, and choose', async () => {
    const first = await enterWorkbench()
    const second = await enterWorkbench('owner')
    // The second has not yet heard of it when the first has written: that is the moment to be told of.
    await second.route('**/data', (route) => route.abort())
    await cell(first, label).click()
    await first.keyboard.type('11')
    await first.keyboard.press('Enter')
    await saved(first)
    await cell(second, label).click()
    await second.keyboard.type('22')
    await second.keyboard.press('Enter')
    await second.getByText(/ hann före$/).waitFor()
    await second.getByText(/Du skrev 22,0, .+ skrev 11,0\./).waitFor()
    expect(await faultsOf(second)).toEqual([])
    expect(await text(cell(first, label))).toBe('11,0')
    await second.getByRole('button', { name: 'Behåll mitt' }).click()
    await saved(second)
    await shows(cell(first, label), '22,0')
  })
})

it('what is written while the line is cut is kept, told of, and sent when it is back', async () => {
  const page = await enterWorkbench()
  await page.context().setOffline(true)
  await cell(page, 'Fryst SL-Taxa').click()
  await page.keyboard.type('240')
  await page.keyboard.press('Enter')
  await page.getByText('Ingen förbindelse.').waitFor()
  await cell(page, 'Fryst SL-Taxa', 2026).click()
  await page.keyboard.type('241')
  await page.keyboard.press('Enter')
  await shows(cell(page, 'Fryst SL-Taxa', 2026), '241,0')
  await page.context().setOffline(false)
  await saved(page)
  await openWorkbench(page)
  expect(await text(cell(page, 'Fryst SL-Taxa'))).toBe('240,0')
  expect(await text(cell(page, 'Fryst SL-Taxa', 2026))).toBe('241,0')
})

it('a tax step in öre brings its kronor to the result', async () => {
  const page = await enterWorkbench()
  const before = await result(page)
  await page.getByRole('link', { name: 'Ändra skatt och resultatkrav' }).click()
  await page.getByLabel('Vad heter steget?').fill('Höjning')
  await page.getByLabel('2025, öre').fill('1,5')
  await page.getByRole('button', { name: 'Lägg till steg' }).click()
  await page.getByText(/2025: ger 126,1\smnkr/).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await openWorkbench(page)
  expect(await result(page)).toBe(round(before + 126.1))
})

describe('without scripts', () => {
  it('a change is added and changed by plain forms', async () => {
    const page = await office.enter('secretary')
    await page.goto(office.url + address)
    await page.getByRole('link', { name: 'Lägg till rad under Kulturnämnden' }).click()
    await page.getByLabel('Vad går den ut på?').fill('Bokbussar')
    await page.getByRole('button', { name: 'Lägg till ändringen' }).click()
    await page.getByRole('heading', { name: 'Bokbussar' }).waitFor()
    await page.getByLabel('2025').fill('12,5')
    await page.getByLabel('2026').fill('elva')
    await page.getByRole('button', { name: 'Spara' }).first().click()
    await page.getByText('Skriv ett tal, till exempel').waitFor()
    expect(await page.getByLabel('2025').inputValue()).toBe('12,5')
    await page.getByLabel('2026').fill('−11')
    await page.getByRole('button', { name: 'Spara' }).first().click()
    await page.waitForURL('**?saved=1')
    await page.getByRole('link', { name: 'Till arbetsbordet' }).click()
    await rowOf(page, 'Bokbussar').waitFor()
    expect(await Promise.all(years.map((year) => text(cell(page, 'Bokbussar', year))))).toEqual([
      '12,5',
      '−11,0',
      'tom',
    ])
  })
})
