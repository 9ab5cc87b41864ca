import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Caller } from '#platform/operations/call.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { newId } from '#platform/identifiers.ts'
import { createUnit } from '#modules/organisation/index.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { applyToJoin } from './operations/joining/apply-to-join.ts'
import { approveApplications } from './operations/joining/approve-applications.ts'
import { assignWelcomeTask } from './operations/joining/assign-welcome-task.ts'
import { confirmApplication } from './operations/joining/confirm-application.ts'
import { createJoinPage } from './operations/joining/create-join-page.ts'
import { createReferralLink } from './operations/joining/create-referral-link.ts'
import { getJoinPoster } from './operations/joining/get-join-poster.ts'
import { getOwnApplication } from './operations/joining/get-own-application.ts'
import { getOwnRecruiting } from './operations/joining/get-own-recruiting.ts'
import { getRecruitment } from './operations/joining/get-recruitment.ts'
import { listApplications } from './operations/joining/list-applications.ts'
import { listWelcomeTasks } from './operations/joining/list-welcome-tasks.ts'
import { recordWelcomeContact } from './operations/joining/record-welcome-contact.ts'
import { refuseApplication } from './operations/joining/refuse-application.ts'
import { setPostalCodeUnits } from './operations/joining/set-postal-code-units.ts'
import { withdrawApplication } from './operations/joining/withdraw-application.ts'
import { stopPosters } from './document/poster/poster.ts'
import { forgetApplications, raiseOverdueWelcomes } from './store/joining/nightly.ts'

let office: TestOffice
let ours: TestOrganisation
let registrar: Caller
let slug: string
let pageId: string

beforeAll(async () => {
  office = await openTestOffice()
}, 60_000)
afterAll(async () => {
  stopPosters()
  await office.close()
})
beforeEach(async () => {
  office.setClock('2026-11-22T10:00:00Z')
  ours = await office.organisation()
  registrar = await ours.person(['registrar'])
  const made = await as(registrar, createJoinPage, {
    unitId: ours.unitId,
    title: `Bli medlem ${ours.id}`,
    home: 'set',
    homeUnitId: ours.unitId,
    source: 'webben',
  })
  slug = made.slug
  pageId = made.pageId
})

function as<Input extends z.ZodType, Output extends z.ZodType>(
  caller: Caller,
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) {
  return office.application.call(operation, input, caller)
}

const nina = {
  givenName: 'Nina',
  familyName: 'Exempel',
  email: 'nina@example.org',
  phone: '070-174 06 05',
  street: 'Påhittsvägen 1',
  postalCode: '123 45',
  city: 'Exempelby',
}

const apply = (more: Partial<z.input<typeof applyToJoin.input>> = {}) =>
  as(ours.anonymous, applyToJoin, { page: slug, ...nina, ...more })

