import { describe, expect, it } from 'vitest'
import { ageOn } from '../age.ts'
import { readEmail, readPhone, readPostalCode } from '../contact.ts'
import { mayBecome } from '../membership.ts'
import type { InventedContact } from './person.ts'
import { inventPeople, type InventedPeopleOptions } from './people.ts'
import { reservedPhoneNumbers } from './phone-numbers.ts'

const options: InventedPeopleOptions = {
  seed: 1,
  count: 4000,
  today: '2026-11-22',
  since: '2004-01-01',
  homes: Array.from({ length: 12 }, (_, number) => `home-${number}`),
  extras: ['extra-0', 'extra-1'],
}
const people = [...inventPeople(options)]
const shareOf = (fits: (person: (typeof people)[number]) => boolean) =>
  people.filter(fits).length / people.length

describe('invented people', () => {
  it('are the same each time, and others with another seed', () => {
    expect([...inventPeople(options)]).toEqual(people)
    expect([...inventPeople({ ...options, seed: 2 })]).not.toEqual(people)
  })

  it('are as old as members are', () => {
    const ages = people.flatMap(({ birthDate }) => (birthDate ? [ageOn(birthDate, options.today)] : []))
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(13)
    expect(Math.max(...ages)).toBeLessThan(110)
    expect(ages.filter((age) => age >= 65).length / ages.length).toBeGreaterThan(0.2)
    expect(ages.filter((age) => age < 30).length / ages.length).toBeGreaterThan(0.1)
  })

  it('are reached where nobody is reached', () => {
    const contacts = people.flatMap((person) => person.contacts)
    const reserved = new Set(reservedPhoneNumbers)
    const reachesNobody = (contact: InventedContact) => {
      if (contact.kind === 'phone') return reserved.has(contact.value)
      if (contact.kind === 'address') {
        const { postalCode } = contact.address
        return readPostalCode(postalCode) === postalCode && postalCode >= '990 00'
      }
      return readEmail(contact.value) === contact.value && /@(post\.)?example\.org$/.test(contact.value)
    }
    expect(contacts.filter((contact) => !reachesNobody(contact))).toEqual([])
    expect(reservedPhoneNumbers).toHaveLength(495)
    expect(reservedPhoneNumbers.filter((number) => readPhone(number) !== number)).toEqual([])
  })

  it('have memberships that follow one another', () => {
    for (const { memberships, homeUnitId } of people) {
      const home = memberships.filter(({ kind }) => kind === 'home')
      expect(home.at(-1)?.unitId ?? homeUnitId).toBe(homeUnitId)
      expect(home.at(-1)?.to ?? null).toBeNull()
      for (const [at, row] of home.entries()) {
        expect(row.from <= (row.to ?? options.today)).toBe(true)
        const next = home[at + 1]
        if (!next) continue
        expect(row.to! < next.from).toBe(true)
        expect(next.status === row.status || mayBecome(row.status, next.status)).toBe(true)
      }
      const open = memberships.filter(({ to }) => to === null).map(({ unitId }) => unitId)
      expect(new Set(open).size).toBe(open.length)
    }
  })

  it('are of many sorts', () => {
    expect(
      shareOf(({ memberships }) => memberships.some(({ status }) => status === 'lapsed')),
    ).toBeGreaterThan(0.04)
    expect(shareOf(({ memberships }) => memberships.some(({ kind }) => kind === 'extra'))).toBeGreaterThan(
      0.05,
    )
    expect(shareOf((person) => person.protected)).toBeGreaterThan(0.001)
    expect(shareOf(({ sameAs }) => sameAs !== null)).toBeGreaterThan(0.015)
    expect(shareOf(({ consents }) => consents.length > 0)).toBeGreaterThan(0.4)
    expect(shareOf(({ languages }) => languages.length > 1)).toBeGreaterThan(0.05)
    expect(
      shareOf(({ note, fields, tags }) => note !== null || fields.length > 0 || tags.length > 0),
    ).toBeGreaterThan(0.1)
  })

  it('say of which record a second one is', () => {
    for (const second of people.filter(({ sameAs }) => sameAs !== null)) {
      expect(people[second.sameAs!]!.sameAs).toBeNull()
      expect(second.number).toBeGreaterThan(second.sameAs!)
    }
  })
})
