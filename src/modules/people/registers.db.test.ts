import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { closeUnit, createUnit, listUnits, renameUnit, setSeat } from '#modules/organisation/index.ts'
import { appointPerson } from './operations/posts/appoint-person.ts'
import { endMandate } from './operations/posts/end-mandate.ts'
import { exportPopolo } from './operations/posts/export-popolo.ts'
import { listMandates } from './operations/posts/list-mandates.ts'
import { setRemuneration } from './operations/posts/set-remuneration.ts'
import { exportEverything } from './operations/registers/export-everything.ts'
import { exportRegister } from './operations/registers/export-register.ts'
import { exportRemunerations } from './operations/registers/export-remunerations.ts'
import { runMandateImport } from './operations/registers/run-mandate-import.ts'
import { runUnitImport } from './operations/registers/run-unit-import.ts'
import { previewMandateImport } from './operations/registers/preview-mandate-import.ts'
import { previewUnitImport } from './operations/registers/preview-unit-import.ts'
import { popoloFile } from './rules/posts/popolo-schema.ts'
import { registers } from './rules/registers/register-columns.ts'
import { postsOffice } from './testing/posts-office.ts'

const posts = postsOffice()
const { call, person, protect, board, committee, mandate } = posts

const csv = (...lines: string[]) => new File([lines.join('\n')], 'fil.csv', { type: 'text/csv' })
const owner = () => posts.ours.person(['owner'])
const lines = async (file: File) => (await file.text()).replace('\u{feff}', '').trimEnd().split('\r\n')

async function tree() {
  const { units } = await call(listUnits, {})
  // The top unit has another name in every test.
  const names = new Map(units.map((unit) => [unit.id, unit.parentId ? unit.name : 'Toppen']))
  return units.filter((unit) => unit.parentId).map((unit) => `${names.get(unit.parentId!)}/${unit.name}`)
}

describe('units from a file', () => {
  const rows = [
    'Namn;Slag;Ligger under;Från och med',
    'Alby;Förening;Norra kretsen;2026-02-01',
    'Norra kretsen;Krets;;1/2 2026',
    'Backa;Förening;;',
    'Fel;Lag;;',
  ]

  it('come in together, and the same file again changes nothing', async () => {
    const asOwner = await owner()
    const shown = await call(previewUnitImport, { file: csv(...rows) }, asOwner)
    expect(shown.created.map(({ line, name }) => `${line} ${name}`)).toEqual([
      '3 Norra kretsen',
      '4 Backa',
      '2 Alby',
    ])
    expect(shown.skipped).toEqual([{ line: 5, name: 'Fel', fault: 'kindUnknown' }])
    expect(await tree()).toEqual([])
    expect(await call(runUnitImport, { file: csv(...rows) }, asOwner)).toEqual({
      created: 3,
      changed: 0,
      skipped: 1,
    })
    expect(await tree()).toEqual(['Toppen/Backa', 'Toppen/Norra kretsen', 'Norra kretsen/Alby'])
    expect(await call(runUnitImport, { file: csv(...rows) }, asOwner)).toEqual({
      created: 0,
      changed: 0,
      skipped: 4,
    })
  })

  it('are all or none: what the last line may not do undoes the first', async () => {
    const asOwner = await owner()
    const { unitId } = await call(
      createUnit,
      { parentId: posts.ours.unitId, kind: 'association', name: 'Alby', from: '2026-02-01' },
      asOwner,
    )
    await call(renameUnit, { unitId, name: 'Albyn', kind: 'association', from: '2026-08-01' }, asOwner)
    const file = () =>
      csv('Id;Namn;Slag;Från och med', ';Cedra;Förening;', `${unitId};Alby igen;Förening;2026-05-01`)
    await expect(call(runUnitImport, { file: file() }, asOwner)).rejects.toMatchObject({
      detail: { key: 'registerImport.line', params: { line: 3 } },
    })
    expect(await tree()).toEqual(['Toppen/Albyn'])
  })

  it('can be taken out and read in again as they are, with their history', async () => {
    const asOwner = await owner()
    const make = (name: string) =>
      call(
        createUnit,
        { parentId: posts.ours.unitId, kind: 'association', name, from: '2026-02-01' },
        asOwner,
      )
    const { unitId } = await make('Alby')
    const { unitId: gone } = await make('Cedra')
    await call(renameUnit, { unitId, name: '=Albyn', kind: 'association', from: '2026-08-01' }, asOwner)
    await call(closeUnit, { unitId: gone, lastDay: '2026-09-01' }, asOwner)
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await call(exportRegister, { register: 'units', format }, asOwner)
      const again = await call(previewUnitImport, { file: new File([file], file.name) }, asOwner)
      expect([again.created, again.changed]).toEqual([[], []])
      expect(again.skipped.map(({ fault }) => fault).toSorted()).toEqual(['ended', 'ended', 'same', 'same'])
    }
    const text = await lines(await call(exportRegister, { register: 'units' }, asOwner))
    expect(
      text
        .filter((line) => line.includes('Alby'))
        .map((line) => [1, 2, 4, 5].map((at) => line.split(';')[at]).join(';')),
    ).toEqual(['Alby;Förening;2026-02-01;2026-07-31', "'=Albyn;Förening;2026-08-01;"])
  })

  it.each([
    ['no headings', csv('Alby;Backa', 'Cedra;Dalen'), 'invalidInput'],
    ['no table', new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 1])], 'x.pdf'), 'unsupportedFile'],
  ])('with %s are refused', async (_, file, code) => {
    await expect(call(previewUnitImport, { file }, await owner())).rejects.toMatchObject({ code })
  })
})

