import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../../../../../tests/support/test-office.ts'
import { listMembers } from './list-members.ts'
import { listPersons } from './list-persons.ts'
import { setMembership } from './set-membership.ts'
import { openTestRegister, type TestRegister } from './test-register.ts'
import { updatePerson } from './update-person.ts'

const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

describe('a name as it is put in order', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await openTestOffice()
  })
  afterAll(() => office.close())

  const orders = async (names: readonly string[]) => {
    const { rows } = await office.application.database.pool.query<{ key: string }>(
      'select people.order_of(name) as key from unnest($1::text[]) with ordinality as given (name, number) order by number',
      [names],
    )
    return rows.map((row) => row.key)
  }
  const inOrder = async (names: readonly string[]) => {
    const keys = await orders(names)
    return names.toSorted((one, other) => byBytes(keys[names.indexOf(one)]!, keys[names.indexOf(other)]!))
  }

  it.each([
    ['å, ä and ö come last', ['Adelsköld', 'Zorn', 'Åberg', 'Ärlig', 'Öberg']],
    ['also inside a name', ['Bark', 'Bask', 'Bårk', 'Bärk', 'Börk']],
    ['v and w are one letter', ['Vahlin', 'Wallin', 'Valström', 'Vasa', 'Wåhlin']],
    ['ü is y, æ is ä, ø is ö', ['Mylén', 'Müller', 'Myr', 'Ærlig', 'Ärling', 'Ødegård', 'Ögren']],
    ['other marks do not matter', ['Ek', 'Élan', 'Elander', 'Łaska', 'Lind', 'Nuñez', 'Nyman']],
    ['word for word, a hyphen is a blank', ['Berg Ek', 'Berg-Lund', 'Berg–Öman', 'Berga', 'Bergman']],
    ['capitals and signs do not matter', ['dahl', "D'Amico", 'DAN', 'de Prov', 'Degerman']],
    ['other letters come after ours', ['Öberg', 'Γεωργίου', 'иванов', 'Петров', 'عمر']],
  ])('%s', async (_, names) => {
    expect(await inOrder(names.toReversed())).toEqual(names)
  })

  it.each([
    ['Wallin', 'vallin'],
    ['Å', '{'],
    ['A\u030asa', '{sa'],
    ["O'Prov", 'oprov'],
    ['  von   Ek ', 'von ek'],
    ['{Prov}', 'prov'],
    ['–', ''],
    ['🌻', '🌻'],
  ])('%s is kept as “%s”', async (name, key) => expect(await orders([name])).toEqual([key]))

  it('is that of Swedish where that has one order', async () => {
    const letters = [...'abcdefghijklmnopqrstuvxyzåäö']
    const names = letters.flatMap((one) => letters.map((other) => `B${one}${other}son`))
    const swedish = new Intl.Collator('sv')
    expect(await inOrder(names.toReversed())).toEqual(
      names.toSorted((one, other) => swedish.compare(one, other)),
    )
  })
})

describe('the register in its order', () => {
  let register: TestRegister
  beforeAll(async () => {
    register = await openTestRegister()
  })
  afterAll(() => register.close())

  const names = ['Berg', 'Zorn', 'Åberg', 'Ärlig', 'Öberg']

  it('is read page by page, and so are the members of a unit', async () => {
    const { call, registrar, member, one } = register
    for (const familyName of ['Öberg', 'Åberg', 'Berg', 'Ärlig']) await member({ familyName })
    // Who has one name stands under it.
    await member({ givenName: 'Zorn', familyName: '' })
    const persons: string[] = []
    let after: string | null = null
    do {
      const page: { persons: { familyName: string; givenName: string }[]; next: string | null } = await call(
        listPersons,
        { limit: 2, ...(after ? { after } : {}) },
        registrar,
      )
      persons.push(...page.persons.map((person) => person.familyName || person.givenName))
      after = page.next
    } while (after)
    expect(persons).toEqual(names)
    const members: string[] = []
    do {
      const page: { members: { name: string }[]; next: string | null } = await call(
        listMembers,
        { unitId: one, limit: 2, ...(after ? { after } : {}) },
        registrar,
      )
      members.push(...page.members.map((person) => person.name.replace('Prov ', '')))
      after = page.next
    } while (after)
    expect(members).toEqual(names)
  })

  it('follows a name that is changed, and counts anew what has changed', async () => {
    const { call, registrar, member, one } = register
    const personId = await member({ familyName: 'Aas' })
    const before = await call(listPersons, {}, registrar)
    expect(before.persons[0]!.id).toBe(personId)
    await call(updatePerson, { personId, familyName: 'Öström', expectedRevision: 1 }, registrar)
    await call(
      setMembership,
      { personId, unitId: one, kind: 'home', status: 'lapsed', from: '2026-11-22' },
      registrar,
    )
    const later = await call(listPersons, {}, registrar)
    expect(later.persons.at(-1)!.id).toBe(personId)
    expect(later.counts).toEqual({
      ...before.counts,
      active: before.counts.active - 1,
      lapsed: before.counts.lapsed + 1,
    })
    // Asked once more, nothing having changed: what was counted holds.
    expect((await call(listPersons, { limit: 1 }, registrar)).counts).toEqual(later.counts)
    expect(await call(listPersons, { standing: 'excluded' }, registrar)).toMatchObject({
      persons: [],
      next: null,
    })
    expect((await call(listPersons, { standing: 'lapsed' }, registrar)).persons.map(({ id }) => id)).toEqual([
      personId,
    ])
  })
})
