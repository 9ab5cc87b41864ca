import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/identifiers.ts'
import type { Caller } from '#platform/operations/call.ts'
import { Problem } from '#platform/operations/problem.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { addListMember } from './operations/lists/add-list-member.ts'
import { archiveList } from './operations/lists/archive-list.ts'
import { createList } from './operations/lists/create-list.ts'
import { exportList } from './operations/lists/export-list.ts'
import { freezeList } from './operations/lists/freeze-list.ts'
import { getList } from './operations/lists/get-list.ts'
import { listLists } from './operations/lists/list-lists.ts'
import { previewListCounts } from './operations/lists/preview-list-counts.ts'
import { previewList } from './operations/lists/preview-list.ts'
import { removeListMember } from './operations/lists/remove-list-member.ts'
import { shareList } from './operations/lists/share-list.ts'
import { updateList } from './operations/lists/update-list.ts'
import type { FilterStep, GroupStep, ListQuery } from './rules/lists/query.ts'

let office: TestOffice
let organisation: TestOrganisation
let organiser: Caller
let below: Caller
const ids = { unit: '', tag: newId(), oldTag: newId(), secret: newId() }
const persons: Record<string, string> = {}

const filter = (name: string, input: Record<string, unknown>): FilterStep => ({
  kind: 'filter',
  filter: name,
  input,
})
const query = (...steps: GroupStep['steps']): ListQuery => ({ where: { kind: 'and', steps }, sample: null })
const members = filter('membership', { standing: ['active'] })

beforeAll(async () => {
  office = await openTestOffice()
  organisation = await office.organisation()
  const { owner } = office.application.database
  const shared = { organisation_id: organisation.id }
  ids.unit = newId()
  await owner
    .insertInto('organisation.unit')
    .values({
      ...shared,
      id: ids.unit,
      parent_id: organisation.unitId,
      kind: 'association',
      name: 'Provby förening',
      slug: 'provby',
      valid_from: '2020-01-01',
    })
    .execute()
  organiser = await organisation.person(['organiser'])
  if (organiser.actor.kind === 'person') {
    const grants = [{ role: 'organiser' as const, unitIds: [organisation.unitId, ids.unit] }]
    organiser = { ...organiser, actor: { ...organiser.actor, grants } }
    const local = [{ role: 'organiser' as const, unitIds: [ids.unit] }]
    const other = await organisation.person(['organiser'])
    if (other.actor.kind === 'person') below = { ...other, actor: { ...other.actor, grants: local } }
  }
  const now = new Date('2026-01-01T10:00:00Z')
  for (const [index, name] of ['=SUMMA(A1)', 'Bo', 'Ce', 'Da', 'Ed', 'Fi', 'Gömd'].entries()) {
    const id = newId()
    persons[name] = id
    const unit = index < 3 ? ids.unit : organisation.unitId
    await owner
      .insertInto('people.person')
      .values({
        ...shared,
        id,
        home_unit_id: unit,
        protected: name === 'Gömd',
        given_name: name,
        family_name: 'Provsson',
        given_key: name.toLowerCase(),
        family_key: 'provsson',
        birth_date: '2000-02-29',
        source: 'import',
        lawful_basis: 'membership',
        created_at: now,
      })
      .execute()
    await owner
      .insertInto('people.membership')
      .values({
        ...shared,
        person_id: id,
        home_unit_id: unit,
        protected: name === 'Gömd',
        id: newId(),
        unit_id: unit,
        kind: 'home',
        status: 'active',
        valid_from: '2026-01-01',
        recorded_at: now,
      })
      .execute()
  }
  const tag = { ...shared, unit_id: organisation.unitId, created_at: now }
  await owner
    .insertInto('people.tag')
    .values({ ...tag, id: ids.tag, name: 'Ringare' })
    .execute()
  await owner
    .insertInto('people.tag')
    .values({ ...tag, id: ids.oldTag, name: 'Gammal', archived_at: now })
    .execute()
  await owner
    .insertInto('people.field')
    .values({
      ...shared,
      id: ids.secret,
      unit_id: organisation.unitId,
      key: 'secret',
      label: 'Hemligt',
      type: 'text',
      visible_to: ['registrar'],
      position: 0,
      created_at: now,
    })
    .execute()
})
afterAll(() => office.close())

const create = async (
  name: string,
  asked = query(members),
  more: { shared?: boolean; caller?: Caller } = {},
) => {
  const { caller = organiser, shared = false } = more
  const unitId = caller === below ? ids.unit : organisation.unitId
  return (await office.application.call(createList, { unitId, name, shared, query: asked }, caller)).listId
}
const namesIn = async (listId: string, caller = organiser) =>
  (await office.application.call(getList, { listId }, caller)).people.map(
    ({ values }) => values[0]!.split(' ')[0],
  )