const mandateFile = () =>
  csv(
    'Namn;E-post;Offentligt organ;Kommun;Plats;Post;Från och med;Till och med;Skäl till avslut',
    'Asta Provsson;asta@example.org;Skolnämnden;Östersund;Ordinarie;Ordförande;2023-01-01;;',
    'Bo Provsson;;Skolnämnden;Östersunds kommun;Ersättare;;2023-01-01;;',
    'Cia Okänd;;Skolnämnden;Östersund;;;2023-01-01;;',
  )

describe('mandates from a file', () => {
  it('come in with their bodies, ask about whom the name does not tell, and change nothing twice', async () => {
    const [asta, bo] = [await person('Asta'), await person('Bo')]
    await posts.office.application.database.owner
      .insertInto('people.contact')
      .values({
        organisation_id: posts.ours.id,
        id: asta.replace(/^.{8}/, 'aaaaaaaa'),
        person_id: asta,
        home_unit_id: posts.ours.unitId,
        kind: 'email',
        value: 'asta@example.org',
        valid_from: '2026-01-01',
        source: 'test',
        recorded_at: new Date('2026-01-01T10:00:00Z'),
      })
      .execute()
    const { unitId } = posts.ours
    const shown = await call(previewMandateImport, { file: mandateFile(), unitId })
    expect(shown.newBodies).toEqual([{ name: 'Skolnämnden', areaName: 'Östersund', from: '2023-01-01' }])
    expect(shown.created.map(({ line, name }) => `${line} ${name}`)).toEqual(['2 Asta Provsson'])
    expect(shown.asked.map(({ line, candidates }) => [line, candidates[0]?.personId])).toEqual([[3, bo]])
    expect(shown.skipped).toEqual([{ line: 4, name: 'Cia Okänd', fault: 'nobody' }])
    await expect(call(runMandateImport, { file: mandateFile(), unitId })).rejects.toMatchObject({
      detail: { key: 'registerImport.asked', params: { lines: '3' } },
    })
    const choices = [{ line: 3, personId: bo }]
    expect(await call(runMandateImport, { file: mandateFile(), unitId, choices })).toEqual({
      created: 2,
      changed: 0,
      skipped: 1,
      newBodies: 1,
    })
    const { bodies } = await call(listMandates, {})
    expect(
      bodies.map((body) => [body.level, body.kind, body.areaCode, body.holders.map((each) => each.name)]),
    ).toEqual([['municipality', 'committee', '2380', ['Asta Provsson', 'Bo Provsson']]])
    expect(await call(runMandateImport, { file: mandateFile(), unitId, choices })).toMatchObject({
      created: 0,
      changed: 0,
      skipped: 3,
      newBodies: 0,
    })
    const ended = csv(
      'Namn;E-post;Offentligt organ;Kommun;Post;Från och med;Till och med;Skäl till avslut',
      'Asta Provsson;asta@example.org;Skolnämnden;Östersund;Ordförande;2023-01-01;2026-06-30;Avsade sig',
    )
    expect(await call(runMandateImport, { file: ended, unitId })).toMatchObject({ created: 0, changed: 1 })
    const there = (await call(listMandates, {})).bodies[0]?.holders.map((each) => each.name)
    expect(there).toEqual(['Bo Provsson'])
  })

  it('can be taken out and read in again as they are', async () => {
    const school = await committee('Skolnämnden', 'Alby kommun')
    const id = await mandate(await person('Asta'), school, '2023-01-01', { post: 'chair' })
    await mandate(await person('Bo'), school, '2023-01-01')
    await call(endMandate, { mandateId: id, lastDay: '2026-05-01', reason: 'Flyttade' })
    const taken = await call(exportRegister, { register: 'mandates', format: 'xlsx' })
    const again = await call(previewMandateImport, {
      file: new File([taken], 'x.xlsx'),
      unitId: posts.ours.unitId,
    })
    expect([again.newBodies, again.created, again.ended, again.asked]).toEqual([[], [], [], []])
    expect(again.skipped.map(({ fault }) => fault)).toEqual(['same', 'same'])
  })

  it('do not find somebody whose identity is protected', async () => {
    await protect(await person('Asta'))
    const shown = await call(previewMandateImport, { file: mandateFile(), unitId: posts.ours.unitId })
    expect(shown.skipped.find(({ line }) => line === 2)?.fault).toBe('nobody')
  })
})

