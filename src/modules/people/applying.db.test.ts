import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '#platform/operations/problem.ts'
import type { TestOffice } from '../../../tests/support/test-office.ts'
import { applyToJoin } from './operations/joining/apply-to-join.ts'
import { approveApplications } from './operations/joining/approve-applications.ts'
import { confirmApplication } from './operations/joining/confirm-application.ts'
import { getOwnApplication } from './operations/joining/get-own-application.ts'
import { listApplications } from './operations/joining/list-applications.ts'
import { withdrawApplication } from './operations/joining/withdraw-application.ts'
import { forgetApplications } from './store/joining/nightly.ts'
import { joiningOffice, nina, openJoiningOffice, type JoiningOffice } from './testing/joining-office.ts'

let office: TestOffice
let joining: JoiningOffice

beforeAll(async () => {
  office = await openJoiningOffice()
}, 60_000)
afterAll(() => office.close())
beforeEach(async () => {
  joining = await joiningOffice(office)
})

const { as, apply, applied, mails, lastToken, count, page } = {
  as: ((...args) => joining.as(...args)) as JoiningOffice['as'],
  apply: ((more) => joining.apply(more)) as JoiningOffice['apply'],
  applied: ((more) => joining.applied(more)) as JoiningOffice['applied'],
  mails: () => joining.mails(),
  lastToken: () => joining.lastToken(),
  count: ((table) => joining.count(table)) as JoiningOffice['count'],
  page: ((title, more) => joining.page(title, more)) as JoiningOffice['page'],
}

