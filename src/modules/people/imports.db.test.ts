import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createUnit } from '#modules/organisation/index.ts'
import type { Caller } from '#platform/operations/call.ts'
import { fingerprints, reachableTables } from '../../../tests/support/reachable-tables.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { cancelPeopleImport } from './operations/imports/cancel-people-import.ts'
import { createPeopleImport } from './operations/imports/create-people-import.ts'
import { exportRefusedRows } from './operations/imports/export-refused-rows.ts'
import { getPeopleImport } from './operations/imports/get-people-import.ts'
import { listPeopleImports } from './operations/imports/list-people-imports.ts'
import { previewPeopleImport } from './operations/imports/preview-people-import.ts'
import { runPeopleImport } from './operations/imports/run-people-import.ts'
import { undoPeopleImport } from './operations/imports/undo-people-import.ts'
import { updatePeopleImport } from './operations/imports/update-people-import.ts'
import { forgetImports } from './store/imports/forget-imports.ts'

let office: TestOffice
let district: TestOrganisation
let registrar: Caller
let minute = 0

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  district = await office.organisation()
  registrar = await district.person(['owner', 'registrar'])
  later()
})

/** What happens at the same moment cannot be told apart. */
function later(days = 0) {
  minute += 1
  const moment = new Date(Date.UTC(2026, 10, 22 + days, 10, minute))
  office.setClock(moment.toISOString())
}

const head =
  'Förnamn;Efternamn;Personnummer;E-post;Mobil;Adress;Postnr;Ort;Förening;Medlem sedan;Betald till;Taggar'
const anna =
  'Anna;Exempelsson;19121212-1212;anna@example.org;070-174 06 05;Storgatan 1;123 45;Exempelby;;2020-01-01;2026-12-31;Valarbetare'
const bo = 'Bo;Åkerö;;bo@example.org;;;;;;1 mars 2021;;'

async function handOver(text: string | Uint8Array<ArrayBuffer>, name = 'medlemmar.csv') {
  const { call } = office.application
  const { runId } = await call(
    createPeopleImport,
    { unitId: district.unitId, file: new File([text], name) },
    registrar,
  )
  return runId
}

async function preview(runId: string) {
  const found = await office.application.call(previewPeopleImport, { runId }, registrar)
  if (found.state !== 'read') throw new Error('It was to wait.')
  return found
}

const run = (runId: string) => office.application.call(runPeopleImport, { runId }, registrar)
const undo = (runId: string) => office.application.call(undoPeopleImport, { runId }, registrar)

async function bringIn(...rows: string[]) {
  const runId = await handOver([head, ...rows].join('\n'))
  return { runId, ...(await run(runId)) }
}

async function persons() {
  const { rows } = await office.application.database.pool.query(
    `select person.given_name as given, person.family_name as family,
       array(select kind || ' ' || value || coalesce(' till ' || valid_to, '') from people.contact
         where person_id = person.id order by 1) as contacts,
       array(select kind || ' ' || status || ' ' || valid_from || coalesce(' betald ' || paid_until, '')
         from people.membership where person_id = person.id order by 1) as memberships,
       array(select tag.name from people.person_tag held join people.tag tag on tag.id = held.tag_id
         where held.person_id = person.id order by 1) as tags
     from people.person person where organisation_id = $1 order by family_key, given_key`,
    [district.id],
  )
  return rows
}

/** A figure for everything about persons, beside what tells of imports themselves and that something changed. */
async function register() {
  const { pool } = office.application.database
  const tables = await reachableTables(pool)
  const about = tables.filter(({ name }) => /^people\.(?!import_|register_change)/.test(name))
  return Object.fromEntries(await fingerprints(pool, about, district.id))
}

