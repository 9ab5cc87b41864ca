import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from './chromium-program.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Starts Debian's Chromium; close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found. On Debian: apt-get install chromium')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

export type Look = { width?: number; scripts?: boolean; dark?: boolean; language?: 'sv' | 'en' }

/** A telephone or a desk, with or without scripts, of somebody who reads Swedish or English. */
export function openContext(
  browser: Browser,
  { width = 390, scripts = false, dark = false, language = 'sv' }: Look = {},
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 844 },
    javaScriptEnabled: scripts,
    colorScheme: dark ? 'dark' : 'light',
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
  })
}

/**
 * What axe finds wrong with a page as it stands, by WCAG 2.2 AA, one line a finding; and whether it is wider than
 * the screen.
 * @param rules only these of axe's rules; all of them without it
 */
export async function faultsOf(page: Page, rules: string[] | null = null): Promise<string[]> {
  return withScripts(page, async () => {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
    const faults = await page.evaluate(async (only) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: tags }
      const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] })
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 200))
            .join(' ')}`,
      )
    }, rules)
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    return wider > 0 ? [...faults, `wider than the screen by ${wider}`] : faults
  })
}

/** axe needs timers, which a page without scripts does not run: they are let loose for as long as it looks. */
async function withScripts<Result>(page: Page, work: () => Promise<Result>): Promise<Result> {
  if (!(await page.evaluate(() => matchMedia('(scripting: none)').matches))) return work()
  const session = await page.context().newCDPSession(page)
  const forbid = (value: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value })
  // Chromium only listens to a session that has itself forbidden what it allows.
  await forbid(true)
  await forbid(false)
  try {
    return await work()
  } finally {
    // The session stays: ending it would let the page's own scripts run from now on.
    await forbid(true)
  }
}

/**
 * Listens to a page from now on. The returned list fills with what went wrong: errors in the console (a breach of
 * the content security policy is one), faults in scripts, and requests to any other host.
 */
export function troublesOf(page: Page, home: string): string[] {
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => void troubles.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.host !== new URL(home).host)
      troubles.push(`another host: ${request.url()}`)
  })
  return troubles
}
