import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  goodPassword,
  isSignedIn,
  linkIn,
  mailTo,
  makeAccount,
  signIn,
} from '../../../../tests/support/accounts.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import type { Visitor } from '../../../../tests/support/visitor.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'

let office: WebOffice
let north: TestOrganisation
let owner: Visitor

beforeAll(async () => {
  office = await openWebOffice()
  north = await office.organisation('Norra distriktet')
  owner = office.visitor()
  await signIn(owner, await makeAccount(office.application, north, { name: 'Asta Ägare', roles: ['owner'] }))
})
afterAll(() => office.close())

async function invite(email: string, role = 'secretary') {
  const fields = { intent: 'invite', name: 'Nya Nilsdotter', email, role, unit: north.unitId }
  const page = await owner.post('/system/access', fields)
  return { page, link: linkIn(await mailTo(office.application, email)) }
}

const fieldsOf = (link: string, more = {}) => ({
  token: new URL(link, office.url).searchParams.get('token') ?? '',
  name: 'Nya Nilsdotter',
  password: goodPassword,
  ...more,
})

describe('inviting somebody', () => {
  it('is shown as waiting until it is answered, and gives the role then', async () => {
    const { page, link } = await invite('nya@example.org')
    expect(page.text).toContain('Inbjudan är klar att lämna över.')
    // There is no mail server here: whoever invites hands the link over.
    expect(page.text).toContain(`${office.url}${link}`)
    expect(page.text).toContain('Inbjudna som inte har svarat')
    const guest = office.visitor()
    const offer = await guest.get(link)
    expect(offer.text).toContain('Du är inbjuden till en uppgift: Politisk sekreterare, Norra distriktet')
    expect(offer.text).toContain('Du får ett konto med adressen nya@example.org.')
    const done = await guest.post(link, fieldsOf(link))
    expect(done).toMatchObject({ status: 302, leadsTo: '/' })
    expect(await isSignedIn(guest)).toBe(true)
    const after = await owner.get('/system/access')
    expect(after.text).toMatch(/Nya Nilsdotter nya@example\.org Politisk sekreterare Norra distriktet/)
    expect(after.text).not.toContain('Inbjudna som inte har svarat')
    expect((await office.visitor().get(link)).text).toContain('Inbjudan gäller inte längre')
  })

  it('is answered by opening the link and pressing, never by opening alone', async () => {
    const { link } = await invite('tva@example.org')
    for (let times = 0; times < 3; times++) expect((await office.visitor().get(link)).status).toBe(200)
    const { owner: database } = office.application.database
    const account = await database
      .selectFrom('account.user')
      .select('id')
      .where('email', '=', 'tva@example.org')
      .executeTakeFirst()
    expect(account).toBeUndefined()
  })

  it('says at the field what is wrong', async () => {
    const { link } = await invite('tre@example.org')
    const poor = await office.visitor().post(link, fieldsOf(link, { password: 'Sommaren2026!' }))
    expect(poor).toMatchObject({ status: 422, text: expect.stringContaining('bland de första') })
    const empty = await office.visitor().post(link, fieldsOf(link, { name: '' }))
    expect(empty).toMatchObject({ status: 422, text: expect.stringContaining('måste fyllas i') })
  })

  it('is answered with the account somebody has, after signing in to it', async () => {
    const ada = await makeAccount(office.application, north, { roles: ['board'] })
    const { link } = await invite(ada.email)
    const guest = office.visitor()
    const taken = await guest.post(link, fieldsOf(link))
    expect(taken).toMatchObject({ status: 409, text: expect.stringContaining('finns redan ett konto') })
    const way = /href="(\/sign-in\?back=[^"]+)"/.exec(taken.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const back = new URL(way, office.url).searchParams.get('back') ?? ''
    const signedIn = await signIn(guest, ada, back)
    expect(signedIn.leadsTo).toBe(link)
    expect((await guest.get(link)).text).toContain('Du är inloggad som Ada Exempelström')
    expect((await guest.post(link, fieldsOf(link))).leadsTo).toBe('/')
    expect((await guest.get('/account')).text).toContain('Politisk sekreterare')
  })

  it('leads nowhere with a link that somebody made up', async () => {
    for (const token of ['', 'x', `${north.id}.made-up`, `${north.id}.`, '../..']) {
      const page = await office.visitor().get(`/invitation?${new URLSearchParams({ token }).toString()}`)
      expect([token, page.status]).toEqual([token, 404])
    }
  })
})

