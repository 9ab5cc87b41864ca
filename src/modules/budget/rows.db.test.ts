import type { z } from 'zod'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { applyImport } from './operations/apply-import.ts'
import { changeState } from './operations/change-state.ts'
import { checkVersion } from './operations/check-version.ts'
import { correctRow } from './operations/correct-row.ts'
import { createBook } from './operations/create-book.ts'
import { explainFigure } from './operations/explain-figure.ts'
import { getBookOverview } from './operations/get-book-overview.ts'
import { getRow } from './operations/get-row.ts'
import { getTable, listTables } from './operations/get-tables.ts'
import { getWorkbench } from './operations/get-workbench.ts'
import { setOverride } from './operations/set-override.ts'

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

const csv =
  'Anslag;Budget 2027;Plan 2028\nVårdnämnden;100,0;102,0\nKulturnämnden;20,0;21,0\nSumma anslag;120,0;123,0\n'

/** A book with one printed table of appropriations in the base. */
async function bookWithTable() {
  const book = await call(createBook, {
    unitId: ours.unitId,
    title: 'Budget 2027',
    jurisdiction: 'Provkommunen',
    budgetYear: 2027,
    planYears: [2028],
    baseName: 'Basen',
    ownName: 'Vårt',
  })
  const base = { bookId: book.bookId, versionId: book.baseVersionId }
  const own = { bookId: book.bookId, versionId: book.ownVersionId }
  const { fileId } = await call(uploadFile, { file: new File([csv], 'anslag.csv') })
  await call(applyImport, { ...base, fileIds: [fileId] })
  const { tables } = await call(listTables, base)
  const table = tables.find((each) => each.printed)!.key
  const shown = await call(getTable, { ...base, table })
  return { base, own, table, row: shown.rows[1]!.key, columns: shown.columns.map((column) => column.key) }
}

let book: Awaited<ReturnType<typeof bookWithTable>>
beforeEach(async () => {
  book = await bookWithTable()
})

/** What our version counts from at the board whose row is corrected. */
async function cultureBase() {
  const { boards } = await call(getWorkbench, book.own)
  return boards.find((board) => board.name === 'Kulturnämnden')?.base
}

