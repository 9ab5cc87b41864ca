import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import { projectRoot } from '#platform/root.ts'
import type { Caller } from '#platform/operations/call.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { acceptFinding } from './operations/accept-finding.ts'
import { applyImport } from './operations/apply-import.ts'
import { checkVersion } from './operations/check-version.ts'
import { createBook } from './operations/create-book.ts'
import { getBookOverview } from './operations/get-book-overview.ts'
import { getWorkbench } from './operations/get-workbench.ts'
import { setAmounts } from './operations/set-amounts.ts'
import { addVersion } from './operations/update-version.ts'

let office: TestOffice
let ours: TestOrganisation
let secretary: Caller

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra distriktet')
  secretary = await ours.person(['secretary'])
})
afterAll(() => office.close())

/** A book with the example read in as our own printed budget. */
async function exampleBook() {
  const { application } = office
  const book = await application.call(
    createBook,
    {
      unitId: ours.unitId,
      title: 'Budget 2025',
      jurisdiction: 'Region Stockholm',
      budgetYear: 2025,
      planYears: [2026, 2027],
      baseName: 'Majoritetens förslag',
      ownName: 'Vårt förslag',
    },
    secretary,
  )
  const folder = join(projectRoot, 'examples/region-stockholm-2025')
  const fileIds: string[] = []
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) {
    const file = new File([readFileSync(join(folder, name))], name, { type: 'text/csv' })
    fileIds.push((await application.call(uploadFile, { file }, secretary)).fileId)
  }
  const imported = await application.call(
    applyImport,
    { bookId: book.bookId, versionId: book.ownVersionId, fileIds },
    secretary,
  )
  return { ...book, versionId: book.ownVersionId, fileIds, imported }
}

describe('a printed budget', () => {
  let book: Awaited<ReturnType<typeof exampleBook>>
  beforeAll(async () => {
    book = await exampleBook()
  })

  it('is read in whole, with its adjustments and assignments', () => {
    expect(book.imported).toEqual({
      outcome: 'imported',
      tables: 47,
      cells: 1539,
      adjustments: 37,
      assignments: 119,
    })
  })

  it('is not read in twice', async () => {
    const { bookId, versionId, fileIds } = book
    const again = await office.application.call(applyImport, { bookId, versionId, fileIds }, secretary)
    expect(again.outcome).toBe('unchanged')
  })

  it('gives the base and our result in the workbench', async () => {
    const workbench = await office.application.call(getWorkbench, book, secretary)
    const health = workbench.boards.find((board) => board.name === 'Hälso- och sjukvårdsnämnden')
    expect(Number(health?.base[0])).toBeCloseTo(70669, 1)
    expect(workbench.baseResult.map(Number)[0]).toBeCloseTo(75.4, 0)
    expect(workbench.requirements.map((each) => each.amount)).toEqual(['208.5', '2384.8', '2275.7'])
  })

  it('tells where it stands', async () => {
    const overview = await office.application.call(getBookOverview, book, secretary)
    const own = overview.versions.find((version) => version.id === book.versionId)
    expect(own?.printed.findings).toBeGreaterThan(20)
    expect(own?.results.map((each) => Math.round(Number(each.result)))).toEqual([208, 2385, 2276])
  })

  it('keeps an accepted finding accepted until its figures change', async () => {
    const { application } = office
    const { checks, summary } = await application.call(checkVersion, book, secretary)
    const stray = checks.find((check) => check.rule === 'adjustments.boardSum')!
    expect(stray).toMatchObject({ printed: '2059', computed: '22', difference: '2037' })
    const { id: findingId, fingerprint } = stray
    await application.call(
      acceptFinding,
      { ...book, findingId, fingerprint, note: 'Fel i trycket.' },
      secretary,
    )
    const after = await application.call(checkVersion, book, secretary)
    expect(after.summary.open).toBe(summary.open - 1)
    expect(after.checks.find((check) => check.id === findingId)?.acceptance).toMatchObject({
      note: 'Fel i trycket.',
    })
  })

  it('is written in by two people without one overwriting the other unseen', async () => {
    const { application } = office
    const other = await ours.person(['secretary'])
    const before = await application.call(getWorkbench, book, secretary)
    const row = before.rows[0]!
    const write = (amount: string, expectedRevision: number, caller: Caller) =>
      application.call(
        setAmounts,
        { ...book, cells: [{ adjustmentId: row.id, year: 2025, amount, expectedRevision }] },
        caller,
      )
    const { revision } = row.cells[0]!
    await write('40', revision, other)
    await expect(write('50', revision, secretary)).rejects.toMatchObject({
      code: 'changedMeanwhile',
      facts: { conflicts: [{ adjustmentId: row.id, year: 2025, amount: '40', revision: revision + 1 }] },
    })
    await write('50', revision + 1, secretary)
    const after = await application.call(getWorkbench, book, secretary)
    expect(after.rows[0]?.cells[0]?.amount).toBe('50')
    // The base stays where the printed document put it.
    expect(after.boards[0]?.base).toEqual(before.boards[0]?.base)
  })

  it('takes a cell once in one writing', async () => {
    const { rows } = await office.application.call(getWorkbench, book, secretary)
    const { id: adjustmentId, cells } = rows[1]!
    const cell = { adjustmentId, year: 2026, amount: '1', expectedRevision: cells[1]!.revision }
    await expect(
      office.application.call(setAmounts, { ...book, cells: [cell, { ...cell, amount: '2' }] }, secretary),
    ).rejects.toMatchObject({ code: 'invalidInput', detail: { key: 'cellTwice' } })
  })

  it('answers a text that no database can hold', async () => {
    await expect(
      office.application.call(addVersion, { bookId: book.bookId, name: 'Ett\u0000namn' }, secretary),
    ).rejects.toMatchObject({ code: 'invalidInput' })
  })
})
