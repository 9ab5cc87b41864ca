import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeUnit, createUnit, mergeUnits } from '#modules/organisation/index.ts'
import type { Role } from '#platform/access/roles.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { Problem } from '#platform/operations/problem.ts'
import {
  openTestOffice,
  type TestOffice,
  type TestOrganisation,
} from '../../../../../tests/support/test-office.ts'
import { addContact } from './add-contact.ts'
import { addExtraMembership } from './add-extra-membership.ts'
import { addNote } from './add-note.ts'
import { changeContact } from './change-contact.ts'
import { countMembers } from './count-members.ts'
import { createField } from './create-field.ts'
import { createPerson } from './create-person.ts'
import { createTag } from './create-tag.ts'
import { getPerson } from './get-person.ts'
import { giveConsent } from './give-consent.ts'
import { listMembers } from './list-members.ts'
import { listMoves } from './list-moves.ts'
import { listPersons } from './list-persons.ts'
import { movePerson } from './move-person.ts'
import { protectPerson } from './protect-person.ts'
import { revealPersonalNumber } from './reveal-personal-number.ts'
import { searchSkills } from './search-skills.ts'
import { setConsentWording } from './set-consent-wording.ts'
import { setEngagement } from './set-engagement.ts'
import { setFieldValue } from './set-field-value.ts'
import { setMembership } from './set-membership.ts'
import { tagPerson } from './tag-person.ts'
import { updatePerson } from './update-person.ts'
import { withdrawConsent } from './withdraw-consent.ts'

let office: TestOffice
let organisation: TestOrganisation
let one: string
let other: string
/** Keeps the register of the whole organisation. */
let registrar: Caller

beforeAll(async () => {
  office = await openTestOffice()
  // The organisation is there before the days that are asked about.
  office.setClock('2019-06-01T10:00:00Z')
  organisation = await office.organisation()
  office.setClock('2026-11-22T10:00:00Z')
  const unit = (name: string) =>
    call(
      createUnit,
      { parentId: organisation.unitId, kind: 'association', name, from: '2020-01-01' },
      organisation.operator,
    )
  one = (await unit('Ekskogens förening')).unitId
  other = (await unit('Lindalens förening')).unitId
  registrar = await trusted(['registrar'], [organisation.unitId, one, other])
})
afterAll(() => office.close())

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

async function trusted(roles: Role[], unitIds: string[]): Promise<Caller> {
  const caller = await organisation.person(roles)
  if (caller.actor.kind !== 'person') throw new Error('a person was asked for')
  return { ...caller, actor: { ...caller.actor, grants: roles.map((role) => ({ role, unitIds })) } }
}

let made = 0
/** A new member of the first association, since the beginning of 2024. */
async function member(more: Partial<Parameters<typeof create>[0]> = {}) {
  made += 1
  return create({ unitId: one, givenName: 'Prov', familyName: `Provsson${made}`, ...more })
}
const create = async (input: {
  unitId: string
  givenName: string
  familyName: string
  personalNumber?: string
  contacts?: { kind: 'email' | 'phone'; value: string }[]
}) =>
  (await call(createPerson, { ...input, membership: { status: 'active', from: '2024-01-01' } }, registrar))
    .personId

/** Who is found by these words. */
const found = async (words: string, caller = registrar) =>
  (await call(listPersons, { words }, caller)).persons.map((person) => person.id)

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'carried out',
    (error: Problem) => error.detail?.key ?? error.issues[0]?.message ?? error.code,
  )

