import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  belongingsOf,
  changeSeatRight,
  closeUnit,
  createBody,
  createUnit,
  endAffiliation,
  endRoleGrant,
  endSeatRight,
  getUnit,
  grantSeatRight,
  listAffiliates,
  listRoleGrants,
  moveUnit,
  setAffiliate,
} from '#modules/organisation/index.ts'
import type { Role } from '#platform/access/roles.ts'
import type { Caller } from '#platform/operations/call.ts'
import {
  makeAccount,
  makeGrant,
  openTestOffice,
  type TestOffice,
  type TestOrganisation,
} from '../../../tests/support/test-office.ts'
import { countMembers } from './operations/persons/count-members.ts'
import { createPerson } from './operations/persons/create-person.ts'
import { getPerson } from './operations/persons/get-person.ts'
import { listMembers } from './operations/persons/list-members.ts'
import { listPersons } from './operations/persons/list-persons.ts'
import { appointPerson } from './operations/posts/appoint-person.ts'
import { endTerm } from './operations/posts/end-term.ts'
import { getBodyHolders } from './operations/posts/get-body-holders.ts'
import { listVacancies } from './operations/posts/list-vacancies.ts'

let office: TestOffice
let ours: TestOrganisation
let district: string
let youth: string
let branch: string
let board: string
/** Accounts, whose trust is read as at each sign-in. */
const accounts: Record<string, string> = {}
const people: string[] = []

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

const isYoung = ({ userId }: { userId: string }) => userId === accounts['young']

/** Somebody with the trust they have at this moment. */
async function as(name: string): Promise<Caller> {
  const now = office.application.host.now()
  const userId = accounts[name]!
  const [belonging] = await belongingsOf(office.application.database.owner, userId, now)
  return {
    organisationId: ours.id,
    language: 'sv',
    actor: {
      kind: 'person',
      userId,
      name,
      grants: belonging?.grants ?? [],
      via: 'session',
      tokenScopes: null,
      secondFactor: true,
    },
  }
}

async function trust(name: string, role: Role, unitId: string) {
  accounts[name] ??= await makeAccount(office.application, name)
  await makeGrant(office.application, { organisationId: ours.id, userId: accounts[name], role, unitId })
}

async function unit(parentId: string, kind: string, name: string) {
  return (await call(createUnit, { parentId, kind, name, from: '2020-01-01' }, ours.operator)).unitId
}

const keys = (error: unknown) => (error as { detail?: { key: string }; code: string }).detail?.key
const refused = (work: Promise<unknown>) => work.then(() => null, keys)
const total = async (unitId: string, asOf?: string) =>
  (await call(countMembers, asOf ? { asOf } : {}, await as('registrar'))).units.find(
    (each) => each.unitId === unitId,
  )?.members

beforeAll(async () => {
  office = await openTestOffice()
  office.setClock('2019-06-01T10:00:00Z')
  ours = await office.organisation('Norra distriktet')
  office.setClock('2026-10-01T10:00:00Z')
  district = ours.unitId
  const alby = await unit(district, 'association', 'Alby')
  youth = await unit(district, 'affiliate', 'Ungdomen')
  branch = await unit(youth, 'association', 'Ungdomen i Alby')
  board = (
    await call(
      createBody,
      { unitId: district, kind: 'board', name: 'Distriktsstyrelsen', validFrom: '2020-01-01' },
      ours.operator,
    )
  ).bodyId
  await trust('owner', 'owner', district)
  await trust('registrar', 'registrar', district)
  const registrar = await as('registrar')
  for (const [home, count] of [
    [alby, 6],
    [youth, 5],
    [branch, 7],
  ] as const) {
    for (let number = 0; number < count; number++) {
      const { personId } = await call(
        createPerson,
        {
          unitId: home,
          givenName: `Prov${number}`,
          familyName: home === alby ? 'Alby' : 'Ung',
          membership: { status: 'active', from: '2024-01-01' },
        },
        registrar,
      )
      people.push(personId)
    }
  }
}, 60_000)
afterAll(() => office.close())

it('is not made of a unit tied to a place, or of one that nobody of its own answers for', async () => {
  const owner = await as('owner')
  const alby = (await call(getUnit, { unitId: district }, owner)).below.find(({ name }) => name === 'Alby')!
  expect(await refused(call(setAffiliate, { unitId: alby.id }, owner))).toBe('affiliate.kindNotBeside')
  expect(await refused(call(setAffiliate, { unitId: youth }, owner))).toBe('affiliate.noOwner')
  await trust('young', 'owner', youth)
  expect(await total(district)).toBe(18)
  await call(setAffiliate, { unitId: youth, from: '2026-06-01', decision: 'Årsmötet § 12' }, owner)
  expect(await refused(call(setAffiliate, { unitId: youth }, owner))).toBe('affiliate.already')
})

it('counts its own members, and is in nobody else’s total from its first day', async () => {
  expect(await total(district)).toBe(6)
  expect(await total(youth)).toBe(12)
  expect(await total(branch)).toBe(7)
  expect(await total(district, '2026-05-31')).toBe(18)
  expect(await total(district, '2026-06-01')).toBe(6)
})

