import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import type { Caller } from '#platform/operations/call.ts'
import { createBody, createUnit } from './index.ts'
import { changeVenue } from './operations/venues/change-venue.ts'
import { createVenue } from './operations/venues/create-venue.ts'
import { createVenueRequest } from './operations/venues/create-venue-request.ts'
import { endVenue } from './operations/venues/end-venue.ts'
import { getVenue } from './operations/venues/get-venue.ts'
import { listVenues } from './operations/venues/list-venues.ts'
import { recordVenueRequestStep } from './operations/venues/record-venue-request-step.ts'

let office: TestOffice
let ours: TestOrganisation
let secretary: Caller

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  office.setClock('2026-01-01T10:00:00Z')
  ours = await office.organisation('Norra distriktet')
  secretary = await ours.person(['secretary'])
  office.setClock('2026-10-01T10:00:00Z')
})

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

const make = async (name: string, more: Record<string, unknown> = {}) =>
  (
    await call(
      createVenue,
      { unitId: ours.unitId, name, municipality: 'Exempelby', from: '2026-02-01', ...more },
      secretary,
    )
  ).venueId

/** Somebody with a role in a unit below only. */
async function local(): Promise<{ caller: Caller; bodyId: string; unitId: string }> {
  const { unitId } = await call(
    createUnit,
    { parentId: ours.unitId, kind: 'association', name: 'Alby', from: '2026-02-01' },
    ours.operator,
  )
  const { bodyId } = await call(
    createBody,
    { unitId, kind: 'board', name: 'Albys styrelse', validFrom: '2026-02-01' },
    ours.operator,
  )
  const actor = {
    ...(secretary.actor as Extract<Caller['actor'], { kind: 'person' }>),
    grants: [{ role: 'secretary' as const, unitIds: [unitId] }],
  }
  return { caller: { ...secretary, actor }, bodyId, unitId }
}

/** What is found: the names, how many fit, and how many there are. */
const names = async (wish: Record<string, unknown>) => {
  const { venues, total, inUse } = await call(listVenues, wish, secretary)
  return [venues.map((venue) => venue.name), total, inUse]
}

/** A request of a body below, about premises that the district keeps. */
const asked = async () => {
  const venueId = await make('Folkets hus')
  const { caller, bodyId } = await local()
  const { requestId } = await call(
    createVenueRequest,
    {
      venueId,
      bodyId,
      what: 'En plats för barn',
      attribute: 'childFriendly',
      askedOf: 'Föreningen',
      day: '2026-03-01',
    },
    caller,
  )
  return { venueId, bodyId, requestId, caller }
}

