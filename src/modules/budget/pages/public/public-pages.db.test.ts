import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { TestOrganisation } from '../../../../../tests/support/test-office.ts'
import { openWebOffice, type WebOffice } from '../../../../../tests/support/web-office.ts'
import { addAdjustment } from '../../operations/add-adjustment.ts'
import { applyImport } from '../../operations/apply-import.ts'
import { createBook } from '../../operations/create-book.ts'
import { publishVersion } from '../../operations/publish-version.ts'
import { setAmounts } from '../../operations/set-amounts.ts'
import { updateAdjustment } from '../../operations/update-adjustment.ts'
import { withdrawPublication } from '../../operations/withdraw-publication.ts'
import { writeAssignment } from '../../operations/write-assignment.ts'
import { writeChapter } from '../../operations/write-chapter.ts'

let office: WebOffice
let ours: TestOrganisation
let secretary: Caller
let organisation: string
/** The address of the published budget, and what was published. */
let root: string
let target: { bookId: string; versionId: string }
let adjustmentId: string
const reform = () => `fler-bibliotek-${adjustmentId.replaceAll('-', '').slice(-8)}`

beforeAll(async () => {
  office = await openWebOffice()
  ours = await office.organisation('Norra distriktet')
  secretary = await ours.person(['secretary'])
  organisation = (
    await office.application.database.owner
      .selectFrom('organisation.organisation')
      .select('slug')
      .where('id', '=', ours.id)
      .executeTakeFirstOrThrow()
  ).slug
  await writeBudget()
  await publish()
})
afterAll(() => office.close())

const call: WebOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

async function writeBudget() {
  const { bookId, slug, baseVersionId, ownVersionId } = await call(
    createBook,
    {
      unitId: ours.unitId,
      title: 'Budget 2027',
      jurisdiction: 'Provregionen',
      budgetYear: 2027,
      planYears: [],
      baseName: 'Basen',
      ownName: 'Vårt förslag',
    },
    secretary,
  )
  target = { bookId, versionId: ownVersionId }
  root = `/public/${organisation}/${slug}`
  const file = new File(['Anslag;Budget 2027\nKulturnämnden;20,0\nSumma anslag;20,0'], 'anslag.csv', {
    type: 'text/csv',
  })
  const { fileId } = await call(uploadFile, { file }, secretary)
  await call(applyImport, { bookId, versionId: baseVersionId, fileIds: [fileId] }, secretary)
  const board = await office.application.database.owner
    .selectFrom('budget.public_board')
    .select('id')
    .where('book_id', '=', bookId)
    .executeTakeFirstOrThrow()
  ;({ adjustmentId } = await call(
    addAdjustment,
    { ...target, publicBoardId: board.id, kind: 'reform', label: 'Fler bibliotek' },
    secretary,
  ))
  await call(
    setAmounts,
    { ...target, cells: [{ adjustmentId, year: 2027, amount: '5', expectedRevision: 0 }] },
    secretary,
  )
  await call(
    writeAssignment,
    {
      ...target,
      expectedRevision: 0,
      chapter: '1',
      kind: 'utreda',
      text: 'Utred längre öppettider.',
      amounts: '',
      dueYear: 2028,
      condition: '',
      responsible: ['Kulturnämnden'],
      consulted: [],
    },
    secretary,
  )
  const code = adjustmentId.replaceAll('-', '').slice(-8)
  await call(
    writeChapter,
    {
      ...target,
      expectedRevision: 0,
      number: '1',
      title: 'Kultur',
      publicBoardId: board.id,
      text: `Biblioteken får :belopp[Bibliotek]{rad=${code} år=2027} mer.`,
    },
    secretary,
  )
}

function publish() {
  return call(publishVersion, { ...target, overrideReason: 'Prov.', files: 'later' }, secretary)
}

/** The one address that a page says it is to be cited by. */
function canonical(html: string) {
  return /rel="canonical" href="([^"]+)"/.exec(html)?.[1]
}

