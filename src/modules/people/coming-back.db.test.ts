import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAuditEntries } from '#platform/audit/index.ts'
import type { TestOffice } from '../../../tests/support/test-office.ts'
import { createPeopleImport } from './operations/imports/create-people-import.ts'
import { previewPeopleImport } from './operations/imports/preview-people-import.ts'
import { runPeopleImport } from './operations/imports/run-people-import.ts'
import { approveApplications } from './operations/joining/approve-applications.ts'
import { listApplications } from './operations/joining/list-applications.ts'
import { createPerson } from './operations/persons/create-person.ts'
import { applyRetention } from './operations/privacy/apply-retention.ts'
import { erasePerson } from './operations/privacy/erase-person.ts'
import { setRetentionRule } from './operations/privacy/set-retention-rule.ts'
import { joiningOffice, openJoiningOffice, type JoiningOffice } from './testing/joining-office.ts'

let office: TestOffice
let joining: JoiningOffice

beforeAll(async () => {
  office = await openJoiningOffice()
}, 60_000)
afterAll(() => office.close())
beforeEach(async () => {
  joining = await joiningOffice(office)
})

const head = 'Förnamn;Efternamn;Personnummer;E-post;Mobil'
const nina = 'Nina;Exempel;19121212-1212;nina@example.org;070-174 06 05'

/** Hands a file over, and looks at it before it is read in. */
async function bringIn(...rows: string[]) {
  const { as, registrar, ours } = joining
  const file = new File([[head, ...rows].join('\n')], 'medlemmar.csv')
  const { runId } = await as(registrar, createPeopleImport, { unitId: ours.unitId, file })
  const seen = await as(registrar, previewPeopleImport, { runId })
  if (seen.state !== 'read') throw new Error('It was to wait.')
  const { counts } = await as(registrar, runPeopleImport, { runId })
  expect(counts).toEqual(seen.counts)
  return { counts, refused: seen.refused.map(({ line, reasons }) => [line, reasons[0]?.params['what']]) }
}

async function erase(givenName: string, { keepOut = true } = {}) {
  const { pool } = office.application.database
  const { rows } = await pool.query(
    `select id from people.person where organisation_id = $1 and given_name = $2 and erased_at is null`,
    [joining.ours.id, givenName],
  )
  const personId = rows[0].id as string
  await joining.as(joining.registrar, erasePerson, { personId, confirmed: true, keepOut })
}

function adding(more: { askedBack?: string } = {}) {
  return joining.as(joining.registrar, createPerson, {
    unitId: joining.ours.unitId,
    givenName: 'Nina',
    contacts: [{ kind: 'phone', value: '070-174 06 05' }],
    ...more,
  })
}

describe('a file with somebody who was erased', () => {
  it.each([
    ['personal number', 'Nina;Exempel;19121212-1212;;', 'personalNumber'],
    ['address of e-mail, in large letters', 'N;Annat;;NINA@example.org;', 'email'],
    ['telephone', 'Nina;Exempel;;ny@example.org;+46701740605', 'phone'],
  ])('does not bring them back by their %s', async (_, row, what) => {
    await bringIn(nina)
    await erase('Nina')
    const found = await bringIn(row, 'Bo;Åkerö;;bo@example.org;')
    expect(found).toMatchObject({ counts: { created: 1, refused: 1 }, refused: [[2, what]] })
  })

  it('changes others who shared a telephone with them, but gives nobody what was theirs', async () => {
    await bringIn(nina, 'Nils;Exempel;;nils@example.org;070-174 06 05', 'Bo;Åkerö;;bo@example.org;')
    await erase('Nina')
    office.setClock('2026-11-22T11:00:00Z')
    const found = await bringIn(
      'Nils;Exempel;19450707-1019;nils@example.org;070-174 06 05',
      'Bo;Åkerö;;bo@example.org;070-174 06 05',
    )
    expect(found).toMatchObject({ counts: { created: 0, changed: 1, refused: 1 }, refused: [[3, 'phone']] })
  })
})