it('keeps its register from those above, until its own owner trusts them with it', async () => {
  const seen = async (name: string) => {
    const caller = await as(name)
    const { persons } = await call(listPersons, { limit: 100 }, caller)
    return persons.length
  }
  expect(await seen('registrar')).toBe(6)
  expect(await seen('owner')).toBe(6)
  expect(await seen('young')).toBe(12)
  const own = people.at(-1)!
  await expect(call(getPerson, { personId: own }, await as('registrar'))).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(call(listMembers, { unitId: youth }, await as('registrar'))).rejects.toMatchObject({
    code: 'notFound',
  })
  const { members } = await call(listMembers, { unitId: district, limit: 500 }, await as('registrar'))
  expect(members).toHaveLength(6)
  // Who sees it is told to its own: nobody from above any more.
  const { grants } = await call(listRoleGrants, {}, await as('young'))
  expect(grants.map((grant) => grant.unitId)).toEqual([youth])
  await trust('registrar', 'registrar', youth)
  expect(await seen('registrar')).toBe(18)
  expect(await total(district)).toBe(6)
})

it('stands beside the tree, and is moved under nobody', async () => {
  const owner = await as('owner')
  const { below } = await call(getUnit, { unitId: district }, owner)
  expect(below.map(({ name }) => name)).toEqual(['Alby'])
  const before = await call(getUnit, { unitId: district, asOf: '2026-05-31' }, owner)
  expect(before.below.map(({ name }) => name)).toEqual(['Alby', 'Ungdomen', 'Ungdomen i Alby'])
  const shown = await call(getUnit, { unitId: youth }, owner)
  expect([shown.path, shown.below.map(({ name }) => name)]).toEqual([[], ['Ungdomen i Alby']])
  await trust('both', 'owner', district)
  await trust('both', 'owner', youth)
  expect(await refused(call(moveUnit, { unitId: youth, parentId: below[0]!.id }, await as('both')))).toBe(
    'unit.isAffiliate',
  )
  await expect(call(closeUnit, { unitId: youth }, owner)).rejects.toMatchObject({ code: 'notFound' })
  expect(await refused(call(closeUnit, { unitId: branch }, await as('young')))).toBe('unit.hasMembers')
})

it('keeps an owner of its own', async () => {
  const young = await as('young')
  const { grants } = await call(listRoleGrants, {}, young)
  const owners = grants.filter(({ role }) => role === 'owner')
  for (const { id } of owners.filter((grant) => !isYoung(grant))) {
    await call(endRoleGrant, { grantId: id }, young)
  }
  const own = owners.find(isYoung)!
  expect(await refused(call(endRoleGrant, { grantId: own.id }, young))).toBe('roleGrant.lastAffiliateOwner')
})

it('has seats in our bodies: a right from a day, vacant until its own fill it', async () => {
  const owner = await as('owner')
  const right = { unitId: youth, bodyId: board, number: 1, title: 'Ungdomens plats', namePublic: true }
  const attends = { speaks: true, proposes: false, votes: false }
  expect(await refused(call(grantSeatRight, { ...right, ...attends, from: '2026-05-31' }, owner))).toBe(
    'seatRight.notAffiliate',
  )
  const { seatId } = await call(grantSeatRight, { ...right, ...attends, from: '2026-06-01' }, owner)
  await call(
    changeSeatRight,
    { seatId, speaks: true, proposes: true, votes: true, from: '2026-09-01' },
    owner,
  )
  const on = async (asOf: string) =>
    (await call(listAffiliates, { bodyId: board, asOf }, owner)).rights.map(
      ({ unitName, number, proposes, votes }) => [unitName, number, proposes, votes],
    )
  expect(await on('2026-05-31')).toEqual([])
  expect(await on('2026-08-31')).toEqual([['Ungdomen', 1, false, false]])
  expect(await on('2026-09-01')).toEqual([['Ungdomen', 1, true, true]])

  const vacant = async () =>
    (await call(listVacancies, {}, owner)).bodies.find((each) => each.bodyId === board)?.vacant
  expect(await vacant()).toBe(1)
  const own = people.at(-1)!
  await expect(call(appointPerson, { personId: own, seatId }, owner)).rejects.toMatchObject({
    code: 'notFound',
  })
  const young = await as('young')
  const { termId } = await call(appointPerson, { personId: own, seatId, from: '2026-09-01' }, young)
  expect(await vacant()).toBe(0)
  const held = async (caller: Caller) => {
    const { seats } = await call(getBodyHolders, { bodyId: board }, caller)
    const { holders, hidden } = seats.find((each) => each.seatId === seatId)!
    return [holders.map(({ name }) => name), hidden]
  }
  expect(await held(young)).toEqual([['Prov6 Ung'], 0])
  expect(await held(owner)).toEqual([[], 1])
  await call(endTerm, { termId, lastDay: '2026-09-15' }, young)
  expect(await vacant()).toBe(1)
  await call(endSeatRight, { seatId, lastDay: '2026-09-30' }, owner)
  expect(await on('2026-09-30')).toHaveLength(1)
  expect(await on('2026-10-01')).toEqual([])
  expect(await vacant()).toBeUndefined()
})

it('loses its seats with the affiliation, and keeps its register to itself', async () => {
  const owner = await as('owner')
  const { seatId } = await call(
    grantSeatRight,
    {
      unitId: youth,
      bodyId: board,
      number: 2,
      speaks: true,
      proposes: false,
      votes: false,
      from: '2026-06-01',
    },
    owner,
  )
  await expect(call(endAffiliation, { unitId: youth }, await as('young'))).rejects.toMatchObject({
    code: 'notFound',
  })
  await call(endAffiliation, { unitId: youth, lastDay: '2026-09-30' }, owner)
  const { affiliates, rights } = await call(listAffiliates, {}, owner)
  expect([affiliates, rights]).toEqual([[], []])
  expect(
    await refused(call(changeSeatRight, { seatId, speaks: true, proposes: true, votes: true }, owner)),
  ).toBe('seat.ended')
  expect(await total(district)).toBe(6)
  const { persons } = await call(listPersons, { limit: 100 }, await as('owner'))
  expect(persons).toHaveLength(6)
})
