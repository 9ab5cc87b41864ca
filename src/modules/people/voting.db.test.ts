import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createUnit } from '#modules/organisation/index.ts'
import type { Caller } from '#platform/operations/call.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { addExtraMembership } from './operations/persons/add-extra-membership.ts'
import { createPerson } from './operations/persons/create-person.ts'
import { movePerson } from './operations/persons/move-person.ts'
import { protectPerson } from './operations/persons/protect-person.ts'
import { exportVoters } from './operations/voting/export-voters.ts'
import { listVoters } from './operations/voting/list-voters.ts'
import { setVotingRule } from './operations/voting/set-voting-rule.ts'
import { membershipKinds } from './rules/membership.ts'
import { votingVerdict } from './rules/voting/voting-rights.ts'
import { randomRegister } from './testing/random-register.ts'

let office: TestOffice
let ours: TestOrganisation
let books: string
let registrar: Caller
const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

const trusted = (unitIds: string[]): Caller => ({
  ...registrar,
  actor: {
    ...registrar.actor,
    grants: [{ role: 'registrar', unitIds, top: unitIds.includes(ours.unitId) }],
  } as Caller['actor'],
})

const unit = async (name: string, kind: string) =>
  (await call(createUnit, { parentId: ours.unitId, kind, name, from: '2020-01-01' }, ours.operator)).unitId

const person = async (givenName: string, unitId: string, from: string) =>
  (await call(createPerson, { givenName, familyName: 'Prov', unitId, membership: { from } }, registrar))
    .personId

beforeAll(async () => {
  office = await openTestOffice()
  // The organisation is older than what is told of it.
  office.setClock('2020-01-01T10:00:00Z')
  ours = await office.organisation()
  office.setClock('2026-11-22T10:00:00Z')
  registrar = await ours.person(['registrar'])
  books = await unit('Bokvännerna', 'interestAssociation')
  registrar = trusted([ours.unitId, books])
}, 60_000)
afterAll(() => office.close())

const names = (shown: { voters: { name: string }[] }) => shown.voters.map(({ name }) => name)