describe('an import of persons', () => {
  it('shows what it would do, does it, and does nothing the second time', async () => {
    const runId = await handOver([head, anna, bo].join('\n'))
    const seen = await preview(runId)
    expect(seen).toMatchObject({ counts: { rows: 2, created: 2, changed: 0, skipped: 0, refused: 0 } })
    expect(seen.columns.slice(0, 4)).toEqual(['givenName', 'familyName', 'personalNumber', 'email'])
    expect(await persons()).toEqual([])
    expect(await run(runId)).toMatchObject({ outcome: 'imported', counts: { created: 2, refused: 0 } })
    expect(await persons()).toEqual([
      {
        given: 'Bo',
        family: 'Åkerö',
        contacts: ['email bo@example.org'],
        memberships: ['home active 2021-03-01'],
        tags: [],
      },
      {
        given: 'Anna',
        family: 'Exempelsson',
        contacts: ['address Storgatan 1, 123 45 Exempelby', 'email anna@example.org', 'phone +46701740605'],
        memberships: ['home active 2020-01-01 betald 2026-12-31'],
        tags: ['Valarbetare'],
      },
    ])
    const before = await register()
    expect(await bringIn(anna, bo)).toMatchObject({ outcome: 'unchanged', counts: { skipped: 2 } })
    expect(await register()).toEqual(before)
  })

  it('changes what the file says otherwise, tells it in the timeline, and restores the exact rows', async () => {
    await bringIn(anna, bo)
    later()
    const before = await register()
    const runId = await handOver(
      [
        head,
        'Anna;Ny-Exempel;191212121212;ny@example.org;070-174 06 05;Lillgatan 2;123 45;Exempelby;;;2027-12-31;Valarbetare, Ny',
        'Cecilia;Ny;;c@example.org;;;;;;;;Ny',
      ].join('\n'),
    )
    const seen = await preview(runId)
    expect(seen.changed[0]?.changes).toEqual([
      { what: 'familyName', before: 'Exempelsson', after: 'Ny-Exempel' },
      { what: 'email', before: 'anna@example.org', after: 'ny@example.org' },
      {
        what: 'address',
        before: 'Storgatan 1, 123 45 Exempelby',
        after: 'Lillgatan 2, 123 45 Exempelby',
      },
      { what: 'tags', before: null, after: 'Ny' },
      { what: 'paidUntil', before: '2026-12-31', after: '2027-12-31' },
    ])
    expect(await run(runId)).toMatchObject({ counts: { created: 1, changed: 1 } })
    const { rows } = await office.application.database.pool.query(
      `select kind, detail -> 'what' as what, run_id is not null as "byRun" from people.event where organisation_id = $1`,
      [district.id],
    )
    expect(rows).toEqual([
      { kind: 'imported', what: ['familyName', 'email', 'address', 'tags', 'paidUntil'], byRun: true },
    ])
    later()
    expect(await undo(runId)).toMatchObject({ removed: 1, restored: 1, kept: 0 })
    expect(await register()).toEqual(before)
    await expect(undo(runId)).rejects.toMatchObject({ code: 'notPossibleNow' })
  })

  it('leaves alone, when undone, whom somebody has worked with since', async () => {
    const { runId } = await bringIn(anna, bo)
    later()
    // Another import is work as any other.
    await bringIn('Bo;Åkerö;;bo@example.org;070-174 06 06;;;;;;;')
    later()
    expect(await undo(runId)).toMatchObject({ removed: 1, restored: 0, kept: 1 })
    const { kept, run: shown } = await office.application.call(getPeopleImport, { runId }, registrar)
    expect([kept.map(({ name }) => name), shown.state]).toEqual([['Bo Åkerö'], 'undone'])
    expect((await persons()).map(({ given }) => given)).toEqual(['Bo'])
  })

  it('cannot be undone after thirty days', async () => {
    const { runId } = await bringIn(anna)
    later(30)
    await expect(undo(runId)).rejects.toMatchObject({
      code: 'notPossibleNow',
      detail: { key: 'import.tooLate' },
    })
  })

  it('is forgotten with its file once it cannot be undone, and persons stay as they are', async () => {
    const { call, database, host } = office.application
    await bringIn(bo)
    later()
    const { runId } = await bringIn(
      'Bo;Åkerö;;bo@example.org;070-174 06 05;;;;;;;',
      'Nekad;Rad;;ingen adress;;;;;;;;',
    )
    const waiting = await handOver(`${head}\n${anna}`)
    const before = await persons()
    const kept = async () => {
      await forgetImports(database.owner, host.now())
      const { rows } = await database.pool.query(
        `select run.state, run.sha256 is not null as file,
           (select count(*)::int from people.import_change where run_id = run.id) as changes,
           (select count(*)::int from people.import_refusal where run_id = run.id) as refusals
         from people.import_run run where id = any ($1) order by id`,
        [[runId, waiting]],
      )
      return rows
    }
    later(29)
    expect(await kept()).toEqual([
      { state: 'done', file: true, changes: 1, refusals: 1 },
      { state: 'prepared', file: true, changes: 0, refusals: 0 },
    ])
    later(30)
    expect(await kept()).toEqual([
      { state: 'done', file: false, changes: 0, refusals: 0 },
      { state: 'cancelled', file: false, changes: 0, refusals: 0 },
    ])
    await expect(call(exportRefusedRows, { runId }, registrar)).rejects.toMatchObject({ code: 'notFound' })
    expect(await call(getPeopleImport, { runId }, registrar)).toMatchObject({
      run: { counts: { refused: 1 } },
      refused: [],
      mayUndo: false,
    })
    expect(await persons()).toEqual(before)
  })

  it('gives bad rows back with the reasons, ready to be put right', async () => {
    const { runId, counts } = await bringIn(
      anna,
      '=Bo;Åkerö;19121212-1213;ingen adress;;;;;Okända klubben;29 feb 2023;;',
    )
    expect(counts).toMatchObject({ created: 1, refused: 1 })
    const file = await office.application.call(exportRefusedRows, { runId }, registrar)
    const lines = (await file.text()).split('\r\n')
    expect(lines[0]).toBe(`${head};Varför raden inte lästes in`)
    expect(lines[1]).toBe(
      `'=Bo;Åkerö;19121212-1213;ingen adress;;;;;Okända klubben;29 feb 2023;;;` +
        'E-post: Det är ingen e-postadress. Skriv den som namn@example.org. ' +
        'Personnummer: Sista siffran i personnumret stämmer inte med de andra. Någon siffra är fel. ' +
        'Medlem sedan: Den dagen finns inte i kalendern. Skriv år, månad och dag, som 2024-03-01.',
    )
    const fixed = lines[1]!.replace('19121212-1213', '').replace('ingen adress', 'bo@example.org')
    const again = await handOver(
      [lines[0]!, fixed.replace('29 feb', '28 feb').replace('Okända klubben', '')].join('\n'),
    )
    expect(await run(again)).toMatchObject({ counts: { created: 1, refused: 0 } })
    // Harmless in the file that was fetched, and itself again in the register.
    expect((await persons()).map(({ given }) => given)).toContain('=Bo')
  })

  it('recognises the same person three times in one file', async () => {
    const found = await bringIn(
      anna,
      ';;;;;;;;;;;',
      'Anna;Exempelsson;191212121212;;;;;;;;;',
      'Anna;Exempelsson;;anna@example.org;08-123 456 78;;;;;;;',
      'Anna;Exempelsson;;anna@example.org;;Andra gatan 5;123 45;Exempelby;;;;',
    )
    expect(found.counts).toEqual({ rows: 4, created: 1, changed: 0, skipped: 2, refused: 1 })
    expect((await persons())[0]?.contacts).toContain('phone +46812345678')
    const { refused } = await office.application.call(getPeopleImport, { runId: found.runId }, registrar)
    expect(refused).toEqual([
      { line: 6, reasons: [{ key: 'differsFromRow', column: null, params: { row: 2, what: 'street' } }] },
    ])
  })

  it('finds units by name, refuses unknown ones, and moves nobody', async () => {
    const { call } = office.application
    for (const name of ['Exempelby partiförening', 'Provköping partiförening']) {
      await call(createUnit, { parentId: district.unitId, kind: 'association', name }, district.operator)
    }
    // Whose trust reaches the new units too.
    registrar = district.operator
    const { counts } = await bringIn(
      'Anna;Ett;;a@example.org;;;;;exempelby;;;',
      'Bo;Två;;b@example.org;;;;;Partiförening;;;',
      'Cecilia;Tre;;c@example.org;;;;;Provköping Partiförening;;;',
    )
    expect(counts).toMatchObject({ created: 2, refused: 1 })
    later()
    const moved = await bringIn('Anna;Ett;;a@example.org;;;;;Provköping;;;')
    expect(moved.counts).toMatchObject({ changed: 0, refused: 1 })
  })

  it('remembers what somebody said the columns mean', async () => {
    const text = 'Kund;Kanal\nAnna Exempelsson;anna@example.org\n'
    const runId = await handOver(text)
    expect((await preview(runId)).columns).toEqual(['ignore', 'ignore'])
    await office.application.call(updatePeopleImport, { runId, columns: ['name', 'email'] }, registrar)
    expect((await preview(runId)).counts).toMatchObject({ created: 1, refused: 0 })
    await run(runId)
    later()
    const next = await handOver('Kund;Kanal\nBo Åkerö;bo@example.org\n')
    expect((await preview(next)).columns).toEqual(['name', 'email'])
  })

  it('tells nothing of somebody it may not see, but does not fail on their number', async () => {
    await bringIn(anna)
    await office.application.database.pool.query(
      `update people.person set protected = true where organisation_id = $1`,
      [district.id],
    )
    later()
    const runId = await handOver([head, anna, bo].join('\n'))
    const seen = await preview(runId)
    expect(seen.refused).toEqual([
      { line: 2, reasons: [{ key: 'personalNumberTaken', column: null, params: {} }] },
    ])
    expect(await run(runId)).toMatchObject({ counts: { created: 1, refused: 1 } })
  })

  it('is put aside when nobody wants it, and carried out once only', async () => {
    const { call } = office.application
    const aside = await handOver(`${head}\n${anna}`)
    expect(await call(cancelPeopleImport, { runId: aside }, registrar)).toMatchObject({ outcome: 'putAside' })
    await expect(run(aside)).rejects.toMatchObject({ code: 'notFound' })
    const both = await handOver(`${head}\n${anna}`)
    const outcomes = await Promise.allSettled([run(both), run(both)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await persons()).length).toBe(1)
    const { runs } = await call(listPeopleImports, {}, registrar)
    expect(runs.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'done'])
  })
})

