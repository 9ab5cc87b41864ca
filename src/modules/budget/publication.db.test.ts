import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import type { Caller } from '#platform/operations/call.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { addAdjustment } from './operations/add-adjustment.ts'
import { applyImport } from './operations/apply-import.ts'
import { branchVersion } from './operations/branch-version.ts'
import { changeState } from './operations/change-state.ts'
import { createBook } from './operations/create-book.ts'
import { explainPublishedRow, getPublication } from './operations/get-publication.ts'
import { getPublicationFile } from './operations/get-publication-file.ts'
import { listPublications } from './operations/list-publications.ts'
import { listPublishedBudgets } from './operations/list-published-budgets.ts'
import { previewPublication } from './operations/preview-publication.ts'
import { publishVersion } from './operations/publish-version.ts'
import { renderPublicationFiles } from './operations/render-publication-files.ts'
import { setAmounts } from './operations/set-amounts.ts'
import { withdrawPublication } from './operations/withdraw-publication.ts'
import { writeChapter } from './operations/write-chapter.ts'
import { publicationsTopic } from './store/publications.ts'
import { publishedMark } from './store/published-mark.ts'
import { publicationsWithoutFiles } from './store/unmade-files.ts'

let office: TestOffice
let ours: TestOrganisation
let secretary: Caller
let anonymous: Caller

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra distriktet')
  secretary = await ours.person(['secretary'])
  anonymous = ours.anonymous
})
afterAll(() => office.close())

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

/** A small book with an adjustment, of its own region. */
async function smallBook(jurisdiction: string) {
  const { bookId, slug, baseVersionId, ownVersionId } = await call(
    createBook,
    {
      unitId: ours.unitId,
      title: 'Budget 2027',
      jurisdiction,
      budgetYear: 2027,
      planYears: [2028],
      baseName: 'Basen',
      ownName: 'Vårt förslag',
    },
    secretary,
  )
  const csv =
    'Anslag;Budget 2027;Plan 2028\nVårdnämnden;100,0;102,0\nKulturnämnden;20,0;21,0\nSumma anslag;120,0;123,0'
  const file = new File([csv], 'anslag.csv', { type: 'text/csv' })
  const { fileId } = await call(uploadFile, { file }, secretary)
  await call(applyImport, { bookId, versionId: baseVersionId, fileIds: [fileId] }, secretary)
  const version = { bookId, versionId: ownVersionId }
  const board = await office.application.database.owner
    .selectFrom('budget.public_board')
    .select('id')
    .where('book_id', '=', bookId)
    .where('slug', '=', 'kulturnamnden')
    .executeTakeFirstOrThrow()
  const { adjustmentId } = await call(
    addAdjustment,
    { ...version, publicBoardId: board.id, kind: 'reform', label: 'Fler bibliotek' },
    secretary,
  )
  const write = (amount: string, expectedRevision: number) =>
    call(
      setAmounts,
      { ...version, cells: [{ adjustmentId, year: 2027, amount, expectedRevision }] },
      secretary,
    )
  await write('5', 0)
  return { ...version, slug, write }
}

const reason = { overrideReason: 'Visas medan styrelsen behandlar det.', files: 'later' } as const

async function published(slug: string, edition?: number, caller = anonymous) {
  const found = await call(getPublication, { slug, ...(edition ? { edition } : {}) }, caller)
  if (found.status !== 'published') throw new Error('It is withdrawn.')
  return found
}

const boardSum = (document: Awaited<ReturnType<typeof published>>['document']) =>
  document.boards.find((board) => board.slug === 'kulturnamnden')?.sum[0]?.printed

