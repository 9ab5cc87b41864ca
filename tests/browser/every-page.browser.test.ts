import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, troublesOf } from '../support/browser.ts'
import { enterDemo, officeInBrowser } from '../support/office-in-browser.ts'
import { pageRoutes } from '../support/page-routes.ts'
import { leaksIn } from '../support/visible-text.ts'
import { anchoringVisits } from './visits/anchoring.ts'
import { duplicatesVisits } from './visits/duplicates.ts'
import { electionsVisits } from './visits/elections.ts'
import { growthVisits } from './visits/growth.ts'
import { importsVisits } from './visits/imports.ts'
import { joiningVisits } from './visits/joining.ts'
import { listsVisits } from './visits/lists.ts'
import { personsVisits } from './visits/persons.ts'
import { postsVisits } from './visits/posts.ts'
import { prioritiesVisits } from './visits/priorities.ts'
import { privacyVisits } from './visits/privacy.ts'
import { registersVisits } from './visits/registers.ts'
import { venuesVisits } from './visits/venues.ts'
import type { Address, Visits } from './visits/visit.ts'
import { unitUseVisits } from './visits/use.ts'
import { votingVisits } from './visits/voting.ts'

const demo = officeInBrowser('demo')
const unset = officeInBrowser('unset')

const book = '/budget/region-stockholm-2025'
const open = '/public/exempeldistriktet/region-stockholm-2025'

