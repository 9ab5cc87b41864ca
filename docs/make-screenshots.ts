/**
 * Takes the pictures in docs/screenshots of the built application, on a demo of its own:
 * `npx react-router build && node docs/make-screenshots.ts`
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/root.ts'
import { openBrowser } from '../tests/support/browser.ts'
import { serve } from '../tests/support/running-office.ts'

const book = '/budget/region-stockholm-2025'
const pages = {
  overview: '/',
  workbench: `${book}/workbench`,
  findings: `${book}/check`,
  compare: `${book}/compare`,
  'public-board': '/public/exempeldistriktet/region-stockholm-2025/boards/trafiknamnden',
}
const screens = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 860 },
}

const to = join(projectRoot, 'docs/screenshots')
mkdirSync(to, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'kansli-screenshots-'))
const office = await serve(folder)
const browser = await openBrowser()
try {
  for (const [screen, viewport] of Object.entries(screens)) {
    const context = await browser.newContext({ viewport, locale: 'sv-SE', colorScheme: 'light' })
    const page = await context.newPage()
    // The first visit lets one in as the political secretary.
    await page.goto(office.url)
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(office.url + path, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(to, `${name}-${screen}.png`), animations: 'disabled' })
      process.stdout.write(`docs/screenshots/${name}-${screen}.png\n`)
    }
    await context.close()
  }
} finally {
  await browser.close()
  await office.stop()
  rmSync(folder, { recursive: true, force: true })
}