describe('premises', () => {
  it('are found by what they have and how many they hold', async () => {
    await make('Folkets hus', { capacity: 80, attributes: ['hearingLoop', 'stepFree'] })
    await make('Biblioteket', { capacity: 20, attributes: ['childFriendly', 'stepFree'] })
    await make('Ladan')
    expect(await names({})).toEqual([['Biblioteket', 'Folkets hus', 'Ladan'], 3, 3])
    expect(await names({ attributes: 'stepFree' })).toEqual([['Biblioteket', 'Folkets hus'], 2, 3])
    expect(await names({ attributes: ['stepFree', 'childFriendly'] })).toEqual([['Biblioteket'], 1, 3])
    expect(await names({ minCapacity: '50' })).toEqual([['Folkets hus'], 1, 3])
    // What does not fit on a page is still counted.
    expect(await names({ limit: 1, offset: 1 })).toEqual([['Folkets hus'], 3, 3])
  })

  it('are kept as they were on every day, until they are no longer in use', async () => {
    const venueId = await make('Folkets hus', { capacity: 60 })
    await call(
      changeVenue,
      { venueId, capacity: 80, attributes: ['quietRoom'], from: '2026-05-01' },
      secretary,
    )
    await expect(
      call(changeVenue, { venueId, capacity: 70, from: '2026-04-01' }, secretary),
    ).rejects.toMatchObject({ detail: { key: 'venue.changedLater' } })
    await call(endVenue, { venueId, lastDay: '2026-08-31' }, secretary)
    const on = async (asOf: string) => (await call(getVenue, { venueId, asOf }, secretary)).venue.capacity
    expect([await on('2026-04-30'), await on('2026-05-01')]).toEqual([60, 80])
    await expect(call(getVenue, { venueId, asOf: '2026-09-01' }, secretary)).rejects.toMatchObject({
      detail: { key: 'venue.notThereThen' },
    })
    const shown = await call(getVenue, { venueId }, secretary)
    expect([shown.asOf, shown.changes.map((each) => [each.validFrom, each.gained])]).toEqual([
      '2026-08-31',
      [
        ['2026-05-01', ['quietRoom']],
        ['2026-02-01', []],
      ],
    ])
    expect((await call(listVenues, {}, secretary)).venues).toEqual([])
    await expect(call(changeVenue, { venueId, capacity: 1 }, secretary)).rejects.toMatchObject({
      detail: { key: 'venue.ended' },
    })
  })

  it('are in the register once, and have an office to ask', async () => {
    await make('Folkets hus')
    await expect(make('folkets HUS')).rejects.toMatchObject({ issues: [{ message: 'venue.exists' }] })
    await make('Folkets hus', { municipality: 'Provsjö' })
    await expect(make('Ladan', { ownerEmail: 'ingen adress' })).rejects.toMatchObject({
      issues: [{ path: ['ownerEmail'] }],
    })
    await expect(make('Ladan', { ownerPhone: 'ring mig' })).rejects.toMatchObject({
      issues: [{ message: 'venue.phone' }],
    })
    await expect(make('Ladan', { attributes: ['sauna'] })).rejects.toMatchObject({ code: 'invalidInput' })
  })

  it('are read by everybody inside, and changed only in the unit that keeps them', async () => {
    const venueId = await make('Folkets hus')
    const { caller } = await local()
    expect((await call(listVenues, {}, caller)).venues.map((venue) => venue.name)).toEqual(['Folkets hus'])
    await expect(call(changeVenue, { venueId, capacity: 1 }, caller)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(call(endVenue, { venueId }, caller)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('requests for better premises', () => {
  it('are made in a body’s name about any premises, and go on in dated steps', async () => {
    const { venueId, requestId, caller } = await asked()
    const step = (state: 'answered' | 'done', day: string, note = '') =>
      call(recordVenueRequestStep, { venueId, requestId, state, day, note }, caller)
    await step('answered', '2026-04-01', 'Ska räkna på det')
    expect((await call(listVenues, {}, secretary)).venues[0]?.waiting).toBe(1)
    await step('done', '2026-06-01')
    const on = async (asOf: string) => (await call(getVenue, { venueId, asOf }, secretary)).requests[0]?.state
    expect([
      await on('2026-02-28'),
      await on('2026-03-31'),
      await on('2026-04-01'),
      await on('2026-06-01'),
    ]).toEqual([undefined, 'open', 'answered', 'done'])
    expect((await call(listVenues, {}, secretary)).venues[0]?.waiting).toBe(0)
    await expect(step('answered', '2026-05-01', 'Nej')).rejects.toMatchObject({
      issues: [{ path: ['day'], message: 'venueRequest.beforeLast' }],
    })
    await expect(step('done', '2026-07-01')).rejects.toMatchObject({
      issues: [{ path: ['note'], message: 'venueRequest.saysNothing' }],
    })
  })

  it('are the asking unit’s to follow', async () => {
    const { venueId, bodyId, requestId } = await asked()
    const other: Caller = {
      ...secretary,
      actor: {
        ...(secretary.actor as Extract<Caller['actor'], { kind: 'person' }>),
        grants: [{ role: 'secretary', unitIds: ['0192a3b4-0001-7000-8000-000000000001'] }],
      },
    }
    await expect(
      call(recordVenueRequestStep, { venueId, requestId, state: 'done' }, other),
    ).rejects.toMatchObject({ code: 'notFound' })
    await expect(
      call(createVenueRequest, { venueId, bodyId, what: 'Hiss', askedOf: 'Ägaren' }, other),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('are not taken back: the database keeps every step as it was written', async () => {
    const { requestId } = await asked()
    const { pool } = office.application.database
    const client = await pool.connect()
    try {
      await client.query('begin; set local role kansli_app')
      await expect(
        client.query('update organisation.venue_request_step set state = $1 where request_id = $2', [
          'done',
          requestId,
        ]),
      ).rejects.toThrow(/permission denied/)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
