import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#platform/access/roles.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { Problem } from '#platform/operations/problem.ts'
import { addContact } from './add-contact.ts'
import { addNote } from './add-note.ts'
import { changeContact } from './change-contact.ts'
import { createPerson } from './create-person.ts'
import { createTag } from './create-tag.ts'
import { getPerson } from './get-person.ts'
import { listPersons } from './list-persons.ts'
import { listTags } from './list-tags.ts'
import { revealPersonalNumber } from './reveal-personal-number.ts'
import { setMembership } from './set-membership.ts'
import { tagPerson } from './tag-person.ts'
import { updatePerson } from './update-person.ts'
import { openTestRegister, refusal, type TestRegister } from './test-register.ts'

let register: TestRegister
let organisation: TestRegister['organisation']
let one: string
let other: string
let registrar: Caller
let call: TestRegister['call']
let trusted: TestRegister['trusted']
let create: TestRegister['create']
let member: TestRegister['member']

beforeAll(async () => {
  register = await openTestRegister()
  ;({ organisation, one, other, registrar, call, trusted, create, member } = register)
})
afterAll(() => register.close())

/** Who is found by these words. */
const found = async (words: string, caller = registrar) =>
  (await call(listPersons, { words }, caller)).persons.map((person) => person.id)

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
    const ofTag = async (counted: boolean) =>
      (await call(listTags, { counted }, registrar)).tags.find((tag) => tag.id === tagId)?.persons
    expect(await ofTag(true)).toBe(1)
    expect(await ofTag(false)).toBeNull()
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
