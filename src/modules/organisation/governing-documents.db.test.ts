import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import type { Caller } from '#platform/operations/call.ts'
import { createBody } from './index.ts'
import { adoptDocumentVersion } from './operations/governing-documents/adopt-document-version.ts'
import { compareDocumentVersions } from './operations/governing-documents/compare-document-versions.ts'
import { createGoverningDocument } from './operations/governing-documents/create-governing-document.ts'
import { endGoverningDocument } from './operations/governing-documents/end-governing-document.ts'
import { getGoverningDocument } from './operations/governing-documents/get-governing-document.ts'
import { listGoverningDocuments } from './operations/governing-documents/list-governing-documents.ts'
import { recordDocumentReview } from './operations/governing-documents/record-document-review.ts'
import { overdueReviews } from './store/governing-documents/overdue-reviews.ts'

let office: TestOffice
let ours: TestOrganisation
let owner: Caller
let board: string
let meeting: string
let documentId: string

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  office.setClock('2023-01-01T10:00:00Z')
  ours = await office.organisation('Norra distriktet')
  owner = await ours.person(['owner'])
  office.setClock('2026-03-01T10:00:00Z')
  const body = async (kind: string, name: string) =>
    (await call(createBody, { unitId: ours.unitId, kind, name, validFrom: '2023-01-01' }, owner)).bodyId
  board = await body('board', 'Styrelsen')
  meeting = await body('highestMeeting', 'Årsmötet')
  ;({ documentId } = await call(
    createGoverningDocument,
    {
      bodyId: board,
      kind: 'standingOrders',
      title: 'Arbetsordning',
      text: '§ 1 Styrelsen möts varje månad.\n\n§ 2 Kallelsen går ut en vecka före.',
      adoptedOn: '2024-02-01',
      adoptedByBodyId: meeting,
      responsibleBodyId: board,
      reviewDue: '2026-02-01',
    },
    owner,
  ))
})

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

const adopt = (more: object = {}) =>
  call(
    adoptDocumentVersion,
    {
      documentId,
      text: '§ 1 Styrelsen möts varannan vecka.\n\n§ 2 Dagordningen följer med.\n\n§ 3 Kallelsen går ut en vecka före.',
      adoptedByBodyId: meeting,
      adoptedOn: '2026-02-15',
      reviewDue: '2028-02-15',
      ...more,
    },
    owner,
  )
const stands = async (asOf?: string) =>
  (await call(listGoverningDocuments, asOf ? { asOf } : {}, owner)).documents.map(
    ({ number, state, reviewDue, responsible }) => `${number} ${state} ${reviewDue} ${responsible.name}`,
  )
const overdue = async (day: string) =>
  office.application.database.owner
    .transaction()
    .execute(async (db) => [...(await overdueReviews(db, day)).entries()])

it('stands in the version of the day, and is overdue until somebody goes through it', async () => {
  expect(await stands('2024-01-31')).toEqual([])
  expect(await stands('2026-02-01')).toEqual(['1 soon 2026-02-01 Styrelsen'])
  expect(await stands()).toEqual(['1 overdue 2026-02-01 Styrelsen'])
  const { reviewedOn } = await call(
    recordDocumentReview,
    { documentId, reviewDue: '2027-03-01', note: 'Kvar' },
    owner,
  )
  expect(reviewedOn).toBe('2026-03-01')
  expect(await stands()).toEqual(['1 later 2027-03-01 Styrelsen'])
  expect(await stands('2026-02-28')).toEqual(['1 overdue 2026-02-01 Styrelsen'])
})

it('counts as lacking in the unit of the body that should review it', async () => {
  const own = (entries: [string, number][]) => entries.filter(([unitId]) => unitId === ours.unitId)
  expect(own(await overdue('2026-02-01'))).toEqual([])
  expect(own(await overdue('2026-02-02'))).toEqual([[ours.unitId, 1]])
  await call(endGoverningDocument, { documentId, lastDay: '2026-02-20' }, owner)
  expect(own(await overdue('2026-02-21'))).toEqual([])
})

it('keeps earlier versions readable, and says what differs', async () => {
  expect(await adopt()).toMatchObject({ number: 2 })
  const now = await call(getGoverningDocument, { documentId }, owner)
  expect(now.number).toBe(2)
  expect(now.versions.map(({ number, adoptedOn }) => `${number} ${adoptedOn}`)).toEqual([
    '2 2026-02-15',
    '1 2024-02-01',
  ])
  const before = await call(getGoverningDocument, { documentId, number: 1 }, owner)
  expect(before.paragraphs[0]).toEqual({ number: '1', text: 'Styrelsen möts varje månad.' })
  const { differences } = await call(compareDocumentVersions, { documentId, before: 1, after: 2 }, owner)
  expect(differences.map(({ what, after }) => `${what} ${after?.number}`)).toEqual([
    'changed 1',
    'added 2',
    'renumbered 3',
  ])
  await expect(call(getGoverningDocument, { documentId, number: 3 }, owner)).rejects.toMatchObject({
    code: 'notFound',
  })
})

it.each([
  [
    'a version adopted before the last one',
    () => adopt({ adoptedOn: '2024-01-31' }),
    'governingDocument.adoptedLater',
  ],
  ['a version from a day to come', () => adopt({ adoptedOn: '2026-03-02' }), 'unit.notYet'],
  [
    'a review due before it is adopted',
    () => adopt({ reviewDue: '2026-02-15' }),
    'governingDocument.reviewTooEarly',
  ],
  [
    'a review before it was adopted',
    () => call(recordDocumentReview, { documentId, reviewedOn: '2024-01-01' }, owner),
    'governingDocument.adoptedLater',
  ],
  [
    'an end before it was adopted',
    () => call(endGoverningDocument, { documentId, lastDay: '2024-01-01' }, owner),
    'governingDocument.adoptedLater',
  ],
])('does not take %s', async (_, work, message) => {
  await expect(work()).rejects.toMatchObject({ issues: [{ message }] })
})

it('is not changed once it holds no longer, and still read', async () => {
  await call(endGoverningDocument, { documentId }, owner)
  await expect(adopt()).rejects.toMatchObject({ detail: { key: 'governingDocument.ended' } })
  office.setClock('2026-03-02T10:00:00Z')
  expect(await stands()).toEqual(['1 ended 2026-02-01 Styrelsen'])
})

it('gives two who adopt at the same moment each a version of their own', async () => {
  const numbers = await Promise.all([adopt(), adopt()])
  expect(numbers.map(({ number }) => number).toSorted()).toEqual([2, 3])
})
