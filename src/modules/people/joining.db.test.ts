import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#platform/operations/call.ts'
import { createUnit } from '#modules/organisation/index.ts'
import type { TestOffice } from '../../../tests/support/test-office.ts'
import { approveApplications } from './operations/joining/approve-applications.ts'
import { assignWelcomeTask } from './operations/joining/assign-welcome-task.ts'
import { createReferralLink } from './operations/joining/create-referral-link.ts'
import { getJoinPoster } from './operations/joining/get-join-poster.ts'
import { getOwnRecruiting } from './operations/joining/get-own-recruiting.ts'
import { getRecruitment } from './operations/joining/get-recruitment.ts'
import { listApplications } from './operations/joining/list-applications.ts'
import { listWelcomeTasks } from './operations/joining/list-welcome-tasks.ts'
import { recordWelcomeContact } from './operations/joining/record-welcome-contact.ts'
import { refuseApplication } from './operations/joining/refuse-application.ts'
import { setPostalCodeUnits } from './operations/joining/set-postal-code-units.ts'
import { stopPosters } from './document/poster/poster.ts'
import { raiseOverdueWelcomes } from './store/joining/nightly.ts'
import { joiningOffice, openJoiningOffice, type JoiningOffice } from './testing/joining-office.ts'

let office: TestOffice
let joining: JoiningOffice

beforeAll(async () => {
  office = await openJoiningOffice()
}, 60_000)
afterAll(async () => {
  stopPosters()
  await office.close()
})
beforeEach(async () => {
  joining = await joiningOffice(office)
})

const { as, apply, applied, mails, count, page } = {
  as: ((...args) => joining.as(...args)) as JoiningOffice['as'],
  apply: ((more) => joining.apply(more)) as JoiningOffice['apply'],
  applied: ((more) => joining.applied(more)) as JoiningOffice['applied'],
  mails: () => joining.mails(),
  count: ((table) => joining.count(table)) as JoiningOffice['count'],
  page: ((title, more) => joining.page(title, more)) as JoiningOffice['page'],
}

describe('the home unit', () => {
  it('is found by the postal code, the narrowest first, else it is the one that is set', async () => {
    const unit = async (name: string) =>
      (
        await as(joining.ours.operator, createUnit, {
          parentId: joining.ours.unitId,
          kind: 'association',
          name,
        })
      ).unitId
    const [town, village] = [await unit('Staden'), await unit('Byn')]
    const keeper = {
      ...joining.registrar,
      actor: { ...joining.registrar.actor, grants: grantsIn([joining.ours.unitId, town, village]) },
    }
    await as(keeper as Caller, setPostalCodeUnits, {
      unitId: town,
      ranges: [{ first: '12000', last: '12999' }],
    })
    await as(keeper as Caller, setPostalCodeUnits, {
      unitId: village,
      ranges: [{ first: '12345', last: '12345' }],
    })
    const some = await page('Efter postnummer', { home: 'postalCode' })
    const homes = ['123 45', '120 00', '999 99'].map((postalCode, at) => ({
      postalCode,
      email: `h${at}@example.org`,
    }))
    for (const home of homes) await apply({ page: some.slug, ...home })
    const { rows } = await office.application.database.pool.query<{ unit_id: string }>(
      'select unit_id from people.application where organisation_id = $1 order by email',
      [joining.ours.id],
    )
    expect(rows.map((row) => row.unit_id)).toEqual([village, town, joining.ours.unitId])
  })
})

const grantsIn = (unitIds: string[]) => [{ role: 'registrar' as const, unitIds }]

