import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeUnit, createUnit, mergeUnits } from '#modules/organisation/index.ts'
import type { Caller } from '#platform/operations/call.ts'
import { addExtraMembership } from './add-extra-membership.ts'
import { countMembers } from './count-members.ts'
import { createField } from './create-field.ts'
import { createPerson } from './create-person.ts'
import { getPerson } from './get-person.ts'
import { giveConsent } from './give-consent.ts'
import { listMembers } from './list-members.ts'
import { listMoves } from './list-moves.ts'
import { movePerson } from './move-person.ts'
import { protectPerson } from './protect-person.ts'
import { searchSkills } from './search-skills.ts'
import { setConsentWording } from './set-consent-wording.ts'
import { setEngagement } from './set-engagement.ts'
import { setFieldValue } from './set-field-value.ts'
import { setMembership } from './set-membership.ts'
import { withdrawConsent } from './withdraw-consent.ts'
import { openTestRegister, refusal, type TestRegister } from './test-register.ts'

let register: TestRegister
let organisation: TestRegister['organisation']
let one: string
let other: string
let registrar: Caller
let call: TestRegister['call']
let trusted: TestRegister['trusted']
let member: TestRegister['member']

beforeAll(async () => {
  register = await openTestRegister()
  ;({ organisation, one, other, registrar, call, trusted, member } = register)
})
afterAll(() => register.close())

describe('a membership', () => {
  it('has a row for each standing, so that any day can be read', async () => {
    const personId = await member({ givenName: 'Dag' })
    const set = (status: 'lapsed' | 'active' | 'left', from: string) =>
      call(setMembership, { personId, unitId: one, status, from }, registrar)
    await set('lapsed', '2025-01-01')
    await set('active', '2025-03-01')
    await set('left', '2026-01-01')
    const thenActive = async (asOf: string) =>
      (await call(listMembers, { unitId: one, asOf, limit: 500 }, registrar)).members.some(
        (each) => each.personId === personId,
      )
    const days = [
      '2023-12-31',
      '2024-01-01',
      '2024-12-31',
      '2025-01-01',
      '2025-03-01',
      '2025-12-31',
      '2026-01-01',
    ]
    const active: boolean[] = []
    for (const day of days) active.push(await thenActive(day))
    expect(active).toEqual([false, true, true, false, true, true, false])
    expect(await refusal(set('active', '2025-06-01'))).toBe('membership.changedLater')
    expect(await refusal(set('active', '2027-01-01'))).toBe('membership.notYet')
    await set('active', '2026-01-01')
    const { memberships } = await call(getPerson, { personId }, registrar)
    expect(memberships?.filter((each) => each.validTo === null).map((each) => each.status)).toEqual([
      'active',
    ])
  })

  it('moves with the person in one step; both units see it, extra memberships stay', async () => {
    const personId = await member({ givenName: 'Flytta' })
    const { unitId: interest } = await call(
      createUnit,
      { parentId: organisation.unitId, kind: 'interestAssociation', name: 'Bokvännerna', from: '2020-01-01' },
      organisation.operator,
    )
    const wide = await trusted(['registrar'], [organisation.unitId, one, other, interest])
    await call(addExtraMembership, { personId, unitId: interest, from: '2024-02-01' }, wide)
    await call(movePerson, { personId, toUnitId: other, from: '2026-05-01' }, wide)
    const record = await call(getPerson, { personId }, wide)
    expect(record.homeUnit.id).toBe(other)
    expect(
      record.memberships?.filter((each) => each.validTo === null).map((each) => [each.unit.id, each.kind]),
    ).toEqual([
      [other, 'home'],
      [interest, 'extra'],
    ])
    const left = await trusted(['organiser'], [one])
    const entered = await trusted(['organiser'], [other])
    for (const [caller, unitId] of [
      [left, one],
      [entered, other],
    ] as const) {
      const { moves } = await call(listMoves, { unitId }, caller)
      expect(moves[0]).toMatchObject({ personId, day: '2026-05-01' })
    }
    expect(await refusal(call(getPerson, { personId }, left))).toBe('notFound')
    expect(await refusal(call(movePerson, { personId, toUnitId: other }, wide))).toBe('membership.sameUnit')
  })

  it('is counted once however many a person has, and small counts are kept back', async () => {
    const { unitId } = await call(
      createUnit,
      { parentId: organisation.unitId, kind: 'association', name: 'Räknade', from: '2020-01-01' },
      organisation.operator,
    )
    const wide = await trusted(['registrar'], [organisation.unitId, one, other, unitId])
    const count = async (caller: Caller, id: string) =>
      (await call(countMembers, {}, caller)).units.find((each) => each.unitId === id)
    const before = (await count(wide, organisation.unitId))!.members!
    const personId = await member()
    await call(addExtraMembership, { personId, unitId }, wide)
    expect((await count(wide, organisation.unitId))?.members).toBe(before + 1)
    expect(await count(wide, unitId)).toMatchObject({ members: 1, hidden: null })
    expect(await count(await organisation.person(['member']), unitId)).toMatchObject({
      members: null,
      hidden: 'small',
    })
  })

  it('keeps a unit from being closed; a merger takes it along', async () => {
    const unit = async (name: string) =>
      (
        await call(
          createUnit,
          { parentId: organisation.unitId, kind: 'association', name, from: '2020-01-01' },
          organisation.operator,
        )
      ).unitId
    const [small, large] = [await unit('Lilla'), await unit('Stora')]
    const wide = await trusted(['registrar'], [organisation.unitId, one, small, large])
    const { personId } = await call(
      createPerson,
      { unitId: small, givenName: 'Kvar', familyName: 'Här', membership: { from: '2024-01-01' } },
      wide,
    )
    await call(protectPerson, { personId }, wide)
    const close = () =>
      refusal(call(closeUnit, { unitId: small, lastDay: '2026-10-31' }, organisation.operator))
    expect(await close()).toBe('unit.hasMembers')
    await call(mergeUnits, { unitId: small, intoUnitId: large, from: '2026-11-01' }, organisation.operator)
    const counted = async (asOf: string) =>
      (await call(countMembers, { asOf }, wide)).units.find((each) => each.unitId === large)?.members
    expect([await counted('2026-10-31'), await counted('2026-11-01')]).toEqual([0, 1])
  })
})