describe('who votes in an interest association', () => {
  it('is said by its rule from the day it holds, and by the usual one before', async () => {
    const [ada, bo, cia] = [
      await person('Ada', ours.unitId, '2024-01-01'),
      await person('Bo', ours.unitId, '2024-01-01'),
      await person('Cia', ours.unitId, '2024-01-01'),
    ]
    await call(addExtraMembership, { personId: ada, unitId: books, from: '2025-01-01' }, registrar)
    await call(
      addExtraMembership,
      { personId: bo, unitId: books, kind: 'guest', from: '2025-01-01' },
      registrar,
    )
    await call(addExtraMembership, { personId: cia, unitId: books, from: '2026-03-01' }, registrar)
    const rule = { kinds: ['extra' as const, 'guest' as const], leastDays: 30, decision: '§ 7' }
    await call(setVotingRule, { unitId: books, from: '2026-02-01', rule }, registrar)

    const before = await call(listVoters, { unitId: books, asOf: '2026-01-31' }, registrar)
    expect([names(before), before.reasons]).toEqual([['Ada Prov'], [{ reason: 'kind', count: 1 }]])
    const after = await call(listVoters, { unitId: books, asOf: '2026-03-15' }, registrar)
    expect(after).toMatchObject({
      count: 2,
      rule: { unit: { id: books }, since: '2026-02-01', decision: '§ 7' },
      notVoting: [{ name: 'Cia Prov', reason: 'tooShort', from: '2026-03-31' }],
    })
    expect(names(after)).toEqual(['Ada Prov', 'Bo Prov'])

    await call(setVotingRule, { unitId: books, from: '2026-05-01', rule: null }, registrar)
    const later = await call(listVoters, { unitId: books, asOf: '2026-05-01' }, registrar)
    expect([names(later), later.rule.unit]).toEqual([['Ada Prov', 'Cia Prov'], null])
    // What held before stands as it stood.
    const again = await call(listVoters, { unitId: books, asOf: '2026-03-15' }, registrar)
    expect([again.count, again.rules]).toMatchObject([
      2,
      [{ validFrom: '2026-02-01', validTo: '2026-04-30' }],
    ])
  })

  it('follows the unit above it, and counts members below where that is decided', async () => {
    await call(
      setVotingRule,
      { unitId: ours.unitId, from: '2026-06-01', rule: { kinds: ['home', 'extra'], below: true } },
      registrar,
    )
    const shown = await call(listVoters, { unitId: books, asOf: '2026-06-02' }, registrar)
    expect(shown.rule).toMatchObject({ unit: { id: ours.unitId }, below: true })
    const district = await call(listVoters, { unitId: ours.unitId, asOf: '2026-06-02' }, registrar)
    // Nobody is counted twice, however many memberships.
    expect(names(district)).toEqual(['Ada Prov', 'Bo Prov', 'Cia Prov'])
  })

  it('counts those whose identity is protected, and names them nowhere', async () => {
    const dan = await person('Dan', ours.unitId, '2024-01-01')
    await call(protectPerson, { personId: dan }, registrar)
    const shown = await call(listVoters, { unitId: ours.unitId, asOf: '2026-06-02' }, registrar)
    expect([shown.count, shown.protectedVoters, names(shown)]).toEqual([
      4,
      1,
      ['Ada Prov', 'Bo Prov', 'Cia Prov'],
    ])
    const file = await call(exportVoters, { unitId: ours.unitId, asOf: '2026-06-02' }, registrar)
    const lines = (await file.text()).split('\r\n')
    expect(lines[1]).toMatch(/^1;Ada Prov;/)
    expect(lines[4]).toMatch(/En till har rösträtt/)
    expect(lines.join()).not.toContain('Dan')
  })

  it('keeps somebody who has moved away since in the count of that day', async () => {
    const village = await unit('Byn', 'association')
    const wide = trusted([ours.unitId, books, village])
    const town = await unit('Staden', 'association')
    const all = trusted([ours.unitId, books, village, town])
    registrar = all
    const eva = await person('Eva', village, '2024-01-01')
    await call(movePerson, { personId: eva, toUnitId: town, from: '2026-06-10' }, all)
    const there = trusted([village])
    expect(await call(listVoters, { unitId: village, asOf: '2026-06-09' }, there)).toMatchObject({
      count: 1,
      unnamed: 1,
      voters: [],
    })
    expect((await call(listVoters, { unitId: village, asOf: '2026-06-10' }, there)).count).toBe(0)
    await expect(call(listVoters, { unitId: town }, there)).rejects.toMatchObject({ code: 'notFound' })
    await expect(
      call(setVotingRule, { unitId: ours.unitId, rule: { kinds: ['home'] } }, there),
    ).rejects.toMatchObject({ code: 'notFound' })
    expect(names(await call(listVoters, { unitId: village, asOf: '2026-06-09' }, wide))).toEqual([])
  })
})

it('finds in the database whom the rule finds, for any rule, unit and day', async () => {
  const other = await office.organisation()
  const keeper = await other.person(['registrar'])
  const register = await randomRegister(office.application.database.owner, other, 80)
  const caller = {
    ...keeper,
    actor: { ...keeper.actor, grants: [{ role: 'registrar', unitIds: register.unitIds, top: true }] },
  } as Caller
  const { owner } = office.application.database
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        unitId: fc.constantFrom(...register.unitIds),
        kinds: fc.subarray([...membershipKinds], { minLength: 1 }),
        leastDays: fc.constantFrom(0, 1, 90, 400),
        paid: fc.boolean(),
      }),
      fc.integer({ min: 0, max: 1100 }),
      async ({ unitId, ...rule }, days) => {
        const day = new Date(Date.parse('2024-09-01') + days * 86_400_000).toISOString().slice(0, 10)
        await owner.deleteFrom('people.voting_rule').where('organisation_id', '=', other.id).execute()
        await call(setVotingRule, { unitId, from: '2020-01-01', rule }, caller)
        const { voters, count, reasons } = await call(listVoters, { unitId, asOf: day }, caller)
        const verdicts = register.people.map(({ id, memberships }) => ({
          id,
          verdict: votingVerdict(
            { ...rule, below: false },
            memberships.filter((each) => each.unitId === unitId),
            day,
          ),
        }))
        const expected = verdicts.filter(({ verdict }) => verdict?.votes).map(({ id }) => id)
        expect(voters.map(({ personId }) => personId).toSorted()).toEqual(expected.toSorted())
        expect(count).toBe(expected.length)
        expect(reasons.reduce((sum, each) => sum + each.count, 0)).toBe(
          verdicts.filter(({ verdict }) => verdict && !verdict.votes).length,
        )
      },
    ),
    { numRuns: 60, seed: 20261122 },
  )
}, 60_000)
