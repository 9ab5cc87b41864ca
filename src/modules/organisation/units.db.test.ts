import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import type { Caller } from '#platform/operations/call.ts'
import { belongingsOf } from './grants.ts'
import {
  closeUnit,
  createBody,
  createUnit,
  getUnit,
  insertUnitLayer,
  listUnits,
  mergeUnits,
  moveUnit,
  renameUnit,
  searchUnits,
  setUnitKinds,
  splitUnit,
} from './index.ts'

let office: TestOffice
let ours: TestOrganisation
let owner: Caller

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())
// Made in the spring, looked at in the autumn.
beforeEach(async () => {
  office.setClock('2026-03-01T10:00:00Z')
  ours = await office.organisation('Norra distriktet')
  owner = await ours.person(['owner'])
})

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

const make = async (name: string, parentId = ours.unitId, kind = 'association') =>
  (await call(createUnit, { parentId, kind, name }, owner)).unitId

/** The tree as `name/name below`, on a day. */
async function tree(asOf?: string): Promise<string[]> {
  const { units } = await call(listUnits, asOf ? { asOf } : {}, owner)
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  return units
    .filter((unit) => unit.parentId)
    .map((unit) => `${names.get(unit.parentId!)?.slice(0, 5)}/${unit.name}`)
}

const autumn = () => office.setClock('2026-10-01T10:00:00Z')

