import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import type { Caller } from '../operations/call.ts'
import { newId } from '../identifiers.ts'
import { exportAuditEntries, listAuditEntries, listOwnEntries } from './index.ts'
import { writeEntry, type AuditEntry } from './write-entry.ts'

let office: TestOffice
let ours: TestOrganisation
let theirs: TestOrganisation
let auditor: Caller
let secretary: Caller
/** Trusted in a unit below the top one. */
let localOwner: Caller
const localUnit = newId()

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra')
  theirs = await office.organisation('Södra')
  auditor = await ours.person(['auditor'])
  secretary = await ours.person(['secretary'])
  await office.application.database.owner
    .insertInto('organisation.unit')
    .values({
      organisation_id: ours.id,
      id: localUnit,
      parent_id: ours.unitId,
      kind: 'association',
      name: 'Lokal',
      slug: 'lokal',
      valid_from: '2020-01-01',
    })
    .execute()
  localOwner = await ours.person(['owner'])
  if (localOwner.actor.kind !== 'person') throw new Error('A person was asked for.')
  localOwner = {
    ...localOwner,
    actor: { ...localOwner.actor, grants: [{ role: 'owner', unitIds: [localUnit] }] },
  }
  const told = [
    entry('2026-03-29T00:30:00Z', 'create-organisation', 'write', { name: 'Distriktet' }),
    entry('2026-03-29T21:59:59Z', 'budget-import', 'write', { file: 'budget 2025.xlsx', rows: 812 }),
    entry('2026-03-29T22:00:00Z', 'export-book', 'export', { title: '=1+1' }),
    { ...entry('2026-04-02T08:00:00Z', 'read-person', 'read', {}), about: idOf(secretary) },
    { ...entry('2026-04-03T08:00:00Z', 'note-call', 'write', {}), unit: localUnit },
  ]
  for (const each of told) await write(ours, each)
  await write(
    theirs,
    entry('2026-03-29T12:00:00Z', 'create-organisation', 'write', { name: 'Hemligt distrikt' }),
  )
}, 60_000)
afterAll(() => office.close())

type Told = {
  at: string
  operation: string
  effect: AuditEntry['effect']
  detail: Record<string, string | number>
}

function entry(at: string, operation: string, effect: Told['effect'], detail: Told['detail']) {
  return { at, operation, effect, detail }
}

function idOf({ actor }: Caller): string {
  return actor.kind === 'person' ? actor.userId : ''
}

function write(organisation: TestOrganisation, told: Told & { about?: string; unit?: string }) {
  return office.application.database.owner.transaction().execute((db) =>
    writeEntry(db, {
      organisationId: organisation.id,
      at: new Date(told.at),
      actor: {
        kind: 'person',
        userId: 'anna',
        name: 'Anna Ek',
        grants: [],
        via: 'session',
        tokenScopes: null,
        secondFactor: true,
      },
      operation: told.operation,
      effect: told.effect,
      subject: {
        kind: 'thing',
        id: null,
        detail: told.detail,
        aboutUserId: told.about ?? null,
        unitId: told.unit ?? null,
      },
      requestId: null,
    }),
  )
}

const told = ['note-call', 'read-person', 'export-book', 'budget-import', 'create-organisation']

/** The entries that the test wrote itself, found by an input. */
async function found(input: Parameters<typeof list>[0], caller: Caller = auditor) {
  const { entries } = await list(input, caller)
  return entries
    .filter((each) => told.includes(each.operation) && each.actorName === 'Anna Ek')
    .map((each) => each.operation)
}

function list(input: { [name: string]: unknown }, caller: Caller) {
  return office.application.call(listAuditEntries, { limit: 200, ...input }, caller)
}