describe('the public pages', () => {
  it('show everything without a script or an account, each figure with the way to its source', async () => {
    const visitor = office.visitor()
    const overview = await visitor.get(root)
    expect(overview.status).toBe(200)
    expect(overview.text).toContain('Budget 2027')
    const addresses = new Set(
      [...overview.html.matchAll(/href="(\/public\/[^"#]+)/g)].map((match) => match[1] ?? ''),
    )
    const board = await visitor.get(`${root}/boards/kulturnamnden`)
    for (const match of board.html.matchAll(/href="(\/public\/[^"#]+)/g)) addresses.add(match[1] ?? '')
    expect(addresses).toContain(`${root}/boards/kulturnamnden/sum`)
    expect(addresses).toContain(`${root}/reforms/${reform()}`)
    for (const address of addresses) {
      const page = await visitor.get(address)
      expect([address, page.status]).toEqual([address, 200])
      expect([address, page.html.includes('<script')]).toEqual([address, false])
      expect([address, page.html.includes('style=')]).toEqual([address, false])
    }
    expect(visitor.cookies.size).toBe(0)
  })

  it('tell where a figure comes from, down to the line of the file', async () => {
    const page = await office.visitor().get(`${root}/boards/kulturnamnden/sum`)
    expect(page.text).toContain('25,0')
    expect(page.text).toMatch(/anslag\.csv, rad 2/)
    expect(page.html).toContain(`href="${root}/reforms/${reform()}"`)
  })

  it('tie an amount in a chapter to what it speaks of', async () => {
    const page = await office.visitor().get(`${root}/chapters/1-kultur`)
    expect(page.html).toMatch(new RegExp(`href="${root}/reforms/${reform()}"[^>]*>5\\smnkr`))
  })

  it('speak the reader’s language around the document’s own', async () => {
    const visitor = office.visitor()
    visitor.language = 'en'
    expect((await visitor.get(root)).text).toContain('Everything in the budget')
    expect((await office.visitor().get(root)).text).toContain('Allt i budgeten')
  })

  it('are the same for whoever asks, and are not given anew to who has them', async () => {
    const visitor = office.visitor()
    const first = await visitor.get(`${root}/findings`)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    const again = await visitor.get(`${root}/findings`, { headers: { 'if-none-match': etag } })
    expect([again.status, again.html]).toEqual([304, ''])
    visitor.cookies.set('organisation', 'another')
    const other = await visitor.get(`${root}/findings?from=somewhere`)
    expect(other.html).toBe(first.html)
    expect(first.html).not.toContain('somewhere')
  })

  it('answer a HEAD without harming the page', async () => {
    const address = `${office.url}${root}/assignments`
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200)
    expect((await office.visitor().get(`${root}/assignments`)).text).toContain('Utred längre öppettider.')
  })

  it('give the files', async () => {
    const visitor = office.visitor()
    const about = await visitor.get(`${root}/about`)
    const address = /href="(\/public\/[^"]+\.json)"/.exec(about.html)?.[1] ?? ''
    const file = await visitor.get(address)
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="provregionen-2027-1\.json"$/,
    )
    expect(JSON.parse(file.html)).toHaveProperty('version')
    const etag = file.headers.get('etag') ?? ''
    expect((await visitor.get(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it.each(['boards/none', 'reforms/none-00000000', 'tables/none', 'tables/resultat/none', '7', 'x', '01'])(
    'say that there is nothing at %s',
    async (path) => {
      const page = await office.visitor().get(`${root}/${path}`)
      expect(page.status).toBe(404)
      expect(page.text).toContain('Det här finns inte')
    },
  )

  it('are not there under another organisation’s address', async () => {
    await office.organisation('Södra distriktet')
    const { slug } = await office.application.database.owner
      .selectFrom('organisation.organisation')
      .select('slug')
      .where('id', '!=', ours.id)
      .executeTakeFirstOrThrow()
    const visitor = office.visitor()
    expect((await visitor.get(root.replace(organisation, slug))).status).toBe(404)
    expect((await visitor.get(`/public/${slug}`)).text).toContain('Inget är publicerat ännu')
    expect((await visitor.get('/public/nobody')).status).toBe(404)
  })

  it('keep their addresses when things are renamed, and show the latest edition at the plain one', async () => {
    const visitor = office.visitor()
    const old = `${root}/reforms/${reform()}`
    expect((await visitor.get(old)).status).toBe(200)
    await call(
      updateAdjustment,
      { ...target, adjustmentId, expectedRevision: 1, changes: { label: 'Bibliotek i varje by' } },
      secretary,
    )
    expect((await visitor.get(old)).status).toBe(200)
    await publish()
    // Another server hears of it a moment later, and so does this one when they share a database.
    await expect.poll(async () => (await visitor.get(old)).status).toBe(301)
    const moved = await visitor.get(old)
    expect([moved.status, moved.leadsTo]).toEqual([
      301,
      `${root}/reforms/${reform().replace('fler-bibliotek', 'bibliotek-i-varje-by')}`,
    ])
    expect((await visitor.get(old.replace(root, `${root}/1`))).text).toContain('Det finns en senare.')
    expect(canonical((await visitor.get(`${root}/2/findings`)).html)).toBe(`${office.url}${root}/findings`)
    expect(canonical((await visitor.get(`${root}/1/findings`)).html)).toBe(`${office.url}${root}/1/findings`)
  })

  it('are gone at once when an edition is withdrawn, and say why', async () => {
    const visitor = office.visitor()
    const { publicationId, edition } = await publish()
    const pages = [root, `${root}/boards/kulturnamnden`, `${root}/${edition}`]
    for (const page of pages) expect((await visitor.get(page)).status).toBe(200)
    const note = 'Ett belopp var fel.'
    await call(withdrawPublication, { bookId: target.bookId, publicationId, note }, secretary)
    for (const address of pages) {
      await expect.poll(async () => (await visitor.get(address)).status).toBe(410)
      const page = await visitor.get(address)
      expect(page.text).toContain(note)
      expect(page.text).not.toContain('25,0')
      expect(page.headers.get('cache-control')).toBe('no-cache')
    }
    expect((await visitor.get(`${root}/about`)).status).toBe(410)
    expect((await visitor.get(`${root}/files/provregionen-2027-${edition}.json`)).status).toBe(410)
    const earlier = await visitor.get(`${root}/1`)
    expect(earlier.status).toBe(200)
    expect(earlier.text).toContain('Den senaste utgåvan är tillbakadragen.')
  })
})
