import { daysAfter } from '../days.ts'
import { inventedFamilyName } from './names.ts'
import { emailOf, type InventedContact, type InventedPerson, type InventedWorld } from './person.ts'
import { inventedAddress } from './places.ts'
import type { SeededRandom } from './seeded-random.ts'

type Change = (random: SeededRandom, person: InventedPerson, world: InventedWorld) => InventedPerson

const calledInstead: Record<string, string> = {
  Karl: 'Kalle',
  Lars: 'Lasse',
  Nils: 'Nisse',
  Bengt: 'Benke',
  Margareta: 'Greta',
  Birgitta: 'Gittan',
  Gunilla: 'Nilla',
  Anders: 'Adde',
  Fredrik: 'Fredde',
  Mikael: 'Micke',
  Kristina: 'Kicki',
  Katarina: 'Kattis',
  Johan: 'Johnny',
  Stefan: 'Steffe',
  Magnus: 'Mange',
  Mattias: 'Matte',
  Susanne: 'Sussi',
  Camilla: 'Millan',
  Viktor: 'Vicke',
  William: 'Wille',
  Oscar: 'Ogge',
  Filip: 'Fille',
}

/** How one person comes to have two records, and how often. */
const changes: readonly (readonly [weight: number, change: Change])[] = [
  [3, nickname],
  [4, otherSpelling],
  [2, withoutMarks],
  [2, halfOfDoubleName],
  [2, swappedNames],
  [3, otherFamilyName],
  [4, otherEmail],
  [2, swappedDayAndMonth],
  [2, oneDigitOff],
  [3, withoutBirthDate],
  [3, moved],
  [2, (_, person) => person],
]

/**
 * A second record of the same person, as they come about: written by somebody else, years later, on a paper form.
 * @param number the second record's own
 */
export function secondRecord(
  random: SeededRandom,
  first: InventedPerson,
  world: InventedWorld,
  number: number,
): InventedPerson {
  const fewer: InventedPerson = {
    ...first,
    number,
    sameAs: first.number,
    // Who writes it down the second time often knows less.
    contacts: first.contacts.filter(() => random.chance(0.85)),
    memberships: first.memberships.filter((each) => each.kind === 'home' && each.to === null),
    tags: [],
    note: null,
    fields: [],
  }
  const once = random.weighted(changes)(random, fewer, world)
  return random.chance(0.3) ? random.weighted(changes)(random, once, world) : once
}

function nickname(random: SeededRandom, person: InventedPerson): InventedPerson {
  const other = calledInstead[person.givenName]
  return other ? { ...person, givenName: other } : otherSpelling(random, person)
}

function otherSpelling(random: SeededRandom, person: InventedPerson): InventedPerson {
  const respelled = (name: string) => {
    const ways: [RegExp, string][] = [
      [/kv/, 'qv'],
      [/ström/, 'strøm'],
      [/^Kar/, 'Car'],
      [/ss/, 's'],
      [/gren$/, 'grén'],
      [/^Kri/, 'Chri'],
      [/([lmnrt])\1/, '$1'],
      [/([aeiou])([lmnrt])([aeiou])/, '$1$2$2$3'],
      [/ks|x/, 'kz'],
    ]
    const possible = ways.filter(([from]) => from.test(name))
    if (possible.length === 0) return typedWrong(random, name)
    const [from, to] = random.pick(possible)
    return name.replace(from, to)
  }
  return random.chance(0.5)
    ? { ...person, givenName: respelled(person.givenName) }
    : { ...person, familyName: respelled(person.familyName) }
}

/** Two letters beside each other in the wrong order. */
function typedWrong(random: SeededRandom, name: string): string {
  if (name.length < 4) return `${name}${name.at(-1)}`
  const at = random.whole(1, name.length - 3)
  return `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`
}

function withoutMarks(_: SeededRandom, person: InventedPerson): InventedPerson {
  return { ...person, givenName: plainLetters(person.givenName), familyName: plainLetters(person.familyName) }
}

function plainLetters(name: string): string {
  return name.replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o').replaceAll(/[ÅÄ]/g, 'A').replaceAll('Ö', 'O')
}

function halfOfDoubleName(random: SeededRandom, person: InventedPerson): InventedPerson {
  const double = /[- ]/.test(person.givenName)
  return double
    ? { ...person, givenName: person.givenName.split(/[- ]/)[0]! }
    : { ...person, givenName: `${person.givenName} ${random.pick(['Maria', 'Erik', 'Karin', 'Olof'])}` }
}

function swappedNames(_: SeededRandom, person: InventedPerson): InventedPerson {
  return { ...person, givenName: person.familyName, familyName: person.givenName }
}

function otherFamilyName(random: SeededRandom, person: InventedPerson): InventedPerson {
  return { ...person, familyName: inventedFamilyName(random) }
}

function otherEmail(random: SeededRandom, person: InventedPerson): InventedPerson {
  const own = person.contacts.find((contact) => contact.kind === 'email')
  const sameName = own?.kind === 'email' && random.chance(0.4)
  const value = sameName
    ? own.value.replace('@example.org', '@post.example.org')
    : emailOf(random, { ...person, number: 900_000 + person.number })
  const email: InventedContact = { kind: 'email', value, preferred: true }
  return { ...person, contacts: [email, ...person.contacts.filter(({ kind }) => kind !== 'email')] }
}

function swappedDayAndMonth(
  random: SeededRandom,
  person: InventedPerson,
  world: InventedWorld,
): InventedPerson {
  const [year, month, day] = person.birthDate?.split('-') ?? []
  if (!year || Number(day) > 12 || day === month) return oneDigitOff(random, person, world)
  return { ...person, birthDate: `${year}-${day}-${month}` }
}

function oneDigitOff(random: SeededRandom, person: InventedPerson, world: InventedWorld): InventedPerson {
  if (!person.birthDate) return otherEmail(random, person)
  const years = random.pick([-10, -1, 1, 10])
  const year = Number(person.birthDate.slice(0, 4)) + years
  const day = `${year}${person.birthDate.slice(4)}`
  const isReal = daysAfter(day, 0) === day && day < daysAfter(world.today, -15 * 366)
  return {
    ...person,
    birthDate: isReal ? day : daysAfter(person.birthDate, person.birthDate.endsWith('1') ? 1 : -1),
  }
}

function withoutBirthDate(_: SeededRandom, person: InventedPerson): InventedPerson {
  return { ...person, birthDate: null }
}

function moved(random: SeededRandom, person: InventedPerson, world: InventedWorld): InventedPerson {
  const place = random.whole(0, world.homes.length - 1)
  const homeUnitId = world.homes[place]!
  const address: InventedContact = {
    kind: 'address',
    address: inventedAddress(random, place),
    preferred: true,
  }
  return {
    ...person,
    homeUnitId,
    contacts: [...person.contacts.filter(({ kind }) => kind !== 'address'), address],
    memberships: person.memberships.map((each) => ({ ...each, unitId: homeUnitId })),
  }
}