describe('an application of somebody who was erased', () => {
  it('looks like any other in the queue, and its approval lets imports speak of them again', async () => {
    const { as, registrar, ours, applied } = joining
    await bringIn('Nina;Exempel;;nina@example.org;070-174 06 05')
    await erase('Nina')
    const ids = [await applied(), await applied({ email: 'nils@example.org', givenName: 'Nils', phone: '' })]
    const { applications } = await as(registrar, listApplications, {})
    const own = new Set(['id', 'name', 'email', 'phone'])
    const told = applications.map((each) => Object.entries(each).filter(([key]) => !own.has(key)))
    expect(told[0]).toEqual(told[1])
    await as(registrar, approveApplications, { applicationIds: ids })
    const { rows } = await office.application.database.pool.query(
      `select person.given_name as name, array_agg(event.kind order by event.kind) as kinds
       from people.event event join people.person person on person.id = event.person_id
       where event.organisation_id = $1 and person.erased_at is null group by 1 order by 1`,
      [ours.id],
    )
    expect(rows).toEqual([
      { name: 'Nils', kinds: ['created', 'joined'] },
      { name: 'Nina', kinds: ['cameBack', 'created', 'joined'] },
    ])
    office.setClock('2026-11-22T11:00:00Z')
    const found = await bringIn('Nina;Exempel;19121212-1212;nina@example.org;070-174 06 05')
    expect(found.counts).toMatchObject({ changed: 1, refused: 0 })
  })
})

describe('somebody who was erased without having asked for it', () => {
  it('is read in again: by a registrar who put the register right', async () => {
    await bringIn(nina)
    await erase('Nina', { keepOut: false })
    expect((await bringIn('Nina;Exempel;;nina@example.org;')).counts).toMatchObject({
      created: 1,
      refused: 0,
    })
  })

  it('is read in again: by the retention rule, after having left long ago', async () => {
    await bringIn(nina)
    const { pool } = office.application.database
    await pool.query(
      `update people.membership set status = 'left', valid_from = '2020-01-01', valid_to = '2021-01-01'
       where organisation_id = $1`,
      [joining.ours.id],
    )
    const { as, registrar, ours } = joining
    await as(registrar, setRetentionRule, { key: 'leftMembers', months: 24, active: true })
    expect(await as(ours.operator, applyRetention, {})).toEqual({ counts: { leftMembers: 1 } })
    expect((await bringIn(nina)).counts).toMatchObject({ created: 1, refused: 0 })
  })
})

describe('adding somebody by hand who asked to be erased', () => {
  beforeEach(async () => {
    await bringIn(nina)
    await erase('Nina')
  })

  it('is refused, and says what must have happened first', async () => {
    await expect(adding()).rejects.toMatchObject({
      code: 'notPossibleNow',
      detail: { key: 'person.askedToBeErased' },
      facts: { askedToBeErased: true },
    })
  })

  it('is possible when they have asked to come back: how is in the log, and imports know them again', async () => {
    const { personId } = await adding({ askedBack: 'ringde kansliet 3 maj' })
    const { entries } = await joining.as(await joining.ours.person(['auditor']), listAuditEntries, {
      operation: 'create-person',
    })
    expect(entries[0]).toMatchObject({
      subjectId: personId,
      detail: { askedBack: 'ringde kansliet 3 maj' },
      sentence: expect.stringContaining('ringde kansliet 3 maj'),
    })
    // Also by what they did not say now: one erasure is lifted as a whole.
    office.setClock('2026-11-22T11:00:00Z')
    expect((await bringIn('Nina;;19121212-1212;nina@example.org;070-174 06 05')).counts).toMatchObject({
      refused: 0,
    })
  })
})

describe('somebody who shares a telephone with one who asked to be erased', () => {
  it('becomes a member, and brings nobody else back', async () => {
    await bringIn(nina)
    await erase('Nina')
    const id = await joining.applied({ email: 'nils@example.org', givenName: 'Nils', phone: '070-174 06 05' })
    await joining.as(joining.registrar, approveApplications, { applicationIds: [id] })
    const found = await bringIn('Nina;Exempel;;;070-174 06 05', 'N;Exempel;19121212-1212;;')
    expect(found.refused).toEqual([
      [2, 'phone'],
      [3, 'personalNumber'],
    ])
  })
})