describe('the page about access', () => {
  it('is for those who give trust or look after it', async () => {
    const statuses: Record<string, number> = {}
    for (const role of ['owner', 'registrar', 'organiser', 'auditor', 'secretary', 'member'] as const) {
      const visitor = office.visitor()
      await signIn(visitor, await makeAccount(office.application, north, { roles: [role] }))
      statuses[role] = (await visitor.get('/system/access')).status
    }
    expect(statuses).toEqual({
      owner: 200,
      registrar: 200,
      organiser: 200,
      auditor: 200,
      secretary: 403,
      member: 403,
    })
    expect((await office.visitor().get('/system/access')).status).toBe(401)
  })

  it('gives and ends, and says why not', async () => {
    const bo = await makeAccount(office.application, north, { name: 'Bo Exempelgren', roles: ['board'] })
    const given = await owner.post('/system/access', {
      intent: 'give',
      person: bo.id,
      role: 'caller',
      unit: north.unitId,
    })
    expect(given.text).toContain('Rollen är given.')
    const grantOf = async (userId: string, role: string) => {
      const row = await office.application.database.owner
        .selectFrom('organisation.role_grant')
        .select('id')
        .where('user_id', '=', userId)
        .where('role', '=', role)
        .executeTakeFirstOrThrow()
      return row.id
    }
    const ended = await owner.post('/system/access', { intent: 'end', grant: await grantOf(bo.id, 'caller') })
    expect(ended.text).toContain('Rollen är avslutad.')
    const all = await owner.get('/system/access?ended')
    expect(all.text).toContain('Avslutad av Asta Ägare')
    const grant = await grantOf(bo.id, 'board')
    const late = await owner.post(`/system/access?end=${grant}`, {
      intent: 'end',
      grant,
      lastDay: '2020-01-01',
    })
    expect(late).toMatchObject({ status: 422, text: expect.stringContaining('Sista dagen har redan varit') })
  })

  it('never ends the last owner', async () => {
    const alone = await office.organisation('Ensamma distriktet')
    const { owner: database } = office.application.database
    const only = await makeAccount(office.application, alone, { roles: ['owner'] })
    await database
      .deleteFrom('organisation.role_grant')
      .where('organisation_id', '=', alone.id)
      .where('user_id', '!=', only.id)
      .execute()
    const { id } = await database
      .selectFrom('organisation.role_grant')
      .select('id')
      .where('organisation_id', '=', alone.id)
      .executeTakeFirstOrThrow()
    const visitor = office.visitor()
    await signIn(visitor, only)
    const page = await visitor.post('/system/access', { intent: 'end', grant: id })
    expect(page).toMatchObject({ status: 409, text: expect.stringContaining('måste ha kvar en ägare') })
  })

  it('offers a registrar only what a registrar may give', async () => {
    const visitor = office.visitor()
    await signIn(visitor, await makeAccount(office.application, north, { roles: ['registrar'] }))
    const page = await visitor.get('/system/access')
    expect(page.html).toContain('<option value="member"')
    expect(page.html).not.toContain('<option value="owner"')
    const fields = { intent: 'invite', name: 'N', email: 'n@example.org', role: 'owner', unit: north.unitId }
    const refused = await visitor.post('/system/access', fields)
    expect(refused).toMatchObject({
      status: 403,
      text: expect.stringContaining('Du kan inte ge eller avsluta rollen Ägare'),
    })
  })

  it('takes an invitation back', async () => {
    const { page, link } = await invite('angra@example.org')
    const row = new RegExp(`angra@example\\.org[\\s\\S]*?name="invitation" value="([^"]+)"`).exec(page.html)
    const withdrawn = await owner.post('/system/access', { intent: 'withdraw', invitation: row?.[1] ?? '' })
    expect(withdrawn.text).toContain('Inbjudan är tillbakatagen.')
    expect((await office.visitor().get(link)).status).toBe(404)
  })
})