function mails() {
  return office.application.database.owner
    .selectFrom('mail.message')
    .select(['recipient', 'subject', 'body_text as text'])
    .where('organisation_id', '=', ours.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

async function lastToken(): Promise<string> {
  return /token=(\S+)/.exec((await mails()).at(-1)?.text ?? '')?.[1] ?? ''
}

async function applied(more: Parameters<typeof apply>[0] = {}): Promise<string> {
  await apply(more)
  await as(ours.anonymous, confirmApplication, { token: await lastToken() })
  const { applications } = await as(registrar, listApplications, {})
  return applications.at(-1)!.id
}

const count = async (
  table: 'people.person' | 'people.application' | 'people.welcome_task' | 'people.membership',
) =>
  (
    await office.application.database.owner
      .selectFrom(table)
      .select('organisation_id')
      .where('organisation_id', '=', ours.id)
      .execute()
  ).length

describe('applying', () => {
  it('waits for the button: looking at the link changes nothing', async () => {
    await apply()
    const token = await lastToken()
    for (let looks = 0; looks < 3; looks++) {
      const shown = await as(ours.anonymous, getOwnApplication, { token })
      expect(shown).toMatchObject({ state: 'unconfirmed', givenName: 'Nina', phone: '+46701740605' })
    }
    expect((await as(registrar, listApplications, {})).applications).toEqual([])
    await as(ours.anonymous, confirmApplication, { token })
    expect((await as(registrar, listApplications, {})).applications).toMatchObject([{ name: 'Nina Exempel' }])
  })

  it('is confirmed once, though the button is pressed twice at once', async () => {
    await apply()
    const token = await lastToken()
    const answers = await Promise.all([1, 2].map(() => as(ours.anonymous, confirmApplication, { token })))
    expect(answers.map(({ before }) => before).sort()).toEqual([false, true])
    expect((await as(registrar, listApplications, {})).waiting).toBe(1)
  })

  it('keeps one application of two sent at once, and mails one link that works', async () => {
    await Promise.all([apply(), apply()])
    expect(await count('people.application')).toBe(1)
    expect(await mails()).toHaveLength(1)
    await as(ours.anonymous, confirmApplication, { token: await lastToken() })
  })

  it('writes the newest over one that nobody confirmed, whose link no longer works', async () => {
    await apply({ city: 'Felstad' })
    const old = await lastToken()
    office.setClock('2026-11-22T10:05:00Z')
    await apply({ city: 'Rättstad' })
    await expect(as(ours.anonymous, confirmApplication, { token: old })).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await as(ours.anonymous, getOwnApplication, { token: await lastToken() })).toMatchObject({
      address: 'Påhittsvägen 1, 123 45 Rättstad',
    })
  })

  it('answers a stranger the same whether somebody is a member or not; the mail says what is so', async () => {
    const id = await applied()
    expect(await apply()).toEqual({ sent: true })
    expect((await mails()).at(-1)?.subject).toMatch(/väntar redan/)
    await as(registrar, approveApplications, { applicationIds: [id] })
    expect(await apply({ email: 'NINA@example.org' })).toEqual({ sent: true })
    expect((await mails()).at(-1)?.subject).toMatch(/redan medlem/)
    expect(await apply({ email: 'ingen@example.org' })).toEqual({ sent: true })
    expect((await mails()).at(-1)?.subject).toMatch(/Bekräfta/)
  })

  it('lets a family share an address of e-mail', async () => {
    await applied()
    await applied({ givenName: 'Nils' })
    expect((await as(registrar, listApplications, {})).waiting).toBe(2)
  })

  it('mails nobody more than so often, and says nothing of it', async () => {
    for (let times = 0; times < 8; times++) {
      office.setClock(`2026-11-22T10:${10 + times}:00Z`)
      expect(await apply({ email: `fylld.${ours.id}@example.org` })).toEqual({ sent: true })
    }
    expect(await mails()).toHaveLength(5)
  })

  it('takes so many from one network address and no more', async () => {
    const caller = { ...ours.anonymous, address: `192.0.2.${ours.id}` }
    const { limit } = office.application.services
    for (let times = 0; times < 300; times++) await limit(`join|${caller.address}`, { window: 600, max: 300 })
    await expect(as(caller, applyToJoin, { page: slug, ...nina })).rejects.toMatchObject({ code: 'tooMany' })
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
    const { applications } = await as(registrar, listApplications, {})
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
    const { applications } = await as(registrar, listApplications, {})
    expect(applications[0]?.address).toBe('Påhittsvägen 1, SW1A 1AA London, GB')
  })

  it('can be taken back, and what it said is gone', async () => {
    await applied()
    const token = await lastToken()
    await as(ours.anonymous, withdrawApplication, { token })
    expect((await as(registrar, listApplications, {})).applications).toEqual([])
    const { rows } = await office.application.database.pool.query(
      `select state, given_name, email, street, message from people.application where organisation_id = $1`,
      [ours.id],
    )
    expect(rows).toEqual([{ state: 'withdrawn', given_name: '', email: '', street: '', message: '' }])
  })

  it('is forgotten when nobody confirms it in time', async () => {
    await apply()
    const token = await lastToken()
    office.setClock('2026-11-29T10:00:01Z')
    await expect(as(ours.anonymous, confirmApplication, { token })).rejects.toMatchObject({
      code: 'notFound',
    })
    await forgetApplications(office.application.database.owner, office.application.host.now())
    expect(await count('people.application')).toBe(0)
  })

  it('ends when as many as there is room for have confirmed, also at the same moment', async () => {
    const page = await as(registrar, createJoinPage, {
      unitId: ours.unitId,
      title: `Tre platser ${newId()}`,
      home: 'set',
      homeUnitId: ours.unitId,
      source: 'torget',
      maxUses: 3,
    })
    const tokens: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await apply({ page: page.slug, givenName: name, email: `${name}@example.org` })
      tokens.push(await lastToken())
    }
    const answers = await Promise.allSettled(
      tokens.map((token) => as(ours.anonymous, confirmApplication, { token })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(apply({ page: page.slug, email: 'f@example.org' })).rejects.toMatchObject({
      code: 'notPossibleNow',
    })
  })
})

describe('the home unit', () => {
  it('is found by the postal code, the narrowest first, else it is the one that is set', async () => {
    const unit = async (name: string) =>
      (await as(ours.operator, createUnit, { parentId: ours.unitId, kind: 'association', name })).unitId
    const [town, village] = [await unit('Staden'), await unit('Byn')]
    const keeper = {
      ...registrar,
      actor: { ...registrar.actor, grants: grantsIn([ours.unitId, town, village]) },
    }
    await as(keeper as Caller, setPostalCodeUnits, {
      unitId: town,
      ranges: [{ first: '12000', last: '12999' }],
    })
    await as(keeper as Caller, setPostalCodeUnits, {
      unitId: village,
      ranges: [{ first: '12345', last: '12345' }],
    })
    const page = await as(registrar, createJoinPage, {
      unitId: ours.unitId,
      title: `Efter postnummer ${newId()}`,
      home: 'postalCode',
      homeUnitId: ours.unitId,
      source: 'webben',
    })
    const homes = ['123 45', '120 00', '999 99'].map((postalCode, at) => ({
      postalCode,
      email: `h${at}@example.org`,
    }))
    for (const home of homes) await apply({ page: page.slug, ...home })
    const { rows } = await office.application.database.pool.query<{ unit_id: string }>(
      'select unit_id from people.application where organisation_id = $1 order by email',
      [ours.id],
    )
    expect(rows.map((row) => row.unit_id)).toEqual([village, town, ours.unitId])
  })
})

const grantsIn = (unitIds: string[]) => [{ role: 'registrar' as const, unitIds }]

describe('approving', () => {
  it('makes a person with contacts and membership, a task to meet them, and one mail to the applicant', async () => {
    const id = await applied()
    const before = (await mails()).length
    const { approved } = await as(registrar, approveApplications, { applicationIds: [id] })
    expect(approved).toHaveLength(1)
    expect(await count('people.person')).toBe(1)
    const { tasks } = await as(registrar, listWelcomeTasks, {})
    expect(tasks).toMatchObject([
      { name: 'Nina Exempel', dueOn: '2026-11-29', state: 'open', phone: '+46701740605' },
    ])
    const sent = (await mails()).slice(before)
    expect(sent.map(({ recipient }) => recipient)).toEqual(['nina@example.org'])
  })

  it('does it once, though two approve the same at once', async () => {
    const id = await applied()
    const answers = await Promise.all(
      [1, 2].map(() => as(registrar, approveApplications, { applicationIds: [id] })),
    )
    expect(answers.map(({ approved }) => approved.length).sort()).toEqual([0, 1])
    expect([await count('people.person'), await count('people.welcome_task')]).toEqual([1, 1])
  })

  it('leaves who looks like somebody in the register until somebody has looked', async () => {
    const first = await applied()
    const { approved } = await as(registrar, approveApplications, { applicationIds: [first] })
    const personId = approved[0]!.personId
    const second = await applied({ email: 'annan@example.org' })
    const { applications } = await as(registrar, listApplications, {})
    expect(applications[0]).toMatchObject({ mustLook: true, same: [{ personId, signs: ['phone', 'name'] }] })
    const left = await as(registrar, approveApplications, { applicationIds: [second] })
    expect(left).toMatchObject({ approved: [], toLookAt: [second] })
    await as(registrar, approveApplications, {
      applicationIds: [second],
      looked: [{ applicationId: second, personId }],
    })
    expect(await count('people.person')).toBe(1)
    expect(await count('people.membership')).toBe(1)
  })

  it('takes a person twice in one bulk for one', async () => {
    const other = await as(registrar, createJoinPage, {
      unitId: ours.unitId,
      title: `En till ${newId()}`,
      home: 'set',
      homeUnitId: ours.unitId,
      source: 'torget',
    })
    const ids = [await applied()]
    ids.push(await applied({ page: other.slug }))
    const both = await as(registrar, listApplications, {})
    const answer = await as(registrar, approveApplications, {
      applicationIds: both.applications.map(({ id }) => id),
    })
    expect([answer.approved.length, answer.toLookAt.length]).toEqual([1, 1])
  })

  it('refuses with a reason that the applicant reads', async () => {
    const id = await applied()
    await as(registrar, refuseApplication, { applicationId: id, reason: 'Du bor i ett annat distrikt.' })
    expect((await mails()).at(-1)?.text).toMatch(/ett annat distrikt/)
    await expect(as(registrar, refuseApplication, { applicationId: id, reason: 'x' })).rejects.toMatchObject({
      code: 'notPossibleNow',
    })
    const again = await as(registrar, approveApplications, { applicationIds: [id] })
    expect(again).toMatchObject({ approved: [], decidedBefore: 1 })
  })
})

describe('the welcome', () => {
  it('is somebody’s, is recorded, and rises when it is late', async () => {
    const id = await applied()
    await as(registrar, approveApplications, { applicationIds: [id] })
    const organiser = await ours.person(['organiser'])
    const { tasks } = await as(organiser, listWelcomeTasks, {})
    const taskId = tasks[0]!.id
    await as(organiser, assignWelcomeTask, { taskIds: [taskId], userId: 'me' })
    expect((await as(organiser, listWelcomeTasks, { whose: 'mine' })).count).toBe(1)
    const said = { taskId, channel: 'phone' as const }
    expect(await as(organiser, recordWelcomeContact, { ...said, outcome: 'noAnswer' })).toEqual({
      state: 'tried',
    })
    office.setClock('2026-11-30T10:00:00Z')
    expect((await as(organiser, listWelcomeTasks, {})).tasks[0]).toMatchObject({ overdue: true, tries: 1 })
    const { owner } = office.application.database
    const raise = () => raiseOverdueWelcomes(owner, office.application.host.now())
    await raise()
    await raise()
    const events = await owner
      .selectFrom('people.event')
      .select('kind')
      .where('organisation_id', '=', ours.id)
      .where('kind', '=', 'welcomeOverdue')
      .execute()
    expect(events).toHaveLength(1)
    expect(await as(organiser, recordWelcomeContact, { ...said, outcome: 'reached' })).toEqual({
      state: 'contacted',
    })
    expect((await as(registrar, getRecruitment, {})).inTime).toBe(0)
  })
})

describe('recruiting', () => {
  it('credits a member once for each who joins by their link', async () => {
    const id = await applied()
    const { approved } = await as(registrar, approveApplications, { applicationIds: [id] })
    const member = await ours.person([])
    const userId = member.actor.kind === 'person' ? member.actor.userId : ''
    await office.application.database.owner
      .insertInto('people.account_link')
      .values({
        organisation_id: ours.id,
        user_id: userId,
        person_id: approved[0]!.personId,
        linked_at: new Date(),
      })
      .execute()
    const { link } = await as(member, createReferralLink, { page: slug })
    expect(await as(member, createReferralLink, { page: slug })).toEqual({ link })
    const by = new URL(link).searchParams.get('by')
    const friend = { by, givenName: 'Vän', phone: '', email: 'van@example.org' }
    const friendId = await applied(friend)
    await as(registrar, approveApplications, { applicationIds: [friendId] })
    expect(await as(member, getOwnRecruiting, {})).toMatchObject({ isMember: true, joined: 1 })
    const other = await as(registrar, createJoinPage, {
      unitId: ours.unitId,
      title: `En till ${newId()}`,
      home: 'set',
      homeUnitId: ours.unitId,
      source: 'torget',
    })
    // The same friend by another page is told that they are a member already; nobody is counted twice.
    await apply({ ...friend, page: other.slug })
    expect((await mails()).at(-1)?.subject).toMatch(/redan medlem/)
    expect((await as(registrar, getRecruitment, {})).referrers).toEqual([{ name: 'Nina Exempel', joined: 1 }])
  })

  it('counts by day, unit and source, and members now', async () => {
    const id = await applied()
    await as(registrar, approveApplications, { applicationIds: [id] })
    const shown = await as(registrar, getRecruitment, { from: '2026-11-20', to: '2026-11-23' })
    expect(shown.steps.map(({ joined, total }) => [joined, total])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [0, 1],
    ])
    expect(shown).toMatchObject({
      joined: 1,
      sources: [{ name: 'webben', joined: 1 }],
      members: { now: 1, atStart: 0 },
    })
  })
})

it('prints the page’s address on a poster', async () => {
  const file = await as(registrar, getJoinPoster, { pageId })
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(file.type).toBe('application/pdf')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(5_000)
})

it('never mails a registry: every mail went to whoever applied', async () => {
  const emails = ['a', 'b', 'c'].map((name) => `${name}@example.org`)
  for (const email of emails) await applied({ email, givenName: email, phone: '' })
  const { applications } = await as(registrar, listApplications, {})
  await as(registrar, approveApplications, { applicationIds: applications.map(({ id }) => id) })
  expect([...new Set((await mails()).map(({ recipient }) => recipient))].sort()).toEqual(emails)
})