describe('approving', () => {
  it('makes a person with contacts and membership, a task to meet them, and one mail to the applicant', async () => {
    const id = await applied()
    const before = (await mails()).length
    const { approved } = await as(joining.registrar, approveApplications, { applicationIds: [id] })
    expect(approved).toHaveLength(1)
    expect(await count('people.person')).toBe(1)
    const { tasks } = await as(joining.registrar, listWelcomeTasks, {})
    expect(tasks).toMatchObject([
      { name: 'Nina Exempel', dueOn: '2026-11-29', state: 'open', phone: '+46701740605' },
    ])
    const sent = (await mails()).slice(before)
    expect(sent.map(({ recipient }) => recipient)).toEqual(['nina@example.org'])
  })

  it('does it once, though two approve the same at once', async () => {
    const id = await applied()
    const answers = await Promise.all(
      [1, 2].map(() => as(joining.registrar, approveApplications, { applicationIds: [id] })),
    )
    expect(answers.map(({ approved }) => approved.length).sort()).toEqual([0, 1])
    expect([await count('people.person'), await count('people.welcome_task')]).toEqual([1, 1])
  })

  it('leaves who looks like somebody in the register until somebody has looked', async () => {
    const first = await applied()
    const { approved } = await as(joining.registrar, approveApplications, { applicationIds: [first] })
    const personId = approved[0]!.personId
    const second = await applied({ email: 'annan@example.org' })
    const { applications } = await as(joining.registrar, listApplications, {})
    expect(applications[0]).toMatchObject({ mustLook: true, same: [{ personId, signs: ['phone', 'name'] }] })
    const left = await as(joining.registrar, approveApplications, { applicationIds: [second] })
    expect(left).toMatchObject({ approved: [], toLookAt: [second] })
    await as(joining.registrar, approveApplications, {
      applicationIds: [second],
      looked: [{ applicationId: second, personId }],
    })
    expect(await count('people.person')).toBe(1)
    expect(await count('people.membership')).toBe(1)
  })

  it('takes a person twice in one bulk for one', async () => {
    const other = await page('En till')
    const ids = [await applied()]
    ids.push(await applied({ page: other.slug }))
    const both = await as(joining.registrar, listApplications, {})
    const answer = await as(joining.registrar, approveApplications, {
      applicationIds: both.applications.map(({ id }) => id),
    })
    expect([answer.approved.length, answer.toLookAt.length]).toEqual([1, 1])
  })

  it('refuses with a reason that the applicant reads', async () => {
    const id = await applied()
    await as(joining.registrar, refuseApplication, {
      applicationId: id,
      reason: 'Du bor i ett annat distrikt.',
    })
    expect((await mails()).at(-1)?.text).toMatch(/ett annat distrikt/)
    await expect(
      as(joining.registrar, refuseApplication, { applicationId: id, reason: 'x' }),
    ).rejects.toMatchObject({
      code: 'notPossibleNow',
    })
    const again = await as(joining.registrar, approveApplications, { applicationIds: [id] })
    expect(again).toMatchObject({ approved: [], decidedBefore: 1 })
  })
})

describe('the welcome', () => {
  it('is somebody’s, is recorded, and rises when it is late', async () => {
    const id = await applied()
    await as(joining.registrar, approveApplications, { applicationIds: [id] })
    const organiser = await joining.ours.person(['organiser'])
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
      .where('organisation_id', '=', joining.ours.id)
      .where('kind', '=', 'welcomeOverdue')
      .execute()
    expect(events).toHaveLength(1)
    expect(await as(organiser, recordWelcomeContact, { ...said, outcome: 'reached' })).toEqual({
      state: 'contacted',
    })
    expect((await as(joining.registrar, getRecruitment, {})).inTime).toBe(0)
  })
})

describe('recruiting', () => {
  it('credits a member once for each who joins by their link', async () => {
    const id = await applied()
    const { approved } = await as(joining.registrar, approveApplications, { applicationIds: [id] })
    const member = await joining.ours.person([])
    const userId = member.actor.kind === 'person' ? member.actor.userId : ''
    await office.application.database.owner
      .insertInto('people.account_link')
      .values({
        organisation_id: joining.ours.id,
        user_id: userId,
        person_id: approved[0]!.personId,
        linked_at: new Date(),
      })
      .execute()
    const { link } = await as(member, createReferralLink, { page: joining.slug })
    expect(await as(member, createReferralLink, { page: joining.slug })).toEqual({ link })
    const by = new URL(link).searchParams.get('by')
    const friend = { by, givenName: 'Vän', phone: '', email: 'van@example.org' }
    const friendId = await applied(friend)
    await as(joining.registrar, approveApplications, { applicationIds: [friendId] })
    expect(await as(member, getOwnRecruiting, {})).toMatchObject({ isMember: true, joined: 1 })
    const other = await page('En till')
    // The same friend by another page is told that they are a member already; nobody is counted twice.
    await apply({ ...friend, page: other.slug })
    expect((await mails()).at(-1)?.subject).toMatch(/redan medlem/)
    expect((await as(joining.registrar, getRecruitment, {})).referrers).toEqual([
      { name: 'Nina Exempel', joined: 1 },
    ])
  })

  it('counts by day, unit and source, and members now', async () => {
    const id = await applied()
    await as(joining.registrar, approveApplications, { applicationIds: [id] })
    const shown = await as(joining.registrar, getRecruitment, { from: '2026-11-20', to: '2026-11-23' })
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
  const file = await as(joining.registrar, getJoinPoster, { pageId: joining.pageId })
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(file.type).toBe('application/pdf')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(5_000)
})

it('never mails a registry: every mail went to whoever applied', async () => {
  const emails = ['a', 'b', 'c'].map((name) => `${name}@example.org`)
  for (const email of emails) await applied({ email, givenName: email, phone: '' })
  const { applications } = await as(joining.registrar, listApplications, {})
  await as(joining.registrar, approveApplications, { applicationIds: applications.map(({ id }) => id) })
  expect([...new Set((await mails()).map(({ recipient }) => recipient))].sort()).toEqual(emails)
})
