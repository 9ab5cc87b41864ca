import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Caller } from '#platform/operations/call.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { codeOf } from './document/references/reference-data.ts'
import { documentFormats } from './document/render/render-job.ts'
import { stopRendering } from './document/render/renderer.ts'
import { textOf } from './document/text/plain-text.ts'
import { createBody } from '../organisation/index.ts'
import { addAdjustment } from './operations/add-adjustment.ts'
import { branchVersion } from './operations/branch-version.ts'
import { changeState } from './operations/change-state.ts'
import { exportDocument } from './operations/export-document.ts'
import { getDocument } from './operations/get-document.ts'
import { listReferences } from './operations/list-references.ts'
import { removeAdjustment } from './operations/remove-adjustment.ts'
import { reorderChapters } from './operations/reorder-chapters.ts'
import { setAmounts } from './operations/set-amounts.ts'
import { chooseSignOffBodies, listSignOffs, signOff } from './operations/sign-off.ts'
import { writeAssignment } from './operations/write-assignment.ts'
import { writeChapter } from './operations/write-chapter.ts'
import { smallBook } from './testing/small-book.ts'

let office: TestOffice
let ours: TestOrganisation
let secretary: Caller

/** Calls an operation as the secretary. */
const call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => office.application.call(operation, input, secretary)

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra distriktet')
  secretary = await ours.person(['secretary'])
})
afterAll(async () => {
  stopRendering()
  await office.close()
})

/** A small budget with one reform of 5 mnkr and the chapters given. */
async function budget(...texts: string[]) {
  const book = await smallBook(call, ours.unitId)
  const target = { bookId: book.bookId, versionId: book.ownVersionId }
  const { adjustmentId } = await call(addAdjustment, {
    ...target,
    publicBoardId: book.boards[0]!.id,
    kind: 'reform',
    label: 'Tågvärdar',
  })
  const set = (amount: string, expectedRevision: number) =>
    call(setAmounts, { ...target, cells: [{ adjustmentId, year: 2027, amount, expectedRevision }] })
  await set('5', 0)
  const chapters: string[] = []
  for (const [index, text] of texts.entries()) {
    const written = await call(writeChapter, {
      ...target,
      expectedRevision: 0,
      number: String(index + 1),
      title: `Kapitel ${index + 1}`,
      publicBoardId: null,
      text: text.replaceAll('KOD', codeOf(adjustmentId)),
    })
    chapters.push(written.chapterId)
  }
  return { ...book, target, adjustmentId, set, chapters }
}

/** The figures of a row in a CSV file: after its key, its name and what it is. */
const asNumbers = (row: string[]) => row.slice(3).map((text) => Number(text.replace(',', '.')))

/** A chapter's running text as it would be printed. */
async function printed(target: { bookId: string; versionId: string }, chapter = 0) {
  const { chapters } = await call(getDocument, target)
  return textOf(chapters[chapter]!.text, (figure) => figure.printed)
}