describe('the register', () => {
  it('is searched by words, e-mail, phone and personal number as people write them', async () => {
    const personId = await create({
      unitId: one,
      givenName: 'Åsa Märta-Lisa',
      familyName: 'Öberg Lindqvist',
      personalNumber: '19121212-1212',
      contacts: [
        { kind: 'phone', value: '070-174 06 11' },
        { kind: 'email', value: 'Asa.Oberg@Example.org' },
      ],
    })
    for (const words of [
      'åsa',
      'ASA lind',
      'lisa ober',
      'asa.oberg@',
      '070 174',
      '0701740611',
      '121212+1212',
    ]) {
      expect([words, await found(words)]).toEqual([words, [personId]])
    }
    expect(await found('asa nilsson')).toEqual([])
    // Whoever does not see how somebody is reached does not find anybody by it.
    const auditor = await trusted(['auditor'], [organisation.unitId, one, other])
    expect(await found('asa lind', auditor)).toEqual([personId])
    expect(await found('070 174', auditor)).toEqual([])
    expect(await found('121212+1212', await trusted(['organiser'], [one]))).toEqual([])
  })

  it('is read page by page, each person once', async () => {
    for (let index = 0; index < 7; index += 1) await member({ givenName: 'Sida' })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { persons: { id: string }[]; next: string | null } = await call(
        listPersons,
        { words: 'sida', limit: 3, ...(after ? { after } : {}) },
        registrar,
      )
      seen.push(...page.persons.map((person) => person.id))
      after = page.next
    } while (after)
    expect(seen.length).toBe(7)
    expect(new Set(seen).size).toBe(7)
    expect(await refusal(call(listPersons, { after: 'nonsense' }, registrar))).toBe('person.cursor')
  })

  it('is filtered by unit, standing and tag, with how many stand how', async () => {
    const [active, gone] = [await member({ givenName: 'Filter' }), await member({ givenName: 'Filter' })]
    await call(setMembership, { personId: gone, unitId: one, status: 'left' }, registrar)
    const { tagId } = await call(createTag, { unitId: one, name: 'Filtrerad' }, registrar)
    await call(tagPerson, { personId: active, tagId }, registrar)
    const ask = async (more: object) => {
      const { persons, counts } = await call(listPersons, { words: 'filter', ...more }, registrar)
      return [persons.map((person) => person.id).sort(), counts.active, counts.left]
    }
    expect(await ask({})).toEqual([[active, gone].sort(), 1, 1])
    expect(await ask({ standing: 'left' })).toEqual([[gone], 1, 1])
    expect(await ask({ tagId })).toEqual([[active], 1, 0])
    expect(await ask({ unitId: other })).toEqual([[], 0, 0])
    const { counts } = await call(listPersons, { unitId: one }, await trusted(['organiser'], [one]))
    const all = await call(listPersons, { unitId: one, limit: 200 }, registrar)
    expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(all.persons.length)
  })

  it('asks before somebody is added who may be there already', async () => {
    const contacts = [{ kind: 'email' as const, value: 'samma@example.org' }]
    const first = await member({ contacts })
    const again = { unitId: one, givenName: 'Någon', familyName: 'Annan', contacts }
    const problem = await call(createPerson, again, registrar).then(
      () => null,
      (error: Problem) => error,
    )
    expect(problem?.detail?.key).toBe('person.maybeThere')
    expect(problem?.facts['candidates']).toMatchObject([{ personId: first, same: ['email'] }])
    expect(await refusal(call(createPerson, { ...again, anotherPerson: true }, registrar))).toBe(
      'carried out',
    )
  })

  it('takes a personal number once, also from those who do not reach the other', async () => {
    await create({ unitId: other, givenName: 'En', familyName: 'Gång', personalNumber: '900101-2385' })
    const again = { unitId: one, givenName: 'En', familyName: 'Till', personalNumber: '19900101-2385' }
    expect(await refusal(call(createPerson, { ...again, anotherPerson: true }, registrar))).toBe(
      'person.numberKnown',
    )
    const near = await trusted(['registrar'], [one])
    expect(await refusal(call(createPerson, again, near))).toBe('person.numberTaken')
  })
})

describe('a person', () => {
  it('shows each trust its parts', async () => {
    const personId = await member({ contacts: [{ kind: 'phone', value: '070-174 06 12' }] })
    await call(addNote, { personId, text: 'Ring efter fem.' }, registrar)
    const parts = async (roles: Role[], unitIds: string[]) => {
      const record = await call(getPerson, { personId }, await trusted(roles, unitIds))
      return [record.contacts?.length ?? null, record.notes?.length ?? null, record.timeline !== null]
    }
    expect(await parts(['organiser'], [one])).toEqual([1, 1, true])
    expect(await parts(['board'], [one])).toEqual([1, null, false])
    expect(await parts(['auditor'], [one])).toEqual([null, null, true])
    const told = await call(getPerson, { personId }, await trusted(['auditor'], [one]))
    expect(told.timeline?.map((event) => event.kind)).toContain('unseen')
    expect(JSON.stringify(told)).not.toContain('0701740612')
    expect(await refusal(parts(['organiser'], [other]))).toBe('notFound')
  })

  it('keeps what stood before in the timeline, and refuses a change of what has changed', async () => {
    const personId = await member()
    const { revision } = await call(getPerson, { personId }, registrar)
    await call(updatePerson, { personId, expectedRevision: revision, familyName: 'Nygren' }, registrar)
    const record = await call(getPerson, { personId }, registrar)
    expect(record.familyName).toBe('Nygren')
    expect(record.timeline?.[0]).toMatchObject({
      kind: 'changed',
      detail: { field: 'familyName', after: 'Nygren' },
    })
    expect(
      await refusal(call(updatePerson, { personId, expectedRevision: revision, familyName: 'X' }, registrar)),
    ).toBe('changedMeanwhile')
    expect((await call(listPersons, { words: 'nygren' }, registrar)).persons.length).toBe(1)
  })

  it('has a personal number that is shown whole only when it is asked for', async () => {
    const personId = await member({ personalNumber: '19820411-2380' })
    const record = await call(getPerson, { personId }, registrar)
    expect([record.personalNumber, record.birthDate]).toEqual(['19820411-****', '1982-04-11'])
    expect((await call(revealPersonalNumber, { personId }, registrar)).personalNumber).toBe('19820411-2380')
    expect(await refusal(call(updatePerson, { personId, personalNumber: '19820411-2381' }, registrar))).toBe(
      'person.personalNumber.checkDigit',
    )
  })

  it('keeps ways that once led there', async () => {
    const personId = await member({ contacts: [{ kind: 'email', value: 'gammal@example.org' }] })
    const before = (await call(getPerson, { personId }, registrar)).contacts![0]!
    await call(
      changeContact,
      { personId, contactId: before.id, kind: 'email', value: 'NY@example.org' },
      registrar,
    )
    await call(addContact, { personId, kind: 'phone', value: '0701740613' }, registrar)
    const { contacts } = await call(getPerson, { personId }, registrar)
    expect(contacts?.map(({ value, preferred, validTo }) => [value, preferred, validTo])).toEqual([
      ['+46701740613', true, null],
      ['ny@example.org', true, null],
      ['gammal@example.org', false, '2026-11-22'],
    ])
    expect(await refusal(call(addContact, { personId, kind: 'phone', value: '12' }, registrar))).toBe(
      'contact.phone',
    )
  })
})

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