/** How a call is refused: the code, and what is said of it. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'carried out'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [error.code, error.detail?.key, ...error.issues.map(({ message }) => message)]
      .filter(Boolean)
      .join(' ')
  }
}

describe('a list', () => {
  it('shows each reader the people of their own units, and protected identities to nobody', async () => {
    const listId = await create('Alla', query(members), { shared: true })
    expect(await namesIn(listId)).toEqual(['=SUMMA(A1)', 'Bo', 'Ce', 'Da', 'Ed', 'Fi'])
    expect(await refusal(namesIn(listId, below))).toBe('notFound')
    const local = await create('Våra', query(members), { caller: below, shared: true })
    expect(await namesIn(local, below)).toEqual(['=SUMMA(A1)', 'Bo', 'Ce'])
    expect(await namesIn(local)).toHaveLength(6)
  })

  it('is its owner’s until it is shared, and then until nothing shared builds on it', async () => {
    const listId = await create('Egna', query(members), { caller: below })
    const seen = async () =>
      (await office.application.call(listLists, {}, organiser)).lists.map(({ id }) => id)
    expect(await seen()).not.toContain(listId)
    expect(await refusal(create('Bygger', query(filter('list', { listId }))))).toBe('notFound')
    await office.application.call(shareList, { listId, shared: true }, below)
    expect(await seen()).toContain(listId)
    expect(await refusal(office.application.call(shareList, { listId, shared: false }, organiser))).toBe(
      'notPossibleNow list.notOwner',
    )
    const user = await create('Bygger', query(filter('list', { listId })), { shared: true, caller: below })
    expect(await namesIn(user, below)).toEqual(['=SUMMA(A1)', 'Bo', 'Ce'])
    expect(await refusal(office.application.call(shareList, { listId, shared: false }, below))).toBe(
      'notPossibleNow list.builtOn',
    )
  })

  it('that is private may not carry one that is shared', async () => {
    const listId = await create('Privat')
    expect(await refusal(create('Delad', query(filter('list', { listId })), { shared: true }))).toBe(
      'notPossibleNow list.buildsOnPrivate',
    )
  })

  it('is frozen, changed by hand, and found anew without undoing what was done by hand', async () => {
    const bornLate = filter('age', { from: 18 })
    const listId = await create('Fryst', query(members, bornLate))
    const { call } = office.application
    expect(await refusal(call(addListMember, { listId, personId: persons['Bo']! }, organiser))).toBe(
      'notPossibleNow list.living',
    )
    expect((await call(freezeList, { listId }, organiser)).total).toBe(6)
    await call(removeListMember, { listId, personId: persons['Bo']! }, organiser)
    expect(await namesIn(listId)).toEqual(['=SUMMA(A1)', 'Ce', 'Da', 'Ed', 'Fi'])
    const { revision } = await call(getList, { listId }, organiser)
    const asked = query({ kind: 'not', step: bornLate })
    const written = { listId, revision, name: 'Fryst', query: asked, columns: ['name' as const] }
    await call(updateList, { ...written, sorting: 'name', descending: false }, organiser)
    // A static list keeps those in it when its query changes, until they are found anew.
    expect(await namesIn(listId)).toHaveLength(5)
    await call(addListMember, { listId, personId: persons['Da']! }, organiser)
    expect((await call(freezeList, { listId }, organiser)).total).toBe(1)
    expect(await namesIn(listId)).toEqual(['Da'])
    await call(addListMember, { listId, personId: persons['Bo']! }, organiser)
    expect(await namesIn(listId)).toEqual(['Bo', 'Da'])
    expect(await refusal(call(addListMember, { listId, personId: persons['Gömd']! }, organiser))).toBe(
      'notFound',
    )
  })

  it('is not written over by somebody who read an earlier one', async () => {
    const listId = await create('Två skriver')
    const written = { listId, revision: 1, name: 'Ny', query: query(), columns: ['name' as const] }
    const change = { ...written, sorting: 'name' as const, descending: false }
    await office.application.call(updateList, change, organiser)
    expect(await refusal(office.application.call(updateList, change, organiser))).toBe(
      'changedMeanwhile list.changed',
    )
  })

  it('goes on working for those that build on it when it is archived, but takes no new ones', async () => {
    const listId = await create('Undanlagd')
    const user = await create('Bygger vidare', query(filter('list', { listId })))
    await office.application.call(archiveList, { listId }, organiser)
    expect(await namesIn(user)).toHaveLength(6)
    expect(await refusal(create('Ny', query(filter('list', { listId }))))).toBe(
      'invalidInput list.listArchived',
    )
    expect(await refusal(office.application.call(freezeList, { listId }, organiser))).toBe(
      'notPossibleNow list.archived',
    )
  })

  it('may not come to build on itself, by whatever way', async () => {
    const first = await create('Första')
    const second = await create('Andra', query(filter('list', { listId: first })))
    for (const listId of [first, second]) {
      const change = { listId: first, revision: 1, name: 'Första', query: query(filter('list', { listId })) }
      const shown = { columns: ['name' as const], sorting: 'name' as const, descending: false }
      expect(await refusal(office.application.call(updateList, { ...change, ...shown }, organiser))).toBe(
        'invalidInput list.cycle',
      )
    }
  })
})

describe('what is asked wrongly', () => {
  const nested = (levels: number): unknown =>
    levels === 0 ? members : { kind: 'or', steps: [nested(levels - 1)] }
  it.each([
    ['a filter that is not there', query(filter('shoeSize', {})), 'invalidInput list.noSuchFilter'],
    ['an archived tag', () => query(filter('tag', { tagId: ids.oldTag })), 'invalidInput list.tagArchived'],
    ['a tag that is not there', query(filter('tag', { tagId: newId() })), 'notFound'],
    [
      'a field that the role does not see',
      () => query(filter('field', { fieldId: ids.secret, compare: 'filled' })),
      'notFound',
    ],
    [
      'a text of 5 000 characters',
      query(filter('city', { city: 'x'.repeat(5000) })),
      'invalidInput input.tooLong',
    ],
    ['a word too many', query(filter('city', { city: 'x', town: 'y' })), 'invalidInput input.unknownFields'],
    ['ages backwards', query(filter('age', { from: 30, to: 18 })), 'invalidInput list.backwards'],
    ['no age at all', query(filter('age', {})), 'invalidInput list.oneOfTwo'],
    [
      'groups six deep',
      { where: { kind: 'and', steps: [nested(5)] }, sample: null },
      'invalidInput list.tooDeep',
    ],
    ['groups 20 000 deep', () => ({ where: nestedText(20_000) }), 'invalidInput list.tooDeep'],
    ['41 steps', query(...Array.from({ length: 41 }, () => members)), 'invalidInput list.tooManySteps'],
    [
      '110 percent',
      { ...query(), sample: { by: 'percent', size: 110, seed: 'x' } },
      'invalidInput list.percent',
    ],
    ['no query', null, 'invalidInput'],
  ] as const)('%s is answered', async (_, asked, answer) => {
    const input = { query: typeof asked === 'function' ? asked() : asked }
    expect(await refusal(office.application.call(previewList, input, organiser))).toMatch(
      new RegExp(`^${answer}`),
    )
  })
})

/** Made from the inside out: what is this deep is too deep to be made by a function that calls itself. */
function nestedText(levels: number): unknown {
  let step: unknown = members
  for (let level = 0; level < levels; level++) step = { kind: 'or', steps: [step] }
  return step
}

