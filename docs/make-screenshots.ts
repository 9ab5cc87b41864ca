/**
 * Takes the pictures in docs/screenshots of the built application, on a demo of its own:
 * `npx react-router build && node docs/make-screenshots.ts`
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '../src/platform/root.ts'
import { openBrowser } from '../tests/support/browser.ts'
import { serve } from '../tests/support/running-office.ts'

type Picture = {
  path: string
  /** Who looks: a role of the demo; the political secretary when none is named. */
  as?: string
  /** The page is the first that the path links to by an address like this. */
  link?: RegExp
}

const book = '/budget/region-stockholm-2025'
const one = '[0-9a-f]{8}-[0-9a-f-]+'
const pictures: Record<string, Picture> = {
  overview: { path: '/' },
  workbench: { path: `${book}/workbench` },
  findings: { path: `${book}/check` },
  compare: { path: `${book}/compare` },
  'public-board': { path: '/public/exempeldistriktet/region-stockholm-2025/boards/trafiknamnden' },
  chart: { path: '/organisation/chart' },
  mandates: { path: '/organisation/mandates' },
  register: { path: '/people', as: 'registrar' },
  person: { path: '/people', as: 'registrar', link: new RegExp(`^/people/${one}$`) },
  list: { path: '/people/lists', as: 'organiser', link: new RegExp(`^/people/lists/${one}/edit$`) },
  duplicate: { path: '/people/duplicates', as: 'registrar', link: new RegExp(`^/people/duplicates/${one}$`) },
  recruitment: { path: '/people/recruitment', as: 'organiser' },
  welcome: { path: '/people/welcome', as: 'organiser' },
  join: { path: '/join/exempeldistriktet/bli-medlem' },
  own: { path: '/me', as: 'member' },
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
    for (const [name, picture] of Object.entries(pictures)) {
      await lookAs(page, picture.as ?? 'secretary')
      await page.goto(office.url + picture.path, { waitUntil: 'load' })
      if (picture.link)
        await page.goto(office.url + (await linkOn(page, picture.link)), { waitUntil: 'load' })
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

async function lookAs(page: Page, role: string): Promise<void> {
  const answer = await page.request.post(`${office.url}/demo/role`, {
    form: { role, back: '/account' },
    headers: { origin: office.url },
    maxRedirects: 0,
  })
  if (answer.status() >= 400) throw new Error(`The demo has no ${role}: ${answer.status()}.`)
}

async function linkOn(page: Page, link: RegExp): Promise<string> {
  const found = await page
    .locator('main a[href]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
  const first = found.find((href) => href && link.test(href))
  if (!first) throw new Error(`There is no link like ${link} on ${page.url()}.`)
  return first
}
