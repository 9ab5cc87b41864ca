import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUnit } from '#modules/organisation/index.ts'
import type { Caller } from '#platform/operations/call.ts'
import { newId } from '#platform/identifiers.ts'
import type { TestOffice } from '../../../tests/support/test-office.ts'
import { approveApplications } from './operations/joining/approve-applications.ts'
import { getMemberJourney } from './operations/joining/get-member-journey.ts'
import { getRecruitment } from './operations/joining/get-recruitment.ts'
import { listWelcomeTasks } from './operations/joining/list-welcome-tasks.ts'
import { recordWelcomeContact } from './operations/joining/record-welcome-contact.ts'
import { createPerson } from './operations/persons/create-person.ts'
import { movePerson } from './operations/persons/move-person.ts'
import { joiningOffice, openJoiningOffice, type JoiningOffice } from './testing/joining-office.ts'

let office: TestOffice
let joining: JoiningOffice
let registrar: Caller

beforeAll(async () => {
  office = await openJoiningOffice()
  joining = await joiningOffice(office)
  registrar = joining.registrar
}, 60_000)
afterAll(() => office.close())

const names = ['Ada', 'Bo', 'Cia', 'Dan', 'Eva', 'Folke']

it('counts days from application to network, tells no few, and lets movers go on', async () => {
  const { as, ours } = joining
  const applicationIds: string[] = []
  for (const name of names) {
    applicationIds.push(await joining.applied({ givenName: name, email: `${name}@example.org`, phone: '' }))
  }
  office.setClock('2026-11-24T10:00:00Z')
  const { approved } = await as(registrar, approveApplications, { applicationIds })
  office.setClock('2026-11-27T10:00:00Z')
  const { tasks } = await as(registrar, listWelcomeTasks, {})
  for (const { id } of tasks.slice(0, 5)) {
    await as(registrar, recordWelcomeContact, { taskId: id, channel: 'phone', outcome: 'reached' })
  }
  const { unitId: network } = await as(ours.operator, createUnit, {
    parentId: ours.unitId,
    kind: 'association',
    name: 'Byn',
  })
  const body = { organisation_id: ours.id, id: newId(), unit_id: ours.unitId, valid_from: '2020-01-01' }
  const { owner } = office.application.database
  await owner
    .insertInto('organisation.body')
    .values({ ...body, kind: 'network', name: 'Klimat' })
    .execute()
  for (const { personId } of approved.slice(0, 4)) {
    await owner
      .insertInto('people.body_member')
      .values({
        organisation_id: ours.id,
        id: newId(),
        person_id: personId,
        home_unit_id: ours.unitId,
        body_id: body.id,
        valid_from: '2026-12-04',
        recorded_at: new Date(),
      })
      .execute()
  }
  const wide: Caller = {
    ...registrar,
    actor: {
      ...registrar.actor,
      grants: [{ role: 'registrar', unitIds: [ours.unitId, network], top: true }],
    } as Caller['actor'],
  }
  const before = await as(wide, getMemberJourney, { by: 'year' })
  expect(before.joined).toBe(6)
  expect(before.steps).toEqual([
    { step: 'applied', reached: 6, sinceJoining: -2, sinceBefore: null },
    { step: 'approved', reached: 6, sinceJoining: 0, sinceBefore: 2 },
    { step: 'contacted', reached: 5, sinceJoining: 3, sinceBefore: 3 },
    { step: 'interviewed', reached: 0, sinceJoining: null, sinceBefore: null },
    // Four are too few to be told.
    { step: 'group', reached: null, sinceJoining: null, sinceBefore: null },
    { step: 'post', reached: 0, sinceJoining: null, sinceBefore: null },
  ])
  expect(before.cohorts.map(({ name, joined }) => [name, joined])).toEqual([['2026', 6]])

  office.setClock('2026-12-20T10:00:00Z')
  await as(wide, movePerson, { personId: approved[0]!.personId, toUnitId: network })
  const after = await as(wide, getMemberJourney, { by: 'year' })
  expect([after.joined, after.steps, after.units.length]).toEqual([6, before.steps, 1])
})

it('counts what the register did by hand: one stroke for six, one written in, one moved', async () => {
  const { as, ours } = joining
  const shown = async () =>
    (await as(registrar, getRecruitment, { from: '2026-11-01', to: '2026-12-31' })).registry
  // Somebody was moved more than two weeks after they came: that is no price of how they came.
  expect(await shown()).toEqual({ approvals: 1, byHand: 0, corrections: 0, perJoin: 0.17 })
  await as(registrar, createPerson, { unitId: ours.unitId, givenName: 'Gun', familyName: 'Prov' })
  expect(await shown()).toEqual({ approvals: 1, byHand: 1, corrections: 0, perJoin: 0.29 })
  const lone = await joining.applied({ givenName: 'Hans', email: 'hans@example.org', phone: '' })
  const { approved } = await as(registrar, approveApplications, { applicationIds: [lone] })
  office.setClock('2026-12-22T10:00:00Z')
  const { unitId } = await as(ours.operator, createUnit, {
    parentId: ours.unitId,
    kind: 'association',
    name: 'Staden',
  })
  const wide = {
    ...registrar,
    actor: { ...registrar.actor, grants: [{ role: 'registrar', unitIds: [ours.unitId, unitId], top: true }] },
  } as Caller
  await as(wide, movePerson, { personId: approved[0]!.personId, toUnitId: unitId })
  const all = await as(wide, getRecruitment, { from: '2026-11-01', to: '2026-12-31' })
  expect(all.registry).toEqual({ approvals: 2, byHand: 1, corrections: 1, perJoin: 0.5 })
})