describe('who sees figures only', () => {
  it('is told no small number, and others to the nearest five', async () => {
    const board = await organisation.person(['board'])
    if (board.actor.kind !== 'person') throw new Error('A person was asked for.')
    const grants = [{ role: 'board' as const, unitIds: [organisation.unitId, ids.unit] }]
    const caller: Caller = { ...board, actor: { ...board.actor, grants } }
    const local = filter('membership', { standing: ['active'], unitId: ids.unit })
    const counted = await office.application.call(previewListCounts, { query: query(members, local) }, caller)
    expect(counted).toMatchObject({
      everybody: 5,
      found: null,
      steps: [{ after: 5 }, { alone: null, after: null }],
    })
    expect(
      await refusal(
        office.application.call(previewListCounts, { query: query(filter('age', { from: 18 })) }, caller),
      ),
    ).toBe('invalidInput list.notSeen')
    expect(await refusal(office.application.call(previewList, { query: query() }, caller))).toBe(
      'roleRequired',
    )
  })
})

const file = async (format: 'csv' | 'xlsx' | 'json', purpose = 'Utskick till årsmötet') => {
  const listId = await create(`Fil ${format}`)
  return office.application.call(exportList, { listId, format, purpose }, organiser)
}

describe('a list as a file', () => {
  it('is opened by Swedish spreadsheets, with nothing that is carried out and nobody protected', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await file('csv')).arrayBuffer())
    expect(text.startsWith('\u{feff}Namn;Hemenhet;Telefon;E-post\r\n')).toBe(true)
    expect(text).toContain("\r\n'=SUMMA(A1) Provsson;")
    expect(text).not.toContain('Gömd')
  })

  it('is a workbook of texts', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await (await file('xlsx')).arrayBuffer())
    const cell = workbook.worksheets[0]!.getCell('A2')
    expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, '=SUMMA(A1) Provsson'])
    expect(workbook.worksheets[0]!.rowCount).toBe(7)
  })

  it('is JSON for other systems', async () => {
    const { people } = JSON.parse(await (await file('json')).text()) as { people: Record<string, unknown>[] }
    expect(people).toHaveLength(6)
    expect(people[1]).toEqual({ name: 'Bo Provsson', homeUnit: 'Provby förening', phone: null, email: null })
  })

  it('says in the log who took what, and for what', async () => {
    const { name } = await file('csv', 'Kallelse till Provby')
    expect(name).toMatch(/^lista-fil-csv-2026-11-22\.csv$/)
    const { rows } = await office.application.database.pool.query<{ detail: unknown }>(
      `select * from audit.entry where operation = 'export-list' and organisation_id = $1 order by at desc, id desc limit 1`,
      [organisation.id],
    )
    expect(JSON.stringify(rows[0])).toContain('Kallelse till Provby')
    expect(JSON.stringify(rows[0])).toContain('"rows":6')
    expect(await refusal(file('csv', 'för'))).toBe('invalidInput input.tooShort')
  })
})
