import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import {
  createBody,
  createPriorityList,
  getPriorityCoverage,
  listPriorityLists,
  listThingPriorities,
  tagPriority,
} from '#modules/organisation/index.ts'
import type { Caller } from '#platform/operations/call.ts'
import { addAdjustment } from './operations/add-adjustment.ts'
import { createBook } from './operations/create-book.ts'
import { getBook } from './operations/get-book.ts'
import { removeAdjustment } from './operations/remove-adjustment.ts'
import { setAmounts } from './operations/set-amounts.ts'
import { writeAssignment } from './operations/write-assignment.ts'

let office: TestOffice
let ours: TestOrganisation
let secretary: Caller
let book: { bookId: string; ownVersionId: string; baseVersionId: string }
let listId: string
let traffic: string

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra distriktet')
  secretary = await ours.person(['secretary'])
  book = await call(
    createBook,
    {
      unitId: ours.unitId,
      title: 'Budget 2027',
      jurisdiction: 'Provregionen',
      budgetYear: 2027,
      planYears: [2028],
      baseName: 'Basen',
      ownName: 'Vårt',
    },
    secretary,
  )
  const { bodyId } = await call(
    createBody,
    { unitId: ours.unitId, kind: 'board', name: 'Styrelsen', validFrom: '2026-11-01' },
    ours.operator,
  )
  const list = {
    bodyId,
    title: 'Prioriterat',
    from: '2026-11-01',
    to: '2027-12-31',
    priorities: [{ title: 'Tåg' }, { title: 'Vård' }],
  }
  listId = (await call(createPriorityList, list, secretary)).listId
  const { lists } = await call(listPriorityLists, {}, secretary)
  traffic = lists[0]!.priorities[0]!.id
})
afterAll(() => office.close())

async function adjustment(label: string, amounts: Record<number, string | null>): Promise<string> {
  const target = { bookId: book.bookId, versionId: book.ownVersionId }
  const { adjustmentId } = await call(
    addAdjustment,
    { ...target, publicBoardId: null, kind: 'financing', label },
    secretary,
  )
  const cells = Object.entries(amounts).map(([year, amount]) => ({
    adjustmentId,
    year: Number(year),
    amount,
    expectedRevision: 0,
  }))
  await call(setAmounts, { ...target, cells }, secretary)
  return adjustmentId
}

const tag = (kind: string, thingId: string, caller = secretary) =>
  call(tagPriority, { priorityId: traffic, kind, thingId }, caller)

it('tells what adjustments and assignments carry a priority, with their exact sums', async () => {
  const night = await adjustment('Nattåg', { 2027: '10.25', 2028: null })
  const bus = await adjustment('Nattbuss', { 2027: '-0.5', 2028: null })
  await adjustment('Övrigt', { 2027: '7', 2028: '0' })
  const { assignmentId } = await call(
    writeAssignment,
    {
      bookId: book.bookId,
      versionId: book.ownVersionId,
      expectedRevision: 0,
      chapter: null,
      kind: 'utreda',
      text: 'Utreda fler avgångar.',
      amounts: '',
      dueYear: 2027,
      condition: '',
      responsible: ['Trafiknämnden'],
      consulted: [],
    },
    secretary,
  )
  await tag('budget.adjustment', night)
  await tag('budget.adjustment', bus)
  await tag('budget.assignment', assignmentId)
  const { priorities, without } = await call(getPriorityCoverage, { listId }, secretary)
  expect(priorities.map((each) => [each.title, each.counts])).toEqual([
    ['Tåg', { 'budget.adjustment': 2, 'budget.assignment': 1 }],
    ['Vård', {}],
  ])
  expect(priorities[0]?.sums[0]?.years).toEqual([
    { year: '2027', amount: '9.75' },
    { year: '2028', amount: null },
  ])
  expect(without.map((thing) => [thing.title, thing.amounts?.years])).toEqual([
    ['Övrigt', { 2027: '7', 2028: '0' }],
  ])
  const { slug } = await call(getBook, { book: book.bookId }, secretary)
  expect(priorities[0]?.things.map((thing) => thing.address.replace(slug, 'b'))).toEqual([
    `/budget/b/adjustments/${night}`,
    `/budget/b/adjustments/${bus}`,
    expect.stringMatching(new RegExp(`^/budget/b/document/[a-z0-9-]+/assignments/${assignmentId}$`)),
  ])
  // What has been removed from the budget carries nothing.
  await call(
    removeAdjustment,
    { bookId: book.bookId, versionId: book.ownVersionId, adjustmentId: bus, removed: true },
    secretary,
  )
  const after = await call(getPriorityCoverage, { listId }, secretary)
  expect(after.priorities[0]?.counts['budget.adjustment']).toBe(1)
})

it('tells of a draft budget only to those who may read it', async () => {
  const hidden = await adjustment('Hemligt', { 2027: '1' })
  await tag('budget.adjustment', hidden)
  const organiser = await ours.person(['organiser'])
  const coverage = await call(getPriorityCoverage, { listId }, organiser)
  expect(JSON.stringify(coverage)).not.toContain('Hemligt')
  expect(coverage.kinds.map((each) => each.kind)).toEqual(['organisation.venueRequest'])
  await expect(
    call(listThingPriorities, { kind: 'budget.adjustment', thingId: hidden }, organiser),
  ).rejects.toMatchObject({ code: 'notFound' })
  // A role elsewhere opens nothing here.
  const actor = organiser.actor as Extract<Caller['actor'], { kind: 'person' }>
  const elsewhere = '0192a3b4-0001-7000-8000-000000000001'
  const both: Caller = {
    ...organiser,
    actor: {
      ...actor,
      grants: [
        { role: 'organiser', unitIds: [ours.unitId] },
        { role: 'secretary', unitIds: [elsewhere] },
      ],
    },
  }
  expect(JSON.stringify(await call(getPriorityCoverage, { listId }, both))).not.toContain('Hemligt')
  await expect(tag('budget.adjustment', hidden, both)).rejects.toMatchObject({ code: 'notFound' })
})