describe('any file', () => {
  const word = fc.oneof(
    fc.constantFrom('Anna', 'Bo', 'Åsa', '', 'عائشة', '=1+1', '"', 'x'.repeat(201)),
    fc.string({ maxLength: 8 }),
  )
  const cell = fc.oneof(
    word,
    fc.constantFrom('anna@example.org', 'bo@example.org', '070-174 06 05', '19121212-1212', '19121212-1213'),
    fc.constantFrom('2024-03-01', '29 feb 2023', '1900-00-00', 'aktiv', 'utträdd', '123 45', 'Ny; Gammal'),
  )
  const person = fc.tuple(
    fc.constantFrom('Anna', 'Bo', 'Åsa'),
    fc.constantFrom('Ett', 'Två'),
    fc.constantFrom('', 'anna@example.org', 'bo@example.org'),
    fc.constantFrom('', '1980-01-01', '1990-02-03'),
  )
  const headings = [
    'Förnamn',
    'Efternamn',
    'E-post',
    'Född',
    'Mobil',
    'Status',
    'Taggar',
    'Betald till',
    'Postnr',
    'E-post',
  ]
  const line = fc.tuple(person, fc.array(cell, { maxLength: 8 })).map(([first, rest]) => [...first, ...rest])
  const files = fc.array(fc.oneof({ weight: 4, arbitrary: line }, fc.array(cell, { maxLength: 12 })), {
    minLength: 1,
    maxLength: 8,
  })
  const csv = (rows: string[][]) =>
    [headings, ...rows]
      .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(';'))
      .join('\n')

  it('is read in once, and undone to the letter', async () => {
    await bringIn(anna, bo)
    await fc.assert(
      fc.asyncProperty(files, files, async (earlier, rows) => {
        later()
        const before = await handOver(csv(earlier))
        if ((await preview(before)).counts.rows > 0) await run(before)
        later()
        const state = await register()
        const runId = await handOver(csv(rows))
        const seen = await preview(runId)
        expect(await register()).toEqual(state)
        if (seen.counts.rows === 0) return
        const { counts } = await run(runId)
        expect(counts).toEqual(seen.counts)
        expect(counts.created + counts.changed + counts.skipped + counts.refused).toBe(counts.rows)
        const imported = await register()
        later()
        // Once more, it changes nothing.
        const again = await run(await handOver(csv(rows)))
        expect(again.counts).toMatchObject({ created: 0, changed: 0 })
        expect(await register()).toEqual(imported)
        later()
        expect(await undo(runId)).toMatchObject({
          kept: 0,
          removed: counts.created,
          restored: counts.changed,
        })
        expect(await register()).toEqual(state)
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})