describe('what people agree to', () => {
  it('is kept by its words, and ends at once', async () => {
    const personId = await member({ givenName: 'Samtycke' })
    const owner = await organisation.person(['owner'])
    const words = (swedish: string) =>
      call(setConsentWording, { purpose: 'engagement', swedish, english: swedish, months: 12 }, owner)
    const { wordingId } = await words('Första orden.')
    const { consentId } = await call(giveConsent, { personId, wordingId, through: 'på mötet' }, registrar)
    await call(setEngagement, { personId, consentId, skills: ['Ljudteknik'], visibility: 'unit' }, registrar)
    const skilled = async (unitId: string) =>
      (await call(searchSkills, { unitId, words: 'ljud' }, registrar)).persons.length
    expect([await skilled(one), await skilled(organisation.unitId)]).toEqual([1, 0])
    const second = await words('Andra orden.')
    expect(second.version).toBe(2)
    expect(await refusal(call(giveConsent, { personId, wordingId, through: 'x' }, registrar))).toBe(
      'consent.newerWords',
    )
    await call(withdrawConsent, { personId, consentId }, registrar)
    expect(await skilled(one)).toBe(0)
    const record = await call(getPerson, { personId }, registrar)
    expect([record.engagement, record.consents?.[0]?.version, record.consents?.[0]?.expiresOn]).toEqual([
      null,
      1,
      '2027-11-22',
    ])
  })
})

describe('an own field', () => {
  it('is seen by the roles it names, in its unit and below, and takes what its type allows', async () => {
    const personId = await member()
    const field = (key: string, unitId: string, visibleTo: 'organiser'[] = ['organiser']) =>
      call(
        createField,
        { unitId, key, label: key, type: 'choice', choices: ['Tåg', 'Buss'], visibleTo },
        registrar,
      )
    const { fieldId } = await field('travel', organisation.unitId)
    await field('secret', organisation.unitId, [])
    await field('elsewhere', other)
    const set = (values: string[]) => call(setFieldValue, { personId, fieldId, values }, registrar)
    await set(['Tåg'])
    expect(await refusal(set(['Cykel']))).toBe('fieldValue.choice')
    const shown = async (caller: Caller) =>
      (await call(getPerson, { personId }, caller)).fields?.map((each) => [each.key, each.values])
    expect(await shown(registrar)).toEqual([
      ['travel', ['Tåg']],
      ['secret', []],
    ])
    expect(await shown(await trusted(['organiser'], [one]))).toEqual([['travel', ['Tåg']]])
    await set([])
    expect(await shown(await trusted(['organiser'], [one]))).toEqual([['travel', []]])
  })
})