describe('applying', () => {
  it('waits for the button: looking at the link changes nothing', async () => {
    await apply()
    const token = await lastToken()
    for (let looks = 0; looks < 3; looks++) {
      const shown = await as(joining.ours.anonymous, getOwnApplication, { token })
      expect(shown).toMatchObject({ state: 'unconfirmed', givenName: 'Nina', phone: '+46701740605' })
    }
    expect((await as(joining.registrar, listApplications, {})).applications).toEqual([])
    await as(joining.ours.anonymous, confirmApplication, { token })
    expect((await as(joining.registrar, listApplications, {})).applications).toMatchObject([
      { name: 'Nina Exempel' },
    ])
  })

  it('is confirmed once, though the button is pressed twice at once', async () => {
    await apply()
    const token = await lastToken()
    const answers = await Promise.all(
      [1, 2].map(() => as(joining.ours.anonymous, confirmApplication, { token })),
    )
    expect(answers.map(({ before }) => before).sort()).toEqual([false, true])
    expect((await as(joining.registrar, listApplications, {})).waiting).toBe(1)
  })

  it('keeps one application of two sent at once, and mails one link that works', async () => {
    await Promise.all([apply(), apply()])
    expect(await count('people.application')).toBe(1)
    expect(await mails()).toHaveLength(1)
    await as(joining.ours.anonymous, confirmApplication, { token: await lastToken() })
  })

  it('writes the newest over one that nobody confirmed, whose link no longer works', async () => {
    await apply({ city: 'Felstad' })
    const old = await lastToken()
    office.setClock('2026-11-22T10:05:00Z')
    await apply({ city: 'Rättstad' })
    await expect(as(joining.ours.anonymous, confirmApplication, { token: old })).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await as(joining.ours.anonymous, getOwnApplication, { token: await lastToken() })).toMatchObject({
      address: 'Påhittsvägen 1, 123 45 Rättstad',
    })
  })

  it('answers a stranger the same whether somebody is a member or not; the mail says what is so', async () => {
    const id = await applied()
    expect(await apply()).toEqual({ sent: true })
    expect((await mails()).at(-1)?.subject).toMatch(/väntar redan/)
    await as(joining.registrar, approveApplications, { applicationIds: [id] })
    expect(await apply({ email: 'NINA@example.org' })).toEqual({ sent: true })
    expect((await mails()).at(-1)?.subject).toMatch(/redan medlem/)
    expect(await apply({ email: 'ingen@example.org' })).toEqual({ sent: true })
    expect((await mails()).at(-1)?.subject).toMatch(/Bekräfta/)
  })

  it('lets a family share an address of e-mail', async () => {
    await applied()
    await applied({ givenName: 'Nils' })
    expect((await as(joining.registrar, listApplications, {})).waiting).toBe(2)
  })

  it('mails nobody more than so often, and says nothing of it', async () => {
    for (let times = 0; times < 8; times++) {
      office.setClock(`2026-11-22T10:${10 + times}:00Z`)
      expect(await apply({ email: `fylld.${joining.ours.id}@example.org` })).toEqual({ sent: true })
    }
    expect(await mails()).toHaveLength(5)
  })

  it('takes so many from one network address and no more', async () => {
    const caller = { ...joining.ours.anonymous, address: `192.0.2.${joining.ours.id}` }
    const { limit } = office.application.services
    for (let times = 0; times < 300; times++) await limit(`join|${caller.address}`, { window: 600, max: 300 })
    await expect(as(caller, applyToJoin, { page: joining.slug, ...nina })).rejects.toMatchObject({
      code: 'tooMany',
    })
    expect(await mails()).toEqual([])
  })

  it('keeps nothing of what programs fill in', async () => {
    expect(await apply({ website: 'https://example.org' })).toEqual({ sent: true })
    expect([await count('people.application'), await mails()]).toEqual([0, []])
  })

  it.each([
    ['one letter', { givenName: 'Å', familyName: 'Ö' }, 'Å Ö'],
    ['two hundred letters', { givenName: 'x'.repeat(200) }, `${'x'.repeat(200)} Exempel`],
    ['emoji', { givenName: 'Nina 🌻', message: '👩‍👩‍👧 hej' }, 'Nina 🌻 Exempel'],
    ['right to left', { givenName: 'נינה', familyName: 'דוגמה' }, 'נינה דוגמה'],
    ['marks of direction, taken away', { givenName: '\u202eNina\u202c' }, 'Nina Exempel'],
  ])('takes a name of %s as it is', async (_, more, name) => {
    await applied(more)
    const { applications } = await as(joining.registrar, listApplications, {})
    expect(applications.map((each) => each.name)).toEqual([name])
  })

  it.each([
    ['a name of 201 letters', { givenName: 'x'.repeat(201) }, 'givenName'],
    ['a name of marks nobody sees', { familyName: '\u200b\u200e' }, 'familyName'],
    ['no address of e-mail', { email: 'nina at example' }, 'email'],
    ['no telephone number', { phone: 'ring mig' }, 'phone'],
    ['a Swedish postal code of four digits', { postalCode: '1234' }, 'postalCode'],
    ['a day of birth to come', { birthDate: '2030-01-01' }, 'birthDate'],
    ['a country that is none', { country: 'XX' }, 'country'],
  ])('says what is wrong with %s', async (_, more, field) => {
    const problem = await apply(more).catch((error: unknown) => error as Problem)
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).issues.map(({ path }) => path[0])).toContain(field)
    expect(await mails()).toEqual([])
  })

  it('takes an address abroad', async () => {
    await applied({ country: 'GB', postalCode: 'SW1A 1AA', city: 'London' })
    const { applications } = await as(joining.registrar, listApplications, {})
    expect(applications[0]?.address).toBe('Påhittsvägen 1, SW1A 1AA London, GB')
  })

  it('can be taken back, and what it said is gone', async () => {
    await applied()
    const token = await lastToken()
    await as(joining.ours.anonymous, withdrawApplication, { token })
    expect((await as(joining.registrar, listApplications, {})).applications).toEqual([])
    const { rows } = await office.application.database.pool.query(
      `select state, given_name, email, street, message from people.application where organisation_id = $1`,
      [joining.ours.id],
    )
    expect(rows).toEqual([{ state: 'withdrawn', given_name: '', email: '', street: '', message: '' }])
  })

  it('is forgotten when nobody confirms it in time', async () => {
    await apply()
    const token = await lastToken()
    office.setClock('2026-11-29T10:00:01Z')
    await expect(as(joining.ours.anonymous, confirmApplication, { token })).rejects.toMatchObject({
      code: 'notFound',
    })
    await forgetApplications(office.application.database.owner, office.application.host.now())
    expect(await count('people.application')).toBe(0)
  })

  it('ends when as many as there is room for have confirmed, also at the same moment', async () => {
    const some = await page('Tre platser', { maxUses: 3 })
    const tokens: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await apply({ page: some.slug, givenName: name, email: `${name}@example.org` })
      tokens.push(await lastToken())
    }
    const answers = await Promise.allSettled(
      tokens.map((token) => as(joining.ours.anonymous, confirmApplication, { token })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(apply({ page: some.slug, email: 'f@example.org' })).rejects.toMatchObject({
      code: 'notPossibleNow',
    })
  })
})
