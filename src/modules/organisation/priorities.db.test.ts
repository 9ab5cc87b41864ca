import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import type { Role } from '#platform/access/roles.ts'
import { newId } from '#platform/identifiers.ts'
import type { Caller } from '#platform/operations/call.ts'
import { createBody, createUnit } from './index.ts'
import { addPriority } from './operations/priorities/add-priority.ts'
import { adoptPriorityList } from './operations/priorities/adopt-priority-list.ts'
import { changePriority } from './operations/priorities/change-priority.ts'
import { createPriorityList } from './operations/priorities/create-priority-list.ts'
import { endPriority } from './operations/priorities/end-priority.ts'
import { endPriorityList } from './operations/priorities/end-priority-list.ts'
import { exportPriorityCoverage } from './operations/priorities/export-priority-coverage.ts'
import { getPriorityCoverage } from './operations/priorities/get-priority-coverage.ts'
import { getPriorityList } from './operations/priorities/get-priority-list.ts'
import { listPriorityLists } from './operations/priorities/list-priority-lists.ts'
import { listThingPriorities } from './operations/priorities/list-thing-priorities.ts'
import { reorderPriorities } from './operations/priorities/reorder-priorities.ts'
import { searchTaggableThings } from './operations/priorities/search-taggable-things.ts'
import { tagPriority } from './operations/priorities/tag-priority.ts'
import { untagPriority } from './operations/priorities/untag-priority.ts'
import { createVenue } from './operations/venues/create-venue.ts'
import { createVenueRequest } from './operations/venues/create-venue-request.ts'

let office: TestOffice
let ours: TestOrganisation
let secretary: Caller
let boardId: string

const kind = 'organisation.venueRequest'

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  office.setClock('2026-01-01T10:00:00Z')
  ours = await office.organisation('Norra distriktet')
  secretary = await ours.person(['secretary'])
  office.setClock('2026-10-01T10:00:00Z')
  boardId = await makeBody(ours.unitId, 'Styrelsen')
})

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

async function makeBody(unitId: string, name: string): Promise<string> {
  const body = { unitId, kind: 'board', name, validFrom: '2025-01-01' }
  return (await call(createBody, body, ours.operator)).bodyId
}

const makeList = async (from = '2026-01-01', to: string | null = '2026-12-31', titles = ['A', 'B', 'C']) =>
  (
    await call(
      createPriorityList,
      {
        bodyId: boardId,
        title: `Prioriterat ${from}`,
        from,
        to,
        priorities: titles.map((title) => ({ title })),
      },
      secretary,
    )
  ).listId

const idOf = async (listId: string, title: string) =>
  (await call(getPriorityList, { listId }, secretary)).priorities.find((each) => each.title === title)!.id

const orderOn = async (listId: string, asOf: string) =>
  (await call(getPriorityList, { listId, asOf }, secretary)).priorities
    .map((each) => `${each.rank}${each.title}`)
    .join(' ')

/** Somebody with a role in these units only. */
const somebody = (role: Role, ...unitIds: string[]): Caller => ({
  ...secretary,
  actor: {
    ...(secretary.actor as Extract<Caller['actor'], { kind: 'person' }>),
    grants: [{ role, unitIds }],
  },
})

const association = async () =>
  (
    await call(
      createUnit,
      { parentId: ours.unitId, kind: 'association', name: 'Alby', from: '2026-01-01' },
      ours.operator,
    )
  ).unitId

/** Something that can carry a priority, in a unit. */
async function request(unitId: string, bodyId: string, what: string): Promise<string> {
  const { venueId } = await call(
    createVenue,
    { unitId, name: `Salen ${what}`, from: '2026-01-01' },
    ours.operator,
  )
  const asked = { venueId, bodyId, what, askedOf: 'Ägaren', day: '2026-02-01' }
  return (await call(createVenueRequest, asked, ours.operator)).requestId
}