describe('publishing', () => {
  it('is for what is ready; a draft needs a reason, which is kept for the office alone', async () => {
    const { bookId, versionId, slug } = await smallBook('Aregionen')
    await expect(call(publishVersion, { bookId, versionId }, secretary)).rejects.toMatchObject({
      code: 'notPossibleNow',
      detail: { key: 'publish.draft' },
    })
    await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    const { publications } = await call(listPublications, { bookId }, secretary)
    expect(publications).toMatchObject([
      { slug, edition: 1, state: 'draft', overrideReason: reason.overrideReason, withdrawn: null },
    ])
    expect(JSON.stringify(await published(slug))).not.toContain(reason.overrideReason)

    await call(changeState, { bookId, versionId, state: 'ready' }, secretary)
    await call(publishVersion, { bookId, versionId, files: 'later' }, secretary)
    const after = await call(listPublications, { bookId }, secretary)
    expect(after.publications[0]).toMatchObject({ edition: 2, state: 'ready', overrideReason: '' })
  })

  it('freezes what is shown; the office is told when the version says something else', async () => {
    const { bookId, versionId, slug, write } = await smallBook('Bregionen')
    const preview = () => call(previewPublication, { bookId, versionId }, secretary)
    expect((await preview()).latest).toBeNull()
    await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    expect((await preview()).latest).toMatchObject({ edition: 1, differs: false })
    expect(boardSum((await published(slug)).document)).toBe('25,0')

    await write('7', 1)
    expect(boardSum((await published(slug)).document)).toBe('25,0')
    expect(await preview()).toMatchObject({ edition: 2, latest: { edition: 1, differs: true } })

    await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    expect((await preview()).latest).toMatchObject({ edition: 2, differs: false })
    expect(boardSum((await published(slug)).document)).toBe('27,0')
    expect(boardSum((await published(slug, 1)).document)).toBe('25,0')
    const { document, edition, editions } = await published(slug)
    expect([edition, document.colophon.edition]).toEqual([2, 2])
    expect(editions.map((each) => [each.edition, each.withdrawn])).toEqual([
      [1, false],
      [2, false],
    ])
  })

  it('publishes nothing else than what was looked at', async () => {
    const { bookId, versionId, write } = await smallBook('Cregionen')
    const { fingerprint } = await call(previewPublication, { bookId, versionId }, secretary)
    await write('8', 1)
    await expect(
      call(publishVersion, { bookId, versionId, ...reason, seen: fingerprint }, secretary),
    ).rejects.toMatchObject({ code: 'changedMeanwhile', detail: { key: 'publish.changed' } })
    const again = await call(previewPublication, { bookId, versionId }, secretary)
    const { edition } = await call(
      publishVersion,
      { bookId, versionId, ...reason, seen: again.fingerprint },
      secretary,
    )
    expect(edition).toBe(1)
  })

  it('lets only one of two at the same moment publish', async () => {
    const { bookId, versionId } = await smallBook('Dregionen')
    const outcomes = await Promise.allSettled([
      call(publishVersion, { bookId, versionId, ...reason }, secretary),
      call(publishVersion, { bookId, versionId, ...reason }, secretary),
    ])
    const { publications } = await call(listPublications, { bookId }, secretary)
    const done = outcomes.filter((each) => each.status === 'fulfilled').length
    expect(done).toBeGreaterThan(0)
    expect(publications.map((each) => each.edition).toSorted()).toEqual(
      Array.from({ length: done }, (_, at) => at + 1),
    )
  })

  it('is refused for a scenario, for what is archived, and for a text that points at nothing', async () => {
    const { bookId, versionId } = await smallBook('Eregionen')
    const scenario = await call(branchVersion, { bookId, versionId, name: 'Tänk om' }, secretary)
    await expect(
      call(publishVersion, { bookId, versionId: scenario.versionId, ...reason }, secretary),
    ).rejects.toMatchObject({ detail: { key: 'publish.scenario' } })

    const chapter = {
      bookId,
      versionId,
      expectedRevision: 0,
      number: '1',
      title: 'Kultur',
      publicBoardId: null,
    }
    await call(writeChapter, { ...chapter, text: 'Vi ger :belopp[x]{rad=deadbeef år=2027} mer.' }, secretary)
    const preview = await call(previewPublication, { bookId, versionId }, secretary)
    expect(preview.faultyChapters).toEqual(['1. Kultur'])
    await expect(call(publishVersion, { bookId, versionId, ...reason }, secretary)).rejects.toMatchObject({
      detail: { key: 'publish.faults' },
    })

    await call(changeState, { bookId, versionId, state: 'archived' }, secretary)
    await expect(call(publishVersion, { bookId, versionId, ...reason }, secretary)).rejects.toMatchObject({
      detail: { key: 'publish.archived' },
    })
  })
})