/** Every page's address pattern, who visits it, and at which addresses. A new page must be added here. */
const visits: Visits = {
  '/': ['secretary', '/'],
  '/set-up': ['first', '/set-up', '/set-up?code=wrong'],
  '/set-up/done': ['owner', '/set-up/done'],
  '/sign-in': ['nobody', '/sign-in', '/sign-in?notice=passwordChosen'],
  '/sign-in/code': ['nobody', '/sign-in/code', '/sign-in/code?kind=backup'],
  '/sign-in/by-link': ['nobody', '/sign-in/by-link'],
  '/sign-in/link': ['nobody', '/sign-in/link', '/sign-in/link?token=x'],
  '/password/forgotten': ['nobody', '/password/forgotten'],
  '/password/choose': ['nobody', '/password/choose?token=x'],
  '/invitation': ['nobody', '/invitation?token=x'],
  '/account': ['member', '/account'],
  '/account/password': ['member', '/account/password'],
  '/account/second-step': ['member', '/account/second-step'],
  '/account/passkeys': ['member', '/account/passkeys'],
  '/account/sessions': ['member', '/account/sessions'],
  '/account/keys': ['owner', '/account/keys'],
  '/account/events': ['member', '/account/events'],
  '/system': ['owner', '/system'],
  '/system/access': ['owner', '/system/access', '/system/access?ended'],
  '/system/audit': ['auditor', '/system/audit'],
  '/system/outbox': ['owner', '/system/outbox'],
  // The demo has sent nothing: what is shown is that there is no such message.
  '/system/outbox/:message': ['owner', '/system/outbox/01900000-0000-7000-8000-000000000000'],
  '/system/status': ['owner', '/system/status'],
  '/system/audit/own': ['secretary', '/system/audit/own'],
  '/organisation': ['member', '/organisation', '/organisation?words=forening&on=2024-09-01'],
  '/organisation/chart': ['secretary', '/organisation/chart', '/organisation/chart?bodies=on&on=2024-09-01'],
  '/organisation/units/:unit': [
    'owner',
    { on: '/organisation', link: /\/units\/[^/]+$/ },
    { on: '/organisation?words=exempelby', link: /\/units\/[^/]+$/ },
  ],
  '/budget': ['secretary', '/budget'],
  '/budget/new': ['secretary', '/budget/new'],
  '/budget/:book': ['board', book, `${book}?tour=1`],
  '/budget/:book/import': ['secretary', `${book}/import`, `${book}/import?done=unchanged`],
  '/budget/:book/import/:fileIds': ['secretary', `${book}/import/:files`],
  // Leads on as soon as the file is read; import.browser.test.ts sees it while it is not.
  '/budget/:book/import/:fileIds/reading': ['secretary', `${book}/import/:files/reading`],
  '/budget/:book/figures/:version?': ['secretary', `${book}/figures`],
  '/budget/:book/figures/:version/:table': [
    'secretary',
    { on: `${book}/figures`, link: /\/figures\/[^/]+\/[^/?]+$/ },
  ],
  '/budget/:book/figures/:version/:table/rows/:row': [
    'secretary',
    { on: `${book}/figures/own/anslag`, link: /\/rows\/[^/]+$/ },
  ],
  '/budget/:book/document/:version?': ['secretary', `${book}/document`],
  '/budget/:book/document/:version/chapters/:chapter': [
    'secretary',
    { on: `${book}/document`, link: /\/chapters\/[^/]+$/ },
  ],
  '/budget/:book/document/:version/references': ['secretary', `${book}/document/own/references`],
  '/budget/:book/document/:version/assignments': ['secretary', `${book}/document/own/assignments`],
  '/budget/:book/document/:version/assignments/:assignment': [
    'secretary',
    { on: `${book}/document/own/assignments`, link: /\/assignments\/[^/]+$/ },
  ],
  '/budget/:book/sign-off/:version?': ['board', `${book}/sign-off`],
  '/budget/:book/publish/:version?': ['secretary', `${book}/publish`],
  '/budget/:book/check/:version?': ['secretary', `${book}/check`, `${book}/check?show=accepted`],
  '/budget/:book/workbench/:version?': ['secretary', `${book}/workbench`],
  '/budget/:book/workbench/:version/new': ['secretary', `${book}/workbench/scenario/new`],
  '/budget/:book/workbench/:version/tax': ['secretary', `${book}/workbench/scenario/tax`],
  '/budget/:book/adjustments/:adjustment': [
    'secretary',
    { on: `${book}/workbench`, link: /\/adjustments\/[^/]+$/ },
  ],
  '/budget/:book/compare': ['secretary', `${book}/compare`, `${book}/compare?detail=adjustments`],
  '/budget/:book/sensitivity/:version?': [
    'secretary',
    `${book}/sensitivity`,
    `${book}/sensitivity?kind0=taxBase&size0=-1,5`,
  ],
  '/budget/:book/versions': ['secretary', `${book}/versions`],
  '/budget/:book/versions/:version/adopt': ['secretary', `${book}/versions/scenario/adopt`],
  '/public/:organisation': ['nobody', '/public/exempeldistriktet'],
  '/public/:organisation/:slug/:edition?': ['nobody', open, `${open}/1`],
  '/public/:organisation/:slug/:edition?/boards': ['nobody', `${open}/boards`],
  '/public/:organisation/:slug/:edition?/boards/:board': ['nobody', `${open}/boards/trafiknamnden`],
  '/public/:organisation/:slug/:edition?/boards/:board/:row': [
    'nobody',
    { on: `${open}/boards/trafiknamnden`, link: /\/boards\/[^/]+\/[^/]+$/ },
  ],
  '/public/:organisation/:slug/:edition?/reforms': ['nobody', `${open}/reforms`],
  '/public/:organisation/:slug/:edition?/reforms/:reform': [
    'nobody',
    { on: `${open}/reforms`, link: /\/reforms\/[^/]+$/ },
  ],
  '/public/:organisation/:slug/:edition?/assignments': ['nobody', `${open}/assignments`],
  '/public/:organisation/:slug/:edition?/assignments/:assignment': [
    'nobody',
    { on: `${open}/assignments`, link: /\/assignments\/[^/]+$/ },
  ],
  '/public/:organisation/:slug/:edition?/tables': ['nobody', `${open}/tables`],
  '/public/:organisation/:slug/:edition?/tables/:table': [
    'nobody',
    { on: `${open}/tables`, link: /\/tables\/[^/]+$/ },
  ],
  '/public/:organisation/:slug/:edition?/tables/:table/:row': [
    'nobody',
    `${open}/tables/namnder/board-trafiknamnden`,
  ],
  '/public/:organisation/:slug/:edition?/chapters': ['nobody', `${open}/chapters`],
  '/public/:organisation/:slug/:edition?/chapters/:chapter': [
    'nobody',
    { on: `${open}/chapters`, link: /\/chapters\/[^/]+$/ },
  ],
  '/public/:organisation/:slug/:edition?/findings': ['nobody', `${open}/findings`],
  '/public/:organisation/:slug/:edition?/about': ['nobody', `${open}/about`],
  ...personsVisits,
  ...importsVisits,
  ...anchoringVisits,
  ...duplicatesVisits,
  ...listsVisits,
  ...joiningVisits,
  ...privacyVisits,
  ...postsVisits,
  ...electionsVisits,
  ...growthVisits,
  ...registersVisits,
  ...prioritiesVisits,
  ...venuesVisits,
  ...votingVisits,
  ...unitUseVisits,
  '/api': ['nobody', '/api'],
  '/design': ['secretary', '/design'],
  '/*': ['secretary', '/nowhere'],
}

