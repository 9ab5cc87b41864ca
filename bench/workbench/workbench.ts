import { openBrowser, openContext } from '../../tests/support/browser.ts'
import type { Measure } from '../measure.ts'
import { below, measured } from '../measurement.ts'
import { editTimes } from './edit-times.ts'
import { packedBytes, scriptsOf } from './page-scripts.ts'

const edits = 80

/** The workbench of the demo's budget in a real browser: how fast an edit shows, and how much script it takes. */
export const workbench: Measure = {
  name: 'workbench',
  title: 'The workbench in a browser',
  async run({ office, progress }) {
    const { url } = await office()
    const browser = await openBrowser()
    try {
      const context = await openContext(browser, { width: 1280, scripts: true })
      const page = await context.newPage()
      // A newcomer to the demo enters as the political secretary, who may edit.
      await page.goto(url)
      const budget = await page.locator('a[href^="/budget/"]').first().getAttribute('href')
      const address = `${url}/budget/${budget!.split('/')[2]}/workbench`
      progress('What the page loads')
      const scripts = scriptsOf(page)
      await page.goto(address, { waitUntil: 'networkidle' })
      const loaded = await Promise.all([...scripts].map(packedBytes))
      progress(`${edits} edits`)
      const { shown, kept } = await editTimes(page, edits)
      return {
        measurements: [
          measured('One edit to updated totals', 'ms', shown, below(100, 'p95')),
          measured('One edit to kept by the server', 'ms', kept),
          measured('Script of the page, gzip', 'kB', [sum(loaded) / 1000], below(170)),
        ],
        notes: [
          `${edits} edits by the keyboard in six cells in turn; from the key that ends the edit to the painted result.`,
          `${loaded.length} files of script.`,
        ],
      }
    } finally {
      await browser.close()
    }
  },
}

function sum(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0)
}
