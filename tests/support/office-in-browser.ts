import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import type { Role } from '../../src/platform/access/roles.ts'
import { openBrowser, openContext, type Look } from './browser.ts'
import { startOffice, type RunningOffice } from './running-office.ts'

/** The running office of one test file, and a browser to visit it with. */
export type OfficeInBrowser = {
  readonly url: string
  readonly setUpPath: string | null
  /** A new visitor with cookies of their own; gone after the test. */
  open(look?: Look): Promise<Page>
  /** A visitor who has entered the demo as somebody with this role. */
  enter(role: Role, look?: Look): Promise<Page>
}

/**
 * Starts an office and a browser before the tests of a file and ends them after.
 * @param kind the demo, or a system that nobody has taken into use
 */
export function officeInBrowser(kind: 'demo' | 'unset'): OfficeInBrowser {
  let office: RunningOffice
  let browser: Browser
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    office =
      kind === 'demo'
        ? await startOffice(inject('demoTemplate'))
        : await startOffice(inject('embeddedTemplate'), { KANSLI_DEMO: 'no' })
    browser = await openBrowser()
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await office?.stop()
  })

  async function open(look: Look = {}): Promise<Page> {
    const context = await openContext(browser, look)
    contexts.push(context)
    // What does not come about within this time does not come about.
    context.setDefaultTimeout(15_000)
    return context.newPage()
  }

  return {
    get url() {
      return office.url
    },
    get setUpPath() {
      return office.setUpPath
    },
    open,
    async enter(role, look) {
      const page = await open(look)
      await enterDemo(page, office.url, role)
      return page
    },
  }
}

/** Becomes the invented person with a role, as the demo's role switcher does. */
export async function enterDemo(page: Page, url: string, role: Role): Promise<void> {
  const answer = await page.context().request.post(`${url}/demo/role`, {
    form: { role, back: '/account' },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`The demo was not entered: ${answer.status()}`)
}