/** What is laid into the demo first: a file that waits to be read in, and a scenario that differs. */
let files = ''

beforeAll(async () => {
  const page = await demo.enter('secretary')
  await page.goto(`${demo.url}${book}/import`)
  await page.getByLabel('Eller klistra in en tabell').fill('Nämnd;2025;2026;2027\nKulturnämnden;1,0;2,0;3,0')
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.getByRole('heading', { name: 'Så här förstår Kansli filen' }).waitFor()
  files = new URL(page.url()).pathname.split('/').at(-1)!
  await page.goto(`${demo.url}${book}/versions`)
  await page.getByLabel('Vad prövar scenariot?').fill('Scenario')
  await page.getByRole('button', { name: 'Skapa scenariot' }).click()
  await page.getByRole('link', { name: 'Öppna', exact: false }).first().click()
  await page.getByLabel('2025').fill('1,5')
  await page.getByRole('button', { name: 'Spara' }).first().click()
  await page.context().close()
})

const looks = [
  { width: 390, dark: false },
  { width: 390, dark: true },
  { width: 1280, dark: false },
  { width: 1280, dark: true },
]

it('every page has its visit here, and every visit its page', async () => {
  expect(Object.keys(visits).sort()).toEqual(pageRoutes().sort())
})

describe.each(Object.entries(visits))('%s', (_, [visitor, ...addresses]) => {
  it.each(['sv', 'en'] as const)('can be used by everybody, in %s', async (language) => {
    const office = visitor === 'first' ? unset : demo
    const page = await office.open({ width: 1280, scripts: true, language })
    if (visitor !== 'first' && visitor !== 'nobody') await enterDemo(page, office.url, visitor)
    const troubles = troublesOf(page, office.url)
    for (const address of addresses) {
      const path = await pathOf(page, office.url, address)
      const answer = await page.goto(office.url + path)
      // Chromium tells its console of every answer that is no page, as it should.
      if (!answer?.ok()) troubles.length = 0
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.title()).toMatch(/\S/)
      expect({ path, leaks: await leaksIn(page) }).toEqual({ path, leaks: [] })
      for (const { width, dark } of looks) {
        await page.setViewportSize({ width, height: 844 })
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
        // In the dark only the colours are others.
        const faults = await faultsOf(page, dark ? ['color-contrast'] : null)
        expect({ path, width, dark, faults }).toEqual({ path, width, dark, faults: [] })
      }
      expect({ path, troubles }).toEqual({ path, troubles: [] })
    }
  })
})

async function pathOf(page: Page, url: string, address: Address): Promise<string> {
  if (typeof address === 'string') return address.replace(':files', files)
  await page.goto(url + address.on)
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')!))
  const found = links.find((href) => address.link.test(href))
  if (!found) throw new Error(`No link on ${address.on} fits ${String(address.link)}.`)
  return found + (address.onTo ?? '')
}
