import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressLine } from '../contact.ts'
import { inventPeople } from '../invented/people.ts'
import type { InventedPerson } from '../invented/person.ts'
import { foldedParts } from './folded-name.ts'
import { almostSure, scorePair, worthALook, type PersonFacts } from './score-pair.ts'

const facts: PersonFacts = {
  givenName: 'Karl',
  familyName: 'Exempelsson',
  birthDate: '1980-03-11',
  emails: ['karl.exempel@example.org'],
  phones: ['+46701740605'],
  addresses: ['Sagovägen 1, 990 00 Exempelby'],
  personalNumberHash: null,
}
const unknown = { birthDate: null, emails: [], phones: [], addresses: [] }
const elsewhere = {
  emails: ['other@example.org'],
  phones: ['+46701740699'],
  addresses: ['Rimstuna 2, 990 10 Dimvik'],
}

describe('a pair', () => {
  it.each<[string, Partial<PersonFacts>, Partial<PersonFacts>, boolean]>([
    ['everything the same', {}, {}, true],
    ['a nickname', { givenName: 'Kalle' }, {}, true],
    ['another spelling', { givenName: 'Carl', familyName: 'Exempelson' }, {}, true],
    ['one of a double name', { givenName: 'Karl-Erik' }, { birthDate: null }, true],
    ['names in each other’s place', { givenName: 'Exempelsson', familyName: 'Karl' }, {}, true],
    ['name and day of birth, all else changed', elsewhere, {}, true],
    ['name and address, day of birth unknown', { ...unknown, addresses: facts.addresses }, {}, true],
    [
      'a new family name and a new address',
      { familyName: 'Påhittdal', addresses: elsewhere.addresses },
      {},
      true,
    ],
    ['day and month in each other’s place', { birthDate: '1980-11-03' }, { emails: [] }, true],
    ['one digit wrong', { birthDate: '1981-03-11' }, { emails: [], phones: [] }, true],
    [
      'the same personal number',
      { personalNumberHash: 'x', birthDate: '1980-11-03' },
      { personalNumberHash: 'x' },
      true,
    ],
    ['name alone', unknown, {}, false],
    ['namesakes', { ...elsewhere, birthDate: '1955-07-30' }, {}, false],
    ['father and son of one name', { birthDate: '1950-10-29', emails: [] }, {}, false],
    ['spouses', { givenName: 'Ingrid', birthDate: '1981-09-02' }, {}, false],
    ['spouses with a shared e-mail, days unknown', { givenName: 'Ingrid', birthDate: null }, {}, false],
    ['twins who share everything', { givenName: 'Ingrid' }, {}, false],
    ['given name and day of birth of strangers', { ...elsewhere, familyName: 'Påhittdal' }, {}, false],
    [
      'two personal numbers',
      { personalNumberHash: 'x', birthDate: null },
      { personalNumberHash: 'y' },
      false,
    ],
  ])('%s', (_, one, other, expected) => {
    expect(scorePair({ ...facts, ...one }, { ...facts, ...other }).score >= worthALook).toBe(expected)
  })

  it('says why, the weightiest first', () => {
    const { reasons } = scorePair(facts, { ...facts, givenName: 'Kalle', phones: ['+46701740699'] })
    expect(reasons).toEqual([
      { key: 'birthDate.same', points: 13 },
      { key: 'name.variant', points: 10 },
      { key: 'email.same', points: 10 },
      { key: 'address.same', points: 7 },
      { key: 'phone.different', points: -2 },
    ])
  })
})

const few = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 })
const anyFacts: fc.Arbitrary<PersonFacts> = fc.record({
  givenName: fc.oneof(
    fc.constantFrom('Karl', 'Kalle', 'Carl-Erik', 'Anna', 'K', 'Exempelsson'),
    fc.string({ minLength: 1 }),
  ),
  familyName: fc.oneof(fc.constantFrom('Exempelsson', 'Exempelson', 'Karl', '', 'Prov Dal'), fc.string()),
  birthDate: fc.constantFrom(null, '1980-03-11', '1980-11-03', '1981-03-11', '1955-01-01'),
  emails: few('anna.k@example.org', 'anna.k@post.example.org', 'b@example.org'),
  phones: few('+46701740605', '+46701740606'),
  addresses: few('A 1', 'B 2'),
  personalNumberHash: fc.constantFrom(null, 'x', 'y'),
})