describe('the audit log', () => {
  it.each([
    ['everything, newest first', {}, told],
    ['by how', { effect: 'export' }, ['export-book']],
    ['by operation', { operation: 'budget-import' }, ['budget-import']],
    ['by who', { personId: 'anna' }, told],
    ['by somebody else', { personId: 'bertil' }, []],
    ['by a word in the detail', { text: 'xlsx' }, []],
    ['by the beginning of a word in the detail', { text: 'BUDGET 2025' }, ['budget-import']],
    ['by a figure', { text: '812' }, ['budget-import']],
    ['by a name and what was done', { text: 'anna create-org' }, ['create-organisation']],
    ['by a word of the sentence', { text: 'skapa organisation' }, ['create-organisation']],
    ['by words that are not all there', { text: 'anna 813' }, []],
    ['by signs that mean something to the database', { text: `' | '%_\\ :* !anna` }, told],
    // A Swedish day, on the day the clock goes forward.
    ['on a day', { from: '2026-03-29', to: '2026-03-29' }, ['budget-import', 'create-organisation']],
    ['since a day', { from: '2026-03-30' }, ['note-call', 'read-person', 'export-book']],
    ['until a day', { to: '2026-03-29' }, ['budget-import', 'create-organisation']],
  ])('is searched %s', async (_, input, expected) => expect(await found(input)).toEqual(expected))

  it('is read page by page, without a gap or a repetition, also while it grows', async () => {
    const pages: string[][] = []
    let after: string | undefined
    do {
      const { entries, next } = await office.application.call(
        listAuditEntries,
        { personId: 'anna', limit: 2, ...(after ? { after } : {}) },
        auditor,
      )
      pages.push(entries.map((each) => each.operation))
      after = next ?? undefined
    } while (after)
    expect(pages).toEqual([
      ['note-call', 'read-person'],
      ['export-book', 'budget-import'],
      ['create-organisation'],
    ])
  })

  it('tells that it was read, by whom and for what', async () => {
    await list({ text: 'hemligheter' }, auditor)
    const { entries } = await list({ operation: 'list-audit-entries', personId: idOf(auditor) }, auditor)
    expect(entries[0]).toMatchObject({
      effect: 'read',
      subjectKind: 'auditLog',
      detail: { text: 'hemligheter' },
      sentence: 'läste händelseloggen',
    })
  })

  it('speaks the reader’s language', async () => {
    const { entries } = await list({ operation: 'list-audit-entries' }, { ...auditor, language: 'en' })
    expect(entries[0]?.sentence).toBe('read the audit log')
  })

  it('shows those trusted in a unit that unit’s matters, and nothing else of others', async () => {
    expect(await found({}, localOwner)).toEqual(['note-call'])
    expect(await found({ text: 'anna' }, localOwner)).toEqual(['note-call'])
  })

  it('shows nothing of another organisation', async () => {
    expect(await found({ text: 'hemligt' })).toEqual([])
    expect(await found({ text: 'hemligt' }, await theirs.person(['owner']))).toEqual(['create-organisation'])
  })

  it('is not for those who are neither owner nor auditor', async () => {
    await expect(list({}, secretary)).rejects.toMatchObject({ code: 'roleRequired' })
  })

  it('asks for the last day not to be before the first', async () => {
    await expect(list({ from: '2026-02-02', to: '2026-02-01' }, auditor)).rejects.toMatchObject({
      code: 'invalidInput',
      issues: [{ path: ['to'], message: 'audit.endsBeforeItBegins' }],
    })
  })

  it('tells everybody what was done with their data, and what they did themselves', async () => {
    const about = await office.application.call(listOwnEntries, {}, secretary)
    expect(about.entries.map((each) => each.operation)).toEqual(['read-person'])
    const own = await office.application.call(listOwnEntries, { about: 'doneByMe' }, auditor)
    expect(new Set(own.entries.map((each) => each.userId))).toEqual(new Set([idOf(auditor)]))
  })

  it('is taken out as a file in which nothing can be carried out', async () => {
    const file = await office.application.call(exportAuditEntries, { personId: 'anna' }, auditor)
    const lines = (await file.text()).trimEnd().split('\r\n')
    expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(file.name).toBe('handelselogg-2026-11-22.csv')
    expect(lines[0]).toBe('Tid;Vem;Konto;Vad;Hur;Åtgärd;Gäller;Nummer')
    expect(lines.slice(1).map((line) => line.split(';')[5])).toEqual(told)
    expect(lines[1]).toContain('2026-04-03T08:00:00.000Z;Anna Ek;anna;')
  })

  it('cannot be changed or removed by the application', async () => {
    const { pool } = office.application.database
    for (const right of ['update', 'delete', 'truncate']) {
      const { rows } = await pool.query(
        `select has_table_privilege('kansli_app', 'audit.entry', $1) as may`,
        [right],
      )
      expect(rows).toEqual([{ may: false }])
    }
  })
})