describe('a chapter', () => {
  it('prints the figures as they are now, and those they become', async () => {
    const { target, set } = await budget(
      'Vi satsar :belopp[Tågvärdar]{rad=KOD år=2027}. Nämnden får :summa{nämnd=vardnamnden år=2027}.',
    )
    expect(await printed(target)).toBe('Vi satsar 5\u00a0mnkr. Nämnden får 105\u00a0mnkr.')
    await set('7.5', 1)
    expect(await printed(target)).toBe('Vi satsar 7,5\u00a0mnkr. Nämnden får 107,5\u00a0mnkr.')
  })

  it('says where a reference points to nothing, in the language of who asks', async () => {
    const { target, chapters } = await budget(
      'Inledning.\n\nVi satsar :belopp{rad=ffffffff} på tåg.\n\n::tabell{nämnd=ingen}',
    )
    const { faults } = await call(getDocument, target)
    expect(faults).toEqual([
      {
        chapterId: chapters[0],
        at: { line: 3, column: 11 },
        read: ':belopp{rad=ffffffff}',
        says: 'Det finns ingen ändring med koden ffffffff i den här versionen.',
      },
      {
        chapterId: chapters[0],
        at: { line: 5, column: 1 },
        read: '::tabell{nämnd=ingen}',
        says: 'Det finns ingen nämnd som heter ”ingen” i adressen.',
      },
    ])
    const english = await office.application.call(getDocument, target, { ...secretary, language: 'en' })
    expect(english.faults[0]?.says).not.toBe(faults[0]?.says)
    expect(await printed(target)).toContain('[saknas: :belopp{rad=ffffffff}]')
  })

  it('is told what it was that has been removed', async () => {
    const { target, adjustmentId } = await budget('Vi satsar :belopp{rad=KOD år=2027}.')
    await call(removeAdjustment, { ...target, adjustmentId, removed: true })
    const { faults } = await call(getDocument, target)
    expect(faults.map(({ says }) => says)).toEqual([
      'Ändringen ”Tågvärdar” är borttagen. Ta bort hänvisningen, eller lägg tillbaka raden på arbetsbordet.',
    ])
  })

  it('is shown the amounts that were typed by hand', async () => {
    const { target } = await budget('Vi satsar 40 mnkr på skolan.')
    const { typedAmounts } = await call(getDocument, target)
    expect(typedAmounts).toMatchObject([{ text: '40 mnkr', at: { line: 1, column: 11 } }])
  })

  it('moves and is removed, and keeps its number', async () => {
    const { target, chapters } = await budget('Ett.', 'Två.', 'Tre.')
    await call(reorderChapters, { ...target, chapterIds: [chapters[2]!, chapters[0]!, chapters[1]!] })
    const numbers = async () => (await call(getDocument, target)).chapters.map((each) => each.number)
    expect(await numbers()).toEqual(['3', '1', '2'])
    await call(writeChapter, {
      ...target,
      chapterId: chapters[0]!,
      expectedRevision: 1,
      number: '1',
      title: 'Kapitel 1',
      publicBoardId: null,
      text: '',
      removed: true,
    })
    expect(await numbers()).toEqual(['3', '2'])
    await expect(call(reorderChapters, { ...target, chapterIds: [chapters[0]!] })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('can refer to whatever is in the list, as it stands there', async () => {
    const { target } = await budget('Ett.')
    const { groups } = await call(listReferences, { ...target, find: '' })
    expect(groups.map(({ group }) => group)).toEqual(['results', 'changes', 'boards', 'tables'])
    const choices = groups.flatMap((group) => group.choices)
    await call(writeChapter, {
      ...target,
      expectedRevision: 0,
      number: '2',
      title: 'Allt',
      publicBoardId: null,
      text: choices.map((choice) => choice.text).join('\n\n'),
    })
    const { faults } = await call(getDocument, target)
    expect(faults).toEqual([])
    const figures = choices.flatMap((choice) => choice.printed ?? [])
    expect(figures.length).toBeGreaterThan(10)
    expect((await printed(target, 1)).split('\n').filter((line) => line !== '')).toEqual(figures)
  })
})

/** The document in a format, as the file that comes out. */
const file = async (
  target: { bookId: string; versionId: string },
  format: (typeof documentFormats)[number],
) => {
  const made = await call(exportDocument, { ...target, format })
  return { made, bytes: new Uint8Array(await made.arrayBuffer()) }
}

describe('a document taken out', () => {
  it('says the same in every format', async () => {
    const { target } = await budget('Vi satsar :belopp{rad=KOD år=2027}.')
    await call(writeAssignment, {
      ...target,
      expectedRevision: 0,
      chapter: '1',
      kind: 'utreda',
      text: '=1+1 är ingen formel',
      amounts: '-',
      dueYear: 2027,
      condition: '',
      responsible: ['Vårdnämnden'],
      consulted: [],
    })
    const names: string[] = []
    const texts: Record<string, Uint8Array> = {}
    for (const format of documentFormats) {
      const { made, bytes } = await file(target, format)
      names.push(made.name)
      texts[format] = bytes
    }
    expect(names.map((name) => name.replace(/^provregionen-budget-2027-\d+-vart-forslag/, ''))).toEqual([
      '.pdf',
      '.docx',
      '.xlsx',
      '-csv.zip',
      '.json',
    ])

    const pdf = Buffer.from(texts['pdf']!).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toMatch(/\/Marked true/)

    const document = await JSZip.loadAsync(texts['docx']!)
    expect(await document.file('word/document.xml')!.async('string')).toContain('5\u00a0mnkr')

    const archive = await JSZip.loadAsync(texts['csv']!)
    const csv = async (name: string) =>
      (await archive.file(name)!.async('string'))
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(';'))
    const overview = await csv('namnder.csv')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(texts['xlsx']!) as unknown as ArrayBuffer)
    const sheet = workbook.getWorksheet('Anslag per nämnd')!
    const cells = (row: number) =>
      Array.from({ length: 6 }, (_, at) =>
        Number(sheet.getRow(row).getCell(at + 2).result ?? sheet.getRow(row).getCell(at + 2).value),
      )
    expect(overview.slice(1).map(asNumbers)).toEqual([3, 4, 5].map(cells))
    expect(asNumbers(overview[1]!).slice(0, 3)).toEqual([100, 5, 105])

    const assignments = await csv('uppdrag.csv')
    const row = assignments[1]!
    expect(row).toContain("'=1+1 är ingen formel")
    expect(row).toContain("'-")
    expect(JSON.parse(await archive.file('metadata.json')!.async('string'))).toMatchObject({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'sv' }],
    })

    const json = JSON.parse(Buffer.from(texts['json']!).toString()) as {
      version: { chapters: { text: string }[]; adjustments: { amounts: Record<string, string> }[] }
    }
    expect(json.version.adjustments[0]?.amounts).toEqual({ 2027: '5' })
    expect(json.version.chapters[0]?.text).toContain(':belopp{rad=')
  })

  it('is written into the audit log, with the file’s name', async () => {
    const { target } = await budget('Text.')
    await file(target, 'json')
    const entry = await office.application.database.owner
      .selectFrom('audit.entry')
      .select(['effect', 'subject_id', 'detail'])
      .where('operation', '=', 'export-document')
      .where('subject_id', '=', target.bookId)
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ effect: 'export', detail: { format: 'json' } })
  })

  it('is for those who read the budget, and of a version that has texts', async () => {
    const { target } = await budget('Text.')
    const theirs = await office.organisation('Södra distriktet')
    const stranger = await theirs.person(['secretary'])
    const { application } = office
    const wanted = { ...target, format: 'json' as const }
    await expect(application.call(exportDocument, wanted, stranger)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(
      application.call(exportDocument, wanted, await ours.person(['member'])),
    ).rejects.toMatchObject({
      code: 'roleRequired',
    })
    const { versionId } = await call(branchVersion, { ...target, name: 'Pröva' })
    await expect(call(exportDocument, { ...wanted, versionId })).rejects.toMatchObject({
      code: 'notPossibleNow',
      detail: { key: 'document.scenario' },
    })
  })
})

