import type { z } from 'zod'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import type { Operation } from '#platform/operations/operation.ts'
import type { Caller } from '#platform/operations/call.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { addAdjustment } from './operations/add-adjustment.ts'
import { adoptScenario, previewAdoption } from './operations/adopt-scenario.ts'
import { applyImport } from './operations/apply-import.ts'
import { branchVersion } from './operations/branch-version.ts'
import { compareVersions } from './operations/compare-versions.ts'
import { createBook } from './operations/create-book.ts'
import { getBook } from './operations/get-book.ts'
import { getSensitivity } from './operations/get-sensitivity.ts'
import { getWorkbench } from './operations/get-workbench.ts'
import { removeAdjustment } from './operations/remove-adjustment.ts'
import { setAmounts } from './operations/set-amounts.ts'

let office: TestOffice
let ours: TestOrganisation
let secretary: Caller
beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra distriktet')
  secretary = await ours.person(['secretary'])
})
afterAll(() => office.close())

const call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => office.application.call(operation, input, secretary)

/** A small book: two boards in the base, one adjustment of ours. */
async function smallBook() {
  const book = await call(createBook, {
    unitId: ours.unitId,
    title: 'Budget 2027',
    jurisdiction: 'Provkommunen',
    budgetYear: 2027,
    planYears: [2028],
    baseName: 'Basen',
    ownName: 'Vårt',
  })
  const csv =
    'Anslag;Budget 2027;Plan 2028\nVårdnämnden;100,0;102,0\nKulturnämnden;20,0;21,0\nSumma anslag;120,0;123,0\n'
  const { fileId } = await call(uploadFile, { file: new File([csv], 'anslag.csv') })
  await call(applyImport, { bookId: book.bookId, versionId: book.baseVersionId, fileIds: [fileId] })
  const { publicBoards } = await call(getBook, { book: book.bookId })
  const boardId = publicBoards[0]!.id
  const own = { bookId: book.bookId, versionId: book.ownVersionId }
  const { adjustmentId } = await call(addAdjustment, {
    ...own,
    publicBoardId: boardId,
    kind: 'reform',
    label: 'Fler undersköterskor',
  })
  await call(setAmounts, { ...own, cells: [{ adjustmentId, year: 2027, amount: '5', expectedRevision: 0 }] })
  return { ...book, own, boardId, adjustmentId }
}

async function amountsOf(bookId: string, versionId: string) {
  const { rows } = await call(getWorkbench, { bookId, versionId })
  return Object.fromEntries(rows.map((row) => [row.label, row.cells.map((cell) => cell.amount)]))
}

/** Writes an amount over whatever stands in the cell. */
async function write(target: { bookId: string; versionId: string }, label: string, amount: string | null) {
  const { rows } = await call(getWorkbench, target)
  const row = rows.find((each) => each.label === label)!
  const cells = [{ adjustmentId: row.id, year: 2027, amount, expectedRevision: row.cells[0]!.revision }]
  await call(setAmounts, { ...target, cells })
}

describe('a scenario', () => {
  let book: Awaited<ReturnType<typeof smallBook>>
  let scenario: { bookId: string; versionId: string }
  beforeEach(async () => {
    book = await smallBook()
    const { versionId } = await call(branchVersion, { ...book.own, name: 'Mer till vården' })
    scenario = { bookId: book.bookId, versionId }
  })

  it('begins as its version and then goes its own way', async () => {
    expect(await amountsOf(book.bookId, scenario.versionId)).toEqual({ 'Fler undersköterskor': ['5', null] })
    await write(scenario, 'Fler undersköterskor', '9')
    expect(await amountsOf(book.bookId, book.ownVersionId)).toEqual({ 'Fler undersköterskor': ['5', null] })
  })

  it('carries over what it changed and added when it is adopted, and then differs no more', async () => {
    await write(scenario, 'Fler undersköterskor', '9')
    await call(addAdjustment, {
      ...scenario,
      publicBoardId: book.boardId,
      kind: 'reform',
      label: 'Kortare köer',
    })
    await write(scenario, 'Kortare köer', '3')
    const { applied } = await call(adoptScenario, scenario)
    expect(applied).toBeGreaterThan(0)
    expect(await amountsOf(book.bookId, book.ownVersionId)).toEqual({
      'Fler undersköterskor': ['9', null],
      'Kortare köer': ['3', null],
    })
    const again = await call(previewAdoption, scenario)
    expect(again).toMatchObject({ changes: [], conflicts: [] })
  })

  it('takes away in its version what it took away itself', async () => {
    const { rows } = await call(getWorkbench, scenario)
    await call(removeAdjustment, { ...scenario, adjustmentId: rows[0]!.id, removed: true })
    await call(adoptScenario, scenario)
    expect(await amountsOf(book.bookId, book.ownVersionId)).toEqual({})
  })

  it('asks when both have changed the same amount, and changes nothing until it is answered', async () => {
    await write(scenario, 'Fler undersköterskor', '9')
    await write(book.own, 'Fler undersköterskor', '7')
    const { conflicts } = await call(previewAdoption, scenario)
    expect(conflicts).toMatchObject([{ year: 2027, before: '5', after: '9', theirs: '7' }])
    await expect(call(adoptScenario, scenario)).rejects.toMatchObject({ code: 'notPossibleNow' })
    expect(await amountsOf(book.bookId, book.ownVersionId)).toEqual({ 'Fler undersköterskor': ['7', null] })
    const answers = { [conflicts[0]!.key]: 'scenario' as const }
    await call(adoptScenario, { ...scenario, answers })
    expect(await amountsOf(book.bookId, book.ownVersionId)).toEqual({ 'Fler undersköterskor': ['9', null] })
  })

  it('is compared with its version by what they have in common', async () => {
    await write(scenario, 'Fler undersköterskor', '9')
    const comparison = await call(compareVersions, {
      bookId: book.bookId,
      first: book.ownVersionId,
      second: scenario.versionId,
    })
    expect(comparison.boards[0]?.years[0]).toMatchObject({ first: '105', second: '109', difference: '4' })
    expect(comparison.adjustments).toMatchObject([{ kind: 'amount' }])
  })
})

describe('a version without statements', () => {
  it('has no rows to be sensitive to, and says so by an empty list', async () => {
    const book = await smallBook()
    const sensitivity = await call(getSensitivity, book.own)
    expect(sensitivity).toMatchObject({ rows: [], tornado: [], combined: null })
  })
})