describe('a list of priorities', () => {
  it('says on every day what came first then', async () => {
    const listId = await makeList()
    const [a, b, c] = [await idOf(listId, 'A'), await idOf(listId, 'B'), await idOf(listId, 'C')]
    await call(reorderPriorities, { listId, priorityIds: [c, a, b], from: '2026-03-01' }, secretary)
    await call(addPriority, { listId, title: 'D', rank: 2, from: '2026-05-01' }, secretary)
    await call(changePriority, { priorityId: a, title: 'Å', why: 'Därför', from: '2026-06-01' }, secretary)
    await call(endPriority, { priorityId: c, from: '2026-07-01' }, secretary)
    expect(await orderOn(listId, '2025-12-31')).toBe('')
    expect(await orderOn(listId, '2026-02-28')).toBe('1A 2B 3C')
    expect(await orderOn(listId, '2026-03-01')).toBe('1C 2A 3B')
    expect(await orderOn(listId, '2026-05-31')).toBe('1C 2D 3A 4B')
    expect(await orderOn(listId, '2026-06-01')).toBe('1C 2D 3Å 4B')
    expect(await orderOn(listId, '2026-07-01')).toBe('1D 2Å 3B')
    const { changes } = await call(getPriorityList, { listId }, secretary)
    expect(changes.map((each) => each.day)).toEqual([
      '2026-07-01',
      '2026-06-01',
      '2026-05-01',
      '2026-03-01',
      '2026-01-01',
    ])
    await expect(
      call(changePriority, { priorityId: b, title: 'Ö', from: '2026-04-01' }, secretary),
    ).rejects.toMatchObject({ detail: { key: 'priority.changedLater' } })
  })

  it('is put in order as a whole, so that nobody’s change is lost', async () => {
    const listId = await makeList()
    const [a, b] = [await idOf(listId, 'A'), await idOf(listId, 'B')]
    await expect(call(reorderPriorities, { listId, priorityIds: [b, a] }, secretary)).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    await expect(
      call(reorderPriorities, { listId, priorityIds: [b, a, newId()] }, secretary),
    ).rejects.toMatchObject({ code: 'notFound' })
    await expect(call(addPriority, { listId, title: 'a' }, secretary)).rejects.toMatchObject({
      issues: [{ message: 'priority.exists' }],
    })
    await expect(
      call(addPriority, { listId, title: 'D', from: '2027-01-01' }, secretary),
    ).rejects.toMatchObject({ detail: { key: 'priority.outsidePeriod' } })
  })

  it('has two places the same on no day, whoever writes', async () => {
    const listId = await makeList()
    await expect(
      office.application.database.owner
        .insertInto('organisation.priority_record')
        .values({
          organisation_id: ours.id,
          id: newId(),
          list_id: listId,
          priority_id: await idOf(listId, 'A'),
          rank: 2,
          title: 'X',
          valid_from: '2026-02-01',
          recorded_at: new Date(),
        })
        .execute(),
    ).rejects.toThrow(/priority_record_one_a_(day|place)/)
  })

  it('is one a body on a day: a new period is a new list, and an open one before it ends', async () => {
    const open = await makeList('2025-01-01', null)
    const next = await makeList('2026-01-01')
    await expect(makeList('2026-06-01', null)).rejects.toMatchObject({
      detail: { key: 'priorityList.overlaps' },
    })
    await call(endPriorityList, { listId: next, lastDay: '2026-10-31' }, secretary)
    await expect(
      call(endPriorityList, { listId: next, lastDay: '2026-11-30' }, secretary),
    ).rejects.toMatchObject({ detail: { key: 'priorityList.endsAlready' } })
    const coming = await makeList('2026-11-01', null)
    const on = async (asOf: string, past = false) =>
      (await call(listPriorityLists, { asOf, past }, secretary)).lists.map((list) => [list.id, list.time])
    expect(await on('2025-12-31')).toEqual([
      [open, 'current'],
      [coming, 'coming'],
      [next, 'coming'],
    ])
    expect(await on('2026-10-01')).toEqual([
      [next, 'current'],
      [coming, 'coming'],
    ])
    expect(await on('2026-11-01', true)).toEqual([
      [coming, 'current'],
      [next, 'past'],
      [open, 'past'],
    ])
  })

  it('is adopted by bodies, each on its day; what was written wrong is put right', async () => {
    const listId = await makeList()
    const meetingId = await makeBody(ours.unitId, 'Årsmötet')
    const adopt = (bodyId: string, day: string, decision: string) =>
      call(adoptPriorityList, { listId, bodyId, day, decision }, secretary)
    await adopt(boardId, '2026-01-15', '§ 4')
    await adopt(meetingId, '2026-03-21', '§ 12')
    await adopt(boardId, '2026-01-14', '§ 4')
    const { adoptions } = await call(getPriorityList, { listId }, secretary)
    expect(adoptions.map((each) => `${each.day} ${each.bodyName} ${each.decision}`)).toEqual([
      '2026-01-14 Styrelsen § 4',
      '2026-03-21 Årsmötet § 12',
    ])
    await expect(adopt(boardId, '2026-10-02', '')).rejects.toMatchObject({ issues: [{ path: ['day'] }] })
    await expect(adopt(boardId, '2024-10-02', '')).rejects.toMatchObject({ issues: [{ path: ['bodyId'] }] })
  })

  it('is read by everybody inside, and changed by the secretary and the board of its unit', async () => {
    const listId = await makeList()
    const unitId = await association()
    const add = (caller: Caller) => call(addPriority, { listId, title: 'D' }, caller)
    await expect(add(somebody('secretary', unitId))).rejects.toMatchObject({ code: 'notFound' })
    await expect(add(somebody('member', ours.unitId))).rejects.toMatchObject({ code: 'roleRequired' })
    await expect(add(somebody('organiser', ours.unitId))).rejects.toMatchObject({ code: 'roleRequired' })
    const read = await call(getPriorityList, { listId }, somebody('member', unitId))
    expect(read.priorities.map((each) => each.title)).toEqual(['A', 'B', 'C'])
    await add(somebody('board', ours.unitId))
    expect(await orderOn(listId, '2026-10-01')).toBe('1A 2B 3C 4D')
  })
})