describe('the score', () => {
  it('is the same both ways, between 0 and 1', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (one, other) => {
        const { score, reasons } = scorePair(one, other)
        expect(scorePair(other, one)).toEqual({ score, reasons })
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is never lowered by making equal what was not', () => {
    const groups: (keyof PersonFacts)[][] = [
      ['givenName', 'familyName'],
      ['birthDate'],
      ['emails'],
      ['phones'],
      ['addresses'],
      ['personalNumberHash'],
    ]
    fc.assert(
      fc.property(anyFacts, anyFacts, fc.constantFrom(...groups), (one, other, group) => {
        const equal = { ...other, ...Object.fromEntries(group.map((field) => [field, one[field]])) }
        expect(scorePair(one, equal).score).toBeGreaterThanOrEqual(scorePair(one, other).score)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('on invented people', () => {
  it('finds nearly all who have two records, and hardly anybody else', () => {
    const people = [
      ...inventPeople({
        seed: 7,
        count: 8000,
        today: '2026-11-22',
        since: '2004-01-01',
        homes: Array.from({ length: 40 }, (_, number) => `home-${number}`),
        extras: [],
        phones: 'impossible',
      }),
    ]
    const counts = { found: 0, wrong: 0, missed: 0, sure: 0, sureWrong: 0 }
    for (const [one, other] of pairsWithSomethingEqual(people)) {
      const isSame = other.sameAs === one.number
      const { score } = scorePair(factsOf(one), factsOf(other))
      if (score >= worthALook) counts[isSame ? 'found' : 'wrong'] += 1
      if (score >= almostSure) counts[isSame ? 'sure' : 'sureWrong'] += 1
    }
    counts.missed = people.filter(({ sameAs }) => sameAs !== null).length - counts.found
    const precision = counts.found / (counts.found + counts.wrong)
    const recall = counts.found / (counts.found + counts.missed)
    // oxlint-disable-next-line no-console -- the figures are asked for
    console.log(JSON.stringify({ ...counts, precision, recall }))
    expect(precision).toBeGreaterThan(0.95)
    expect(recall).toBeGreaterThan(0.93)
    expect(counts.sureWrong / counts.sure).toBeLessThan(0.02)
  })
})

function factsOf({ givenName, familyName, birthDate, contacts }: InventedPerson): PersonFacts {
  const values = (kind: 'email' | 'phone') =>
    contacts.flatMap((contact) =>
      contact.kind !== 'address' && contact.kind === kind ? [contact.value] : [],
    )
  const addresses = contacts.flatMap((contact) =>
    contact.kind === 'address' ? [addressLine(contact.address)] : [],
  )
  return {
    givenName,
    familyName,
    birthDate,
    emails: values('email'),
    phones: values('phone'),
    addresses,
    personalNumberHash: null,
  }
}

/** Every pair that has a day of birth, both names or a way to reach them in common. */
function pairsWithSomethingEqual(people: readonly InventedPerson[]): [InventedPerson, InventedPerson][] {
  const blocks = new Map<string, InventedPerson[]>()
  for (const person of people) {
    const { birthDate, emails, phones, addresses } = factsOf(person)
    const names = [...foldedParts(person.givenName), ...foldedParts(person.familyName)].toSorted().join(' ')
    const keys = [birthDate, names, ...emails, ...phones, ...addresses]
    for (const key of new Set(keys)) if (key) blocks.set(key, [...(blocks.get(key) ?? []), person])
  }
  const pairs = new Map<string, [InventedPerson, InventedPerson]>()
  for (const block of blocks.values()) {
    for (const [at, one] of block.entries()) {
      for (const other of block.slice(at + 1)) pairs.set(`${one.number} ${other.number}`, [one, other])
    }
  }
  return [...pairs.values()]
}
