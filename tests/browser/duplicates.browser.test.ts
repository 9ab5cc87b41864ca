import { describe, expect, it } from 'vitest'
import { faultsOf } from '../support/browser.ts'
import { officeInBrowser } from '../support/office-in-browser.ts'

const office = officeInBrowser('demo')

describe('two records of one person', () => {
  it('are put together and taken apart at the desk', async () => {
    const page = await office.enter('registrar', { width: 1280 })
    await page.goto(`${office.url}/people/duplicates`)
    await page.getByRole('heading', { level: 1, name: 'Dubbletter' }).waitFor()
    const pairs = page.getByRole('list', { name: 'Par av uppgifter' }).getByRole('link', { name: /^Jämför / })
    const before = await pairs.count()
    expect(before).toBeGreaterThan(2)
    await pairs.first().click()
    await page.getByRole('heading', { level: 1, name: 'Samma person?' }).waitFor()
    const shown = page.getByRole('region', { name: 'Bredvid varandra' })
    const names = await shown.getByRole('row', { name: /^Namn/ }).getByRole('cell').allInnerTexts()
    await shown.getByLabel('B blir kvar').check()
    // Where the names differ, that of the record that stays is chosen.
    const own = shown.getByRole('row', { name: /^Namn/ }).getByRole('radio').nth(1)
    if ((await own.count()) > 0) await own.check()
    await page.getByRole('button', { name: 'Slå ihop' }).click()
    await page.getByText('Uppgifterna är ihopslagna').waitFor()
    expect(await pairs.count()).toBe(before - 1)
    expect(await faultsOf(page)).toEqual([])
    const name = names[1]!.split('\n').at(-1)!.trim()
    await page.getByText(`Allt finns nu hos ${name}.`).waitFor()

    await page
      .getByRole('button', { name: /^Ta isär / })
      .first()
      .click()
    await page.getByText('Båda är precis som de var före sammanslagningen.').waitFor()
    expect(await pairs.count()).toBe(before)
  })

  it('are found to be two, which is remembered when the register is looked through again', async () => {
    const page = await office.enter('registrar', { width: 390 })
    await page.goto(`${office.url}/people/duplicates`)
    const pairs = page.getByRole('list', { name: 'Par av uppgifter' }).getByRole('link', { name: /^Jämför / })
    const words = await pairs.last().getAttribute('aria-label')
    await pairs.last().click()
    await page.getByRole('button', { name: 'Det är två personer' }).click()
    await page.getByText('Paret är avgjort som två personer').waitFor()
    await page.getByRole('button', { name: 'Leta nu' }).click()
    await expect
      .poll(
        async () => {
          await page.goto(`${office.url}/people/duplicates`)
          return page.getByText('Letar i hela registret').count()
        },
        { timeout: 40_000 },
      )
      .toBe(0)
    expect(await page.getByRole('link', { name: words! }).count()).toBe(0)
    await page.getByRole('link', { name: 'Två personer', exact: true }).click()
    await page.getByRole('link', { name: words! }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})