describe('what carries a priority', () => {
  it('is told with what nothing carries, and what carries nothing', async () => {
    const listId = await makeList()
    const [a, b] = [await idOf(listId, 'A'), await idOf(listId, 'B')]
    const ramp = await request(ours.unitId, boardId, 'Ramp')
    const loop = await request(ours.unitId, boardId, 'Slinga')
    const found = await call(searchTaggableThings, { priorityId: a, words: 'ramp salen' }, secretary)
    expect(found.kinds.map((each) => [each.kind, each.total])).toEqual([[kind, 1]])
    await call(tagPriority, { priorityId: a, kind, thingId: ramp }, secretary)
    await call(tagPriority, { priorityId: a, kind, thingId: ramp }, secretary)
    await call(tagPriority, { priorityId: b, kind, thingId: ramp }, secretary)
    const coverage = await call(getPriorityCoverage, { listId }, secretary)
    expect(coverage.priorities.map((each) => [each.title, each.counts])).toEqual([
      ['A', { [kind]: 1 }],
      ['B', { [kind]: 1 }],
      ['C', {}],
    ])
    expect([coverage.counts, coverage.shared]).toEqual([{ [kind]: 1 }, 1])
    expect(coverage.without.map((thing) => thing.id)).toEqual([loop])
    const carries = await call(listThingPriorities, { kind, thingId: ramp }, secretary)
    expect([carries.carried.map((each) => each.title), carries.others.map((each) => each.title)]).toEqual([
      ['A', 'B'],
      ['C'],
    ])
    const file = await call(exportPriorityCoverage, { listId }, secretary)
    expect((await file.text()).split('\r\n').slice(1)).toEqual([
      '1;A;Bär frågan;Begäran om lokal;Ramp;Salen Ramp;',
      '2;B;Bär frågan;Begäran om lokal;Ramp;Salen Ramp;',
      '3;C;Inget bär frågan;;;;',
      ';;Utan prioriterad fråga;Begäran om lokal;Slinga;Salen Slinga;',
      '',
    ])
  })

  it('is kept when it no longer does, and can be set again', async () => {
    const listId = await makeList()
    const priorityId = await idOf(listId, 'A')
    const thingId = await request(ours.unitId, boardId, 'Ramp')
    const tagged = { priorityId, kind, thingId }
    const on = async (asOf: string) =>
      (await call(getPriorityCoverage, { listId, asOf }, secretary)).priorities[0]?.counts[kind] ?? 0
    office.setClock('2026-04-01T10:00:00Z')
    await call(tagPriority, tagged, secretary)
    office.setClock('2026-06-01T10:00:00Z')
    await call(untagPriority, tagged, secretary)
    await expect(call(untagPriority, tagged, secretary)).rejects.toMatchObject({ code: 'notFound' })
    expect([await on('2026-03-31'), await on('2026-05-31'), await on('2026-06-01')]).toEqual([0, 1, 0])
    await call(tagPriority, tagged, secretary)
    await call(untagPriority, tagged, secretary)
    expect(await on('2026-06-01')).toBe(0)
    await call(tagPriority, tagged, secretary)
    expect(await on('2026-06-01')).toBe(1)
  })

  it('may be an association’s own, under what the district puts first', async () => {
    const listId = await makeList()
    const priorityId = await idOf(listId, 'A')
    const unitId = await association()
    const thingId = await request(unitId, await makeBody(unitId, 'Albys styrelse'), 'Skötbord')
    const local = somebody('secretary', unitId)
    expect((await call(listThingPriorities, { kind, thingId }, local)).others).toHaveLength(3)
    await call(tagPriority, { priorityId, kind, thingId }, local)
    // The association tags its own; what the whole district does is the district's to read.
    await expect(call(getPriorityCoverage, { listId }, local)).rejects.toMatchObject({ code: 'notFound' })
    const { priorities } = await call(
      getPriorityCoverage,
      { listId },
      somebody('secretary', ours.unitId, unitId),
    )
    expect(priorities[0]?.things.map((thing) => thing.title)).toEqual(['Skötbord'])
  })

  it('is told to nobody who may not read the thing', async () => {
    const listId = await makeList()
    const priorityId = await idOf(listId, 'A')
    const thingId = await request(ours.unitId, boardId, 'Ramp')
    const local = somebody('secretary', await association())
    await expect(call(tagPriority, { priorityId, kind, thingId }, local)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(call(listThingPriorities, { kind, thingId }, local)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(
      call(tagPriority, { priorityId, kind: 'organisation.unheardOf', thingId }, secretary),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('cannot be a priority that has left the list', async () => {
    const listId = await makeList()
    const priorityId = await idOf(listId, 'A')
    const thingId = await request(ours.unitId, boardId, 'Ramp')
    await call(tagPriority, { priorityId, kind, thingId }, secretary)
    await call(endPriority, { priorityId, from: '2026-09-01' }, secretary)
    const coverage = await call(getPriorityCoverage, { listId }, secretary)
    expect([coverage.priorities.map((each) => each.title), coverage.without.length]).toEqual([['B', 'C'], 1])
    await expect(call(tagPriority, { priorityId, kind, thingId }, secretary)).rejects.toMatchObject({
      detail: { key: 'priority.ended' },
    })
  })
})