describe('what is published', () => {
  it('is read by anybody, down to the line of the source; nothing else is', async () => {
    const { bookId, versionId, slug } = await smallBook('Fregionen')
    await expect(call(getPublication, { slug }, anonymous)).rejects.toMatchObject({ code: 'notFound' })
    await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    const { document } = await published(slug)
    expect(document.findings.checks).toBeGreaterThan(0)
    const how = await call(explainPublishedRow, { slug, table: 'board:kulturnamnden', row: 'sum' }, anonymous)
    expect(how.columns['2027']?.terms.map((term) => [term.printed, term.source?.line ?? null])).toEqual([
      ['20,0', 3],
      ['5,0', null],
    ])
    const budgets = await call(listPublishedBudgets, {}, anonymous)
    expect(budgets.budgets.map((each) => each.slug)).toContain(slug)
    await expect(call(listPublications, { bookId }, anonymous)).rejects.toMatchObject({
      code: 'signInRequired',
    })
    await expect(
      call(explainPublishedRow, { slug, table: 'no such table', row: 'sum' }, anonymous),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is not there in another organisation', async () => {
    const { bookId, versionId, slug } = await smallBook('Gregionen')
    await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    const theirs = await office.organisation('Södra distriktet')
    for (const caller of [theirs.anonymous, await theirs.person(['owner', 'secretary'])]) {
      await expect(call(getPublication, { slug }, caller)).rejects.toMatchObject({ code: 'notFound' })
      await expect(call(getPublicationFile, { slug, format: 'json' }, caller)).rejects.toMatchObject({
        code: 'notFound',
      })
      expect((await call(listPublishedBudgets, {}, caller)).budgets).toEqual([])
    }
  })

  it('is gone once withdrawn, and its address says why; other editions stay', async () => {
    const { bookId, versionId, slug } = await smallBook('Hregionen')
    const marks: string[] = []
    const mark = async () => void marks.push(await publishedMark(office.application.database.owner))
    await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    await mark()
    const second = await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    const note = 'Ett belopp var fel.'
    const { publicationId } = second
    await mark()
    await call(withdrawPublication, { bookId, publicationId, note }, secretary)
    await mark()
    // A server that is not told sees it by this.
    expect(new Set(marks).size).toBe(3)

    const gone = await call(getPublication, { slug }, anonymous)
    expect(gone).toMatchObject({ status: 'withdrawn', edition: 2, note })
    expect(gone).not.toHaveProperty('document')
    const ask = { slug, edition: 2 }
    for (const asked of [
      () => call(getPublicationFile, { ...ask, format: 'json' }, anonymous),
      () => call(explainPublishedRow, { ...ask, table: 'path', row: 'ownResult' }, anonymous),
    ])
      await expect(asked()).rejects.toMatchObject({ code: 'notFound' })
    expect((await published(slug, 1)).edition).toBe(1)
    await expect(call(withdrawPublication, { bookId, publicationId, note }, secretary)).rejects.toMatchObject(
      { detail: { key: 'publish.alreadyWithdrawn' } },
    )
    const { publications } = await call(listPublications, { bookId }, secretary)
    expect(publications.map((each) => each.withdrawn?.note ?? null)).toEqual([note, null])
  })

  it('can be saved in every format, made at once or afterwards, from the same edition', async () => {
    const { bookId, versionId, slug, write } = await smallBook('Iregionen')
    const { publicationId } = await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    expect((await published(slug)).files.map((each) => each.format)).toEqual(['json'])
    await expect(call(getPublicationFile, { slug, format: 'pdf' }, anonymous)).rejects.toMatchObject({
      detail: { key: 'publish.fileNotMade' },
    })
    const unmade = async (minutes: number) => {
      const later = new Date(office.application.host.now().getTime() + minutes * 60_000)
      const found = await publicationsWithoutFiles(office.application.database.owner, later)
      return found.some((each) => each.publicationId === publicationId && each.organisationId === ours.id)
    }
    expect([await unmade(1), await unmade(20)]).toEqual([false, true])
    await write('9', 1)
    await call(renderPublicationFiles, { publicationId }, ours.operator)
    await call(renderPublicationFiles, { publicationId }, ours.operator)
    expect(await unmade(20)).toBe(false)
    const { files } = await published(slug)
    expect(files.map((each) => each.name)).toEqual(
      ['.pdf', '.docx', '.xlsx', '-csv.zip', '.json'].map((ending) => `${slug}-1${ending}`),
    )
    const pdf = await call(getPublicationFile, { slug, format: 'pdf' }, anonymous)
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-')
    expect(pdf.size).toBe(files[0]?.byteCount)

    await call(publishVersion, { bookId, versionId, overrideReason: 'Rättad.' }, secretary)
    expect((await published(slug)).files).toHaveLength(5)
    const json = await call(getPublicationFile, { slug, format: 'json', edition: 1 }, anonymous)
    expect(JSON.parse(await json.text()).version.adjustments[0].amounts).toEqual({ 2027: '5' })
  }, 60_000)

  it('tells the servers each time it is no longer what it was', async () => {
    const told: string[] = []
    const stop = office.application.services.realtime.listen(publicationsTopic, ({ kind }) => told.push(kind))
    const { bookId, versionId } = await smallBook('Jregionen')
    const { publicationId } = await call(publishVersion, { bookId, versionId, ...reason }, secretary)
    await call(withdrawPublication, { bookId, publicationId, note: 'Fel.' }, secretary)
    await expect.poll(() => told).toEqual(['published', 'withdrawn'])
    stop()
  })
})