describe('a tree of units', () => {
  it('shows every day as it was: a layer put in, a move, another name', async () => {
    const [alby, backa] = [await make('Alby'), await make('Backa')]
    autumn()
    const { unitId: circle } = await call(
      insertUnitLayer,
      { unitId: ours.unitId, name: 'Kretsen', kind: 'circle', below: [alby], from: '2026-05-01' },
      owner,
    )
    await call(moveUnit, { unitId: backa, parentId: circle, from: '2026-06-01' }, owner)
    await call(renameUnit, { unitId: backa, name: 'Backa och Brunn', from: '2026-07-01' }, owner)
    expect(await tree('2026-04-30')).toEqual(['Norra/Alby', 'Norra/Backa'])
    expect(await tree('2026-05-01')).toEqual(['Norra/Backa', 'Norra/Kretsen', 'Krets/Alby'])
    expect(await tree('2026-06-30')).toEqual(['Norra/Kretsen', 'Krets/Alby', 'Krets/Backa'])
    expect(await tree()).toEqual(['Norra/Kretsen', 'Krets/Alby', 'Krets/Backa och Brunn'])
    const { path, history, aliases } = await call(getUnit, { unitId: backa }, owner)
    expect(path.map((unit) => unit.id)).toEqual([ours.unitId, circle])
    expect(history.map(({ day, what }) => `${day} ${what}`)).toEqual([
      '2026-07-01 renamed',
      '2026-06-01 moved',
      '2026-03-01 began',
    ])
    expect(aliases).toEqual(['Backa'])
  })

  it('reaches by trust what lies below today', async () => {
    const [alby, backa] = [await make('Alby'), await make('Backa')]
    const local = await ours.person(['organiser'])
    const userId = local.actor.kind === 'person' ? local.actor.userId : ''
    await office.application.database.owner
      .updateTable('organisation.role_grant')
      .set({ unit_id: alby })
      .where('user_id', '=', userId)
      .execute()
    const reached = async () => {
      const [belonging] = await belongingsOf(
        office.application.database.owner,
        userId,
        office.application.host.now(),
      )
      return belonging?.grants[0]?.unitIds.toSorted()
    }
    expect(await reached()).toEqual([alby])
    autumn()
    await call(moveUnit, { unitId: backa, parentId: alby }, owner)
    expect(await reached()).toEqual([alby, backa].toSorted())
  })

  it('replaces a change of the same day, and keeps the row', async () => {
    const alby = await make('Allby')
    await call(renameUnit, { unitId: alby, name: 'Alby' }, owner)
    expect(await tree()).toEqual(['Norra/Alby'])
    const rows = await office.application.database.owner
      .selectFrom('organisation.unit_name')
      .select(['name', 'replaced_at'])
      .where('unit_id', '=', alby)
      .orderBy('name')
      .execute()
    expect(rows.map((row) => [row.name, row.replaced_at !== null])).toEqual([
      ['Alby', false],
      ['Allby', true],
    ])
  })

  it('never has two parents or two names for a unit on one day, whoever writes', async () => {
    const alby = await make('Alby')
    const { owner: database } = office.application.database
    const row = {
      organisation_id: ours.id,
      id: alby,
      unit_id: alby,
      valid_from: '2026-09-01',
      recorded_at: new Date(),
    }
    const place = database.insertInto('organisation.unit_place').values({ ...row, parent_id: ours.unitId })
    await expect(place.execute()).rejects.toThrow(/unit_place_one_a_day/)
    const name = database
      .insertInto('organisation.unit_name')
      .values({ ...row, name: 'X', kind: 'association' })
    await expect(name.execute()).rejects.toThrow(/unit_name_one_a_day/)
  })

  it('makes no circle, also when two move at once', async () => {
    const [alby, backa] = [await make('Alby'), await make('Backa')]
    autumn()
    const results = await Promise.allSettled([
      call(moveUnit, { unitId: alby, parentId: backa }, owner),
      call(moveUnit, { unitId: backa, parentId: alby }, owner),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await tree()).toHaveLength(2)
  })
})

describe('merging, splitting and closing', () => {
  it('lets a unit go up in another, with what is below it, found by its name', async () => {
    const [alby, backa] = [await make('Ängby'), await make('Backa')]
    const club = await make('Klubben', alby)
    await call(createBody, { unitId: alby, kind: 'board', name: 'Styrelsen' }, ours.operator)
    autumn()
    await call(mergeUnits, { unitId: alby, intoUnitId: backa, from: '2026-09-01' }, owner)
    expect(await tree()).toEqual(['Norra/Backa', 'Backa/Klubben'])
    expect(await tree('2026-08-31')).toEqual(['Norra/Backa', 'Norra/Ängby', 'Ängby/Klubben'])
    const { found } = await call(searchUnits, { words: 'ängb' }, owner)
    expect(found.map(({ id, alias, isThere }) => ({ id, alias, isThere }))).toEqual([
      { id: backa, alias: 'Ängby', isThere: true },
      { id: alby, alias: null, isThere: false },
    ])
    const ended = await call(getUnit, { unitId: alby }, owner)
    expect(ended).toMatchObject({
      asOf: '2026-08-31',
      unit: { validTo: '2026-08-31' },
      bodies: [{ name: 'Styrelsen' }],
    })
    const moved = await call(getUnit, { unitId: club }, owner)
    expect(moved.path.at(-1)).toEqual({ id: backa, name: 'Backa' })
  })

  it('splits a unit and lets it end', async () => {
    const alby = await make('Alby')
    autumn()
    const parts = [{ name: 'Alby norra' }, { name: 'Alby södra' }]
    await call(splitUnit, { unitId: alby, parts, goesOn: false }, owner)
    expect(await tree()).toEqual(['Norra/Alby norra', 'Norra/Alby södra'])
    const { history } = await call(getUnit, { unitId: alby }, owner)
    expect(history.map(({ what, name }) => `${what} ${name}`)).toEqual([
      'splitInto Alby norra',
      'splitInto Alby södra',
      'ended ',
      'began Alby',
    ])
  })

  it('does not close a unit with units below it, and closes it without', async () => {
    const alby = await make('Alby')
    const club = await make('Klubben', alby)
    autumn()
    await expect(call(closeUnit, { unitId: alby }, owner)).rejects.toMatchObject({
      detail: { key: 'unit.hasUnitsBelow' },
    })
    await call(closeUnit, { unitId: club, lastDay: '2026-09-30' }, owner)
    await call(closeUnit, { unitId: alby, lastDay: '2026-09-30' }, owner)
    expect(await tree()).toEqual([])
    await expect(call(renameUnit, { unitId: alby, name: 'Åter' }, owner)).rejects.toMatchObject({
      detail: { key: 'unit.ended' },
    })
  })
})

describe('what is refused', () => {
  it.each([
    [
      'a day that has not come',
      { from: '2027-01-01' },
      { issues: [{ path: ['from'], message: 'unit.notYet' }] },
    ],
    ['a day before there was a parent', { from: '2020-01-01' }, { detail: { key: 'unit.parentNotThere' } }],
    ['an unknown kind', { kind: 'planet' }, { issues: [{ path: ['kind'], message: 'unit.kindUnknown' }] }],
    [
      'a name that is taken there',
      { name: 'ALBY' },
      { issues: [{ path: ['name'], message: 'unit.exists' }] },
    ],
  ])('%s', async (_, wrong, problem) => {
    await make('Alby')
    const input = { parentId: ours.unitId, kind: 'association', name: 'Backa', ...wrong }
    await expect(call(createUnit, input, owner)).rejects.toMatchObject(problem)
  })

  it('to move what one is trusted with to where one is not', async () => {
    const [alby, backa] = [await make('Alby'), await make('Backa')]
    const local = await ours.person(['owner'])
    if (local.actor.kind !== 'person') throw new Error('a person')
    const actor = { ...local.actor, grants: [{ role: 'owner' as const, unitIds: [alby] }] }
    autumn()
    const move = call(moveUnit, { unitId: alby, parentId: backa }, { ...local, actor })
    await expect(move).rejects.toMatchObject({ code: 'notFound' })
  })

  it('to lose a kind that is used', async () => {
    await make('Alby')
    const kinds = [{ key: 'district', singular: 'Distrikt', plural: 'Distrikt', beside: false }]
    await expect(call(setUnitKinds, { kinds }, owner)).rejects.toMatchObject({
      detail: { key: 'unitKind.inUse', params: { kind: 'association' } },
    })
  })
})