describe('a body that signs off', () => {
  it('is made where it is needed, and its yes stands on the document', async () => {
    const { target } = await budget('Text.')
    const name = `Budgetberedningen ${target.bookId.slice(-6)}`
    const { bodyId } = await call(createBody, { unitId: ours.unitId, kind: 'committee', name })
    await expect(call(createBody, { unitId: ours.unitId, kind: 'committee', name })).rejects.toMatchObject({
      issues: [{ path: ['name'], message: 'body.exists' }],
    })
    await call(chooseSignOffBodies, { ...target, bodyIds: [bodyId] })
    await expect(call(changeState, { ...target, state: 'ready' })).rejects.toMatchObject({
      detail: { key: 'state.missing', params: { bodies: name } },
    })
    await call(signOff, {
      ...target,
      bodyId,
      decision: 'approved',
      decidedOn: '2026-11-20',
      reference: '§ 12',
      note: '',
    })
    await call(changeState, { ...target, state: 'ready' })
    const { bodies } = await call(listSignOffs, target)
    expect(bodies).toMatchObject([{ name, state: 'approved', reference: '§ 12' }])
  })

  it('has not said yes to what is changed afterwards', async () => {
    const { target, chapters } = await budget('Text.')
    const name = `Presidiet ${target.bookId.slice(-6)}`
    const { bodyId } = await call(createBody, { unitId: ours.unitId, kind: 'workingGroup', name })
    await call(chooseSignOffBodies, { ...target, bodyIds: [bodyId] })
    const said = { ...target, bodyId, decidedOn: '2026-11-20', reference: '', note: '' }
    await call(signOff, { ...said, decision: 'approved' })
    await call(changeState, { ...target, state: 'ready' })
    await call(writeChapter, {
      ...target,
      chapterId: chapters[0]!,
      expectedRevision: 1,
      number: '1',
      title: 'Kapitel 1',
      publicBoardId: null,
      text: 'En annan text.',
    })
    expect((await call(listSignOffs, target)).bodies).toMatchObject([{ name, state: 'changed' }])
    await expect(call(changeState, { ...target, state: 'adopted' })).rejects.toMatchObject({
      detail: { key: 'state.missing', params: { bodies: name } },
    })
    await call(changeState, { ...target, state: 'adopted', overrideReason: 'En rättstavning.' })
    const { history, decisions } = await call(listSignOffs, target)
    expect(history.map(({ to, overrideReason }) => [to, overrideReason])).toEqual([
      ['ready', null],
      ['adopted', 'En rättstavning.'],
    ])
    expect(decisions).toMatchObject([{ decision: 'approved', current: false }])
  })

  it('is made only in a unit that one is trusted with', async () => {
    const theirs = await office.organisation('Östra distriktet')
    await expect(
      call(createBody, { unitId: theirs.unitId, kind: 'board', name: 'Styrelsen' }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})