describe('the meaning of a printed row', () => {
  it('is corrected; the printed figures stay, and what follows is counted anew', async () => {
    const place = { ...book.base, table: book.table, row: book.row }
    expect(await cultureBase()).toEqual(['20', '21'])

    await call(correctRow, { ...place, role: 'appropriation', kind: 'memo' })

    const row = await call(getRow, place)
    expect(row).toMatchObject({
      label: 'Kulturnämnden',
      meaning: { role: 'appropriation', kind: 'memo', ofWhichComplete: null, origin: 'corrected' },
      hasPrinted: true,
      editable: true,
    })
    expect(row.cells.map((cell) => cell.printed)).toMatchObject([
      { text: '20,0', value: '20', sourceLine: 3 },
      { text: '21,0', value: '21', sourceLine: 3 },
    ])
    expect(row.edits).toMatchObject([
      { kind: 'row', field: 'kind', before: 'line', after: 'memo', by: 'secretary' },
    ])
    expect(await cultureBase()).toEqual([null, null])
  })

  it('keeps whether the parts are all of the whole, for parts only', async () => {
    const place = { ...book.base, table: book.table, row: book.row }
    const role = 'appropriation' as const
    await call(correctRow, { ...place, role, kind: 'ofWhich', ofWhichComplete: false })
    expect((await call(getRow, place)).meaning).toMatchObject({ kind: 'ofWhich', ofWhichComplete: false })
    await call(correctRow, { ...place, role, kind: 'line', ofWhichComplete: false })
    expect((await call(getRow, place)).meaning).toMatchObject({ kind: 'line', ofWhichComplete: null })
  })

  it('is not touched in a version that is adopted', async () => {
    await call(changeState, { ...book.base, state: 'ready', overrideReason: 'Beslutad av fullmäktige.' })
    await call(changeState, { ...book.base, state: 'adopted' })
    const place = { ...book.base, table: book.table, row: book.row }
    await expect(call(correctRow, { ...place, role: null, kind: 'line' })).rejects.toMatchObject({
      code: 'notPossibleNow',
    })
    expect(await call(getRow, place)).toMatchObject({ editable: false, meaning: { origin: 'recognised' } })
  })

  it('belongs to a row that is there', async () => {
    const nowhere = { ...book.base, table: book.table, row: 'ingen rad' }
    await expect(call(correctRow, { ...nowhere, role: null, kind: 'line' })).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(call(getRow, nowhere)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a figure written by hand over a derived one', () => {
  const note = 'Enligt beslut i fullmäktige.'

  it('is marked, explained by its reason, and withdrawn again', async () => {
    const place = { ...book.own, table: book.table, row: book.row }
    const column = book.columns[0]!
    await call(setOverride, { ...place, column, value: '25.5', note })

    const table = await call(getTable, { ...book.own, table: book.table, subject: 'compiled' })
    const written = table.rows.find((each) => each.key === book.row)?.cells[0]
    expect(written).toMatchObject({ printed: '25,5', origin: 'override' })
    const row = await call(getRow, place)
    expect(row.cells[0]).toMatchObject({
      printed: null,
      compiled: { text: '25,5' },
      override: { value: '25.5', note, by: 'secretary', computed: '20' },
    })
    const { recent } = await call(getBookOverview, { bookId: book.own.bookId })
    expect(recent[0]).toMatchObject({
      kind: 'override',
      subject: 'Anslag, Kulturnämnden',
      field: 'Budget 2027',
      after: '25.5',
    })
    const explained = await call(explainFigure, { ...place, subject: 'cell', column })
    expect(explained).toMatchObject({
      explanation: { kind: 'override', message: { params: { note } }, children: [{ value: '20' }] },
      edits: [{ by: 'secretary', before: null, after: '25.5' }],
    })

    await call(setOverride, { ...place, column, value: null, withdrawn: true })
    const after = await call(getRow, place)
    expect(after.cells[0]).toMatchObject({ compiled: { text: '20,0' }, override: null })
    expect(after.edits.map((edit) => [edit.field, edit.before, edit.after, edit.note])).toEqual([
      [column, '25.5', null, null],
      [column, null, '25.5', note],
    ])
  })

  it('is checked: the sum that does not follow says so', async () => {
    await call(setOverride, {
      ...book.own,
      table: book.table,
      row: book.row,
      column: book.columns[0]!,
      value: '25.5',
      note,
    })
    const { checks } = await call(checkVersion, { ...book.own, subject: 'compiled' })
    const findings = checks.filter((check) => check.outcome === 'finding')
    expect(findings.map((check) => [check.where.table, check.where.rowLabel])).toContainEqual([
      book.table,
      'Summa anslag',
    ])
  })

  it('is explained in the summary too', async () => {
    const { rows, columns } = await call(getTable, {
      ...book.own,
      table: 'summary',
      subject: 'compiled',
    })
    const row = rows.find((each) => each.role === 'adjustedTotal' || each.kind === 'sum')!
    const place = { ...book.own, table: 'summary', row: row.key, column: columns.at(-1)!.key }
    const before = (await call(explainFigure, { ...place, subject: 'cell' })).explanation
    await call(setOverride, { ...place, value: '1', note })
    const after = (await call(explainFigure, { ...place, subject: 'cell' })).explanation
    expect(after).toMatchObject({ kind: 'override', value: '1', children: [{ value: before?.value }] })
  })

  it('needs a reason', async () => {
    const place = { ...book.own, table: book.table, row: book.row, column: book.columns[0]! }
    await expect(call(setOverride, { ...place, value: '1', note: ' ' })).rejects.toMatchObject({
      code: 'invalidInput',
      issues: [{ path: ['note'], message: 'override.why' }],
    })
  })
})
