import type { Page } from 'playwright-core'
import { observeEdit, type Observed } from './observe-edit.ts'

/** Both in milliseconds, one for each edit. */
export type EditTimes = {
  /** From the key that ends the edit to the painted result. */
  shown: number[]
  /** From the same key until the server has kept it. */
  kept: number[]
}

/** Amounts written with the keyboard, one after another, each other than the one before it in its cell. */
export async function editTimes(page: Page, edits: number): Promise<EditTimes> {
  const times: EditTimes = { shown: [], kept: [] }
  const cells = await page
    .locator('td[data-cell$=":0"]')
    .evaluateAll((all) => all.slice(0, 6).map((cell) => cell.getAttribute('data-cell')))
  for (let edit = 0; edit < edits; edit++) {
    await page.locator(`td[data-cell="${cells[edit % cells.length]}"]`).click()
    await page.keyboard.type(`${edit + 1},5`)
    await page.evaluate(observeEdit)
    await page.keyboard.press('Enter')
    const { shown, kept } = await page.evaluate(() => (globalThis as Observed).kansliEdit!)
    times.shown.push(shown)
    times.kept.push(kept)
  }
  return times
}
