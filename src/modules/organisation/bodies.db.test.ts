import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import type { Caller } from '#platform/operations/call.ts'
import { newId } from '#platform/identifiers.ts'
import {
  changeBody,
  changePublicBody,
  closeUnit,
  createBody,
  createPublicBody,
  createUnit,
  endBody,
  endSeat,
  getBody,
  getUnit,
  listBodies,
  listPublicBodies,
  recordBodyActivity,
  reopenUnit,
  setBodyKinds,
  setGroupSource,
  setSeat,
} from './index.ts'

let office: TestOffice
let ours: TestOrganisation
let owner: Caller

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  office.setClock('2026-01-01T10:00:00Z')
  ours = await office.organisation('Norra distriktet')
  owner = await ours.person(['owner'])
  office.setClock('2026-10-01T10:00:00Z')
})

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

const make = async (name: string, more: { kind?: string; parentId?: string; isHighest?: boolean } = {}) =>
  (
    await call(
      createBody,
      { unitId: ours.unitId, kind: 'board', name, validFrom: '2026-02-01', ...more },
      owner,
    )
  ).bodyId

const names = async (asOf?: string) =>
  (await call(listBodies, asOf ? { asOf } : {}, owner)).bodies.map((body) => body.name)

describe('bodies', () => {
  it('are shown on every day as they were', async () => {
    const board = await make('Styrelsen')
    await call(changeBody, { bodyId: board, name: 'Distriktsstyrelsen', from: '2026-05-01' }, owner)
    await call(endBody, { bodyId: board, lastDay: '2026-08-31' }, owner)
    expect(await names('2026-01-31')).toEqual([])
    expect(await names('2026-04-30')).toEqual(['Styrelsen'])
    expect(await names('2026-05-01')).toEqual(['Distriktsstyrelsen'])
    expect(await names('2026-09-01')).toEqual([])
    const { asOf, history } = await call(getBody, { bodyId: board }, owner)
    expect(asOf).toBe('2026-08-31')
    expect(history.map(({ validFrom, name }) => `${validFrom} ${name}`)).toEqual([
      '2026-05-01 Distriktsstyrelsen',
      '2026-02-01 Styrelsen',
    ])
  })

  it('lie under one another within a unit, with one that decides for it', async () => {
    const meeting = await make('Årsmötet', { kind: 'highestMeeting', isHighest: true })
    const group = await make('Gruppen', { kind: 'councilGroup' })
    await make('Vård', { kind: 'subjectGroup', parentId: group })
    expect((await call(getBody, { bodyId: group }, owner)).below.map((body) => body.name)).toEqual(['Vård'])
    await expect(make('Stämman', { isHighest: true })).rejects.toMatchObject({
      detail: { key: 'body.secondHighest' },
    })
    await expect(call(endBody, { bodyId: group }, owner)).rejects.toMatchObject({
      detail: { key: 'body.hasBodiesBelow' },
    })
    await expect(make('Gruppen')).rejects.toMatchObject({ issues: [{ message: 'body.exists' }] })
    await expect(make('Fel slag', { kind: 'parliament' })).rejects.toMatchObject({
      issues: [{ path: ['kind'] }],
    })
    await expect(call(changeBody, { bodyId: meeting, parentId: meeting }, owner)).rejects.toMatchObject({
      detail: { key: 'body.underOwn' },
    })
  })

  it('are changed by those trusted with their unit', async () => {
    const board = await make('Styrelsen')
    const { unitId } = await call(
      createUnit,
      { parentId: ours.unitId, kind: 'association', name: 'Alby' },
      owner,
    )
    const local: Caller = {
      ...owner,
      actor: {
        ...(owner.actor as Extract<Caller['actor'], { kind: 'person' }>),
        grants: [{ role: 'secretary', unitIds: [unitId] }],
      },
    }
    await expect(call(changeBody, { bodyId: board, name: 'Min' }, local)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(call(setSeat, { bodyId: board, number: 1 }, local)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('have seats in numbers that change', async () => {
    const bodyId = await make('Styrelsen')
    const { seatId } = await call(
      setSeat,
      { bodyId, roleKind: 'ordinary', number: 5, from: '2026-02-01' },
      owner,
    )
    await call(setSeat, { bodyId, seatId, number: 7, from: '2026-06-01' }, owner)
    const numbers = async (asOf: string) =>
      (await call(getBody, { bodyId, asOf }, owner)).seats.map((seat) => seat.number)
    expect([await numbers('2026-05-31'), await numbers('2026-06-01')]).toEqual([[5], [7]])
    await expect(
      call(setSeat, { bodyId, seatId, number: 3, from: '2026-03-01' }, owner),
    ).rejects.toMatchObject({ detail: { key: 'unit.changedLater' } })
    await call(endSeat, { bodyId, seatId, lastDay: '2026-08-31' }, owner)
    expect(await numbers('2026-09-01')).toEqual([])
  })

  it('keep one row a day, whoever writes', async () => {
    const bodyId = await make('Styrelsen')
    await expect(
      office.application.database.owner
        .insertInto('organisation.body_record')
        .values({
          organisation_id: ours.id,
          id: newId(),
          body_id: bodyId,
          kind: 'board',
          name: 'En till',
          valid_from: '2026-03-01',
          recorded_at: new Date(),
        })
        .execute(),
    ).rejects.toThrow(/body_record_one_a_day/)
  })

  it('end with their unit, and do not come back with it', async () => {
    const { unitId } = await call(
      createUnit,
      { parentId: ours.unitId, kind: 'association', name: 'Alby', from: '2026-02-01' },
      owner,
    )
    await call(
      createBody,
      { unitId, kind: 'board', name: 'Albys styrelse', validFrom: '2026-02-01' },
      ours.operator,
    )
    await call(closeUnit, { unitId, lastDay: '2026-05-31' }, ours.operator)
    expect(await names('2026-05-31')).toEqual(['Albys styrelse'])
    expect(await names('2026-06-01')).toEqual([])
    await call(reopenUnit, { unitId, from: '2026-08-01' }, ours.operator)
    const shown = await call(getUnit, { unitId }, owner)
    expect(shown.history.map(({ day, what }) => `${day} ${what}`)).toEqual([
      '2026-08-01 reopened',
      '2026-05-31 ended',
      '2026-02-01 began',
    ])
    expect([shown.path.map((unit) => unit.id), shown.bodies]).toEqual([[ours.unitId], []])
    await expect(call(getUnit, { unitId, asOf: '2026-07-01' }, owner)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(call(reopenUnit, { unitId }, ours.operator)).rejects.toMatchObject({
      detail: { key: 'unit.notEnded' },
    })
  })

  it('show a sign of life until a day', async () => {
    const bodyId = await make('Nätverket', { kind: 'network' })
    await call(recordBodyActivity, { bodyId, day: '2026-03-01', what: 'Möte' }, owner)
    const last = async (asOf: string) => (await call(listBodies, { asOf }, owner)).bodies[0]!.lastActive
    expect([await last('2026-02-28'), await last('2026-03-01')]).toEqual([null, '2026-03-01'])
  })

  it('are called as the organisation calls them; a word in use stays', async () => {
    await make('Styrelsen')
    const { bodyKinds, roleKinds } = await call(listBodies, {}, owner)
    const without = bodyKinds.filter((kind) => kind.key !== 'board')
    await expect(call(setBodyKinds, { bodyKinds: without, roleKinds }, owner)).rejects.toMatchObject({
      detail: { key: 'bodyKind.inUse' },
    })
    const own = { key: 'kaffelag', singular: 'Kaffelag', plural: 'Kaffelag' }
    await call(setBodyKinds, { bodyKinds: [...bodyKinds, own], roleKinds }, owner)
    expect(await make('Kaffelaget', { kind: 'kaffelag' })).toMatch(/-/)
  })
})

const publicBoard = (name: string, areaName: string, policyArea: string) =>
  call(
    createPublicBody,
    {
      unitId: ours.unitId,
      level: 'municipality',
      kind: 'committee',
      name,
      areaName,
      policyArea,
      from: '2026-02-01',
    },
    owner,
  )

describe('public bodies', () => {
  it('keep what they were called, and one spelling of a policy area', async () => {
    const { publicBodyId } = await publicBoard('Skolnämnden', 'Alby kommun', 'Skola')
    await publicBoard('Barnnämnden', 'Backa kommun', 'skola')
    await call(changePublicBody, { publicBodyId, name: 'Utbildningsnämnden', from: '2026-06-01' }, owner)
    const on = async (asOf: string) =>
      (await call(listPublicBodies, { asOf }, owner)).publicBodies.map(
        (each) => `${each.areaName}: ${each.name}, ${each.policyArea}`,
      )
    expect(await on('2026-05-31')).toEqual([
      'Alby kommun: Skolnämnden, Skola',
      'Backa kommun: Barnnämnden, Skola',
    ])
    expect((await on('2026-06-01'))[0]).toBe('Alby kommun: Utbildningsnämnden, Skola')
    await expect(publicBoard('Barnnämnden', 'backa kommun', '')).rejects.toMatchObject({
      issues: [{ message: 'publicBody.exists' }],
    })
  })

  it('make members of a group from a day until a day', async () => {
    const bodyId = await make('Gruppen', { kind: 'councilGroup' })
    const { publicBodyId } = await publicBoard('Fullmäktige', 'Alby kommun', '')
    await call(setGroupSource, { bodyId, publicBodyId, from: '2026-03-01' }, owner)
    await expect(
      call(setGroupSource, { bodyId, publicBodyId, from: '2026-04-01' }, owner),
    ).rejects.toMatchObject({ detail: { key: 'body.sourceThere' } })
    await call(setGroupSource, { bodyId, publicBodyId, lastDay: '2026-06-30' }, owner)
    const sources = async (asOf: string) => (await call(getBody, { bodyId, asOf }, owner)).sources.length
    expect([await sources('2026-02-28'), await sources('2026-06-30'), await sources('2026-07-01')]).toEqual([
      0, 1, 0,
    ])
  })
})