describe('files of registers', () => {
  it('tell names of those who may be seen and never of a protected identity, and the log tells of whom', async () => {
    const { seatId } = await board(2)
    const [asta, secret] = [await person('Asta'), await person('Hemlig')]
    const council = await committee('Skolnämnden', 'Alby kommun')
    for (const personId of [asta, secret]) {
      await call(appointPerson, { personId, seatId, from: '2026-02-01' })
      const mandateId = await mandate(personId, council, '2023-01-01')
      await call(setRemuneration, { mandateId, kind: 'part', degree: '40', from: '2026-03-01' })
    }
    await protect(secret)
    for (const register of registers) {
      for (const format of ['csv', 'xlsx'] as const) {
        const file = await call(exportRegister, { register, format })
        expect(file.name).toMatch(new RegExp(`-2026-10-01\\.${format}$`))
        expect(await file.text()).not.toContain('Hemlig')
      }
    }
    expect(await lines(await call(exportRegister, { register: 'terms' }))).toHaveLength(2)
    const paid = await lines(await call(exportRemunerations, {}))
    expect(paid).toHaveLength(2)
    expect(paid[1]).toContain('Asta Provsson')
    const logged = await posts.office.application.database.owner
      .selectFrom('audit.entry')
      .select('detail')
      .where('organisation_id', '=', posts.ours.id)
      .where('operation', '=', 'export-register')
      .execute()
    expect(logged).toHaveLength(registers.length * 2 + 1)
  })
})

describe('everything', () => {
  it('is a file that others can read: registers, tables and Popolo, without secrets or protected identities', async () => {
    const { seatId } = await board(2)
    const [asta, secret] = [await person('Asta'), await person('Hemlig')]
    await call(appointPerson, { personId: asta, seatId, from: '2026-02-01' })
    await protect(secret)
    const asOwner = await owner()
    const file = await call(exportEverything, { purpose: 'Byte av system' }, asOwner)
    const zip = await JSZip.loadAsync(await file.arrayBuffer())
    const names = Object.keys(zip.files)
    expect(names).toEqual(
      expect.arrayContaining([
        'README.txt',
        'popolo.json',
        'register/enheter.csv',
        'register/arvoden.csv',
        'tabeller/people.person.csv',
        'tabeller/people.membership.csv',
        'tabeller/organisation.unit_name.csv',
        'tabeller/budget.book.csv',
      ]),
    )
    const text = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
    const persons = (await text('tabeller/people.person.csv')).trimEnd().split('\r\n')
    expect(persons).toHaveLength(2)
    expect(persons[1]).toContain('Asta')
    expect(persons[0]).not.toMatch(/hash|sealed/)
    for (const name of names) expect(await text(name)).not.toContain('Hemlig')
    expect(popoloFile.parse(JSON.parse(await text('popolo.json'))).persons.map(({ name }) => name)).toEqual([
      'Asta Provsson',
    ])
    await expect(call(exportEverything, { purpose: 'Byte av system' })).rejects.toMatchObject({
      code: 'roleRequired',
    })
  })
})

describe('Popolo', () => {
  it('is as the specification says, and names only those who are public', async () => {
    const { bodyId, seatId } = await board(3)
    await call(setSeat, {
      bodyId,
      roleKind: 'chair',
      number: 1,
      from: '2026-01-01',
      namePublic: true,
      contactAddress: 'ordf@example.org',
    })
    const [asta, bo, cia, secret] = [
      await person('Asta'),
      await person('Bo'),
      await person('Cia'),
      await person('Hemlig'),
    ]
    const chair = await posts.office.application.database.owner
      .selectFrom('organisation.seat')
      .select('id')
      .where('body_id', '=', bodyId)
      .where('role_kind', '=', 'chair')
      .executeTakeFirstOrThrow()
    await call(appointPerson, { personId: asta, seatId: chair.id, from: '2026-02-01' })
    await call(appointPerson, { personId: bo, seatId, from: '2026-02-01' })
    const council = await committee('Skolnämnden', 'Alby kommun')
    await mandate(cia, council, '2023-01-01', { namePublic: true })
    await mandate(bo, council, '2023-01-01')
    await mandate(secret, council, '2023-01-01', { namePublic: true })
    await protect(secret)
    const named = async (names?: 'all') => {
      const { file } = await call(exportPopolo, names ? { names } : {})
      const popolo = popoloFile.parse(JSON.parse(await file.text()))
      expect(popolo.posts.length).toBe(2)
      expect(popolo.areas).toMatchObject([{ name: 'Alby kommun', identifier: '0199' }])
      return popolo.persons.map((each) => each.name).toSorted()
    }
    expect(await named()).toEqual(['Asta Provsson', 'Cia Provsson'])
    expect(await named('all')).toEqual(['Asta Provsson', 'Bo Provsson', 'Cia Provsson'])
  })
})
