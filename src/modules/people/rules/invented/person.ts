import type { Address } from '../contact.ts'
import { daysAfter } from '../days.ts'
import { searchKey } from '../names.ts'
import { inventedMemberships, type InventedMembership } from './history.ts'
import { inventedGivenName, inventedName } from './names.ts'
import { inventedAddress } from './places.ts'
import type { SeededRandom } from './seeded-random.ts'

export type InventedContact =
  | { preferred: boolean; kind: 'email' | 'phone'; value: string }
  | { preferred: boolean; kind: 'address'; address: Address }

export type InventedConsent = {
  purpose: 'newsletter' | 'calls'
  channel: 'email' | 'phone'
  givenOn: string
  withdrawnOn: string | null
}

/** Somebody who does not exist, as the register would know them. */
export type InventedPerson = {
  /** From 0, in the order they are invented. */
  number: number
  /** The number of the record that is of the same person; null for the first record of each. */
  sameAs: number | null
  homeUnitId: string
  protected: boolean
  givenName: string
  familyName: string
  birthDate: string | null
  language: 'sv' | 'en'
  languages: string[]
  accessibility: string
  lawfulBasis: 'membership' | 'application' | 'consent'
  contacts: InventedContact[]
  memberships: InventedMembership[]
  consents: InventedConsent[]
  /** Words of the organisation's own. */
  tags: string[]
  note: string | null
  fields: { key: 'shirtSize' | 'drivesCar'; value: string }[]
}

/** What the invented people live in. */
export type InventedWorld = {
  /** `YYYY-MM-DD`: nothing has happened after it. */
  today: string
  /** No membership began before this day. */
  since: string
  /** The units that keep records: associations. */
  homes: readonly string[]
  /** Units beside geography that some belong to as well. */
  extras: readonly string[]
  /** The telephone number that the `number`th person has; null for none. */
  phoneOf: (number: number, random: SeededRandom) => string | null
}

/** How old people are: in how many of a hundred, and from which age to which. */
const ages: readonly (readonly [weight: number, span: readonly [youngest: number, oldest: number]])[] = [
  [9, [15, 24]],
  [20, [25, 39]],
  [31, [40, 59]],
  [32, [60, 78]],
  [8, [79, 97]],
]

const accessibilityNeeds = ['Hörslinga', 'Material i stor stil', 'Rullstol', 'Teckenspråkstolk']
export const inventedTags = [
  'Affischör',
  'Fikabakare',
  'Valstuga',
  'Studiecirkel',
  'Dörrknackare',
  'Tryckhjälp',
]
const notes = [
  'Ringde och undrade när nästa möte är.',
  'Vill helst bli kontaktad efter klockan 17.',
  'Har lånat ut sin släpvagn till valstugan.',
  'Kan tänka sig att baka till årsmötet.',
  'Har frågat efter en studiecirkel i ekonomi.',
]

/** Invents a person, at home in a unit chosen for them. */
export function inventPerson(random: SeededRandom, world: InventedWorld, number: number): InventedPerson {
  const place = Math.floor(random.next() ** 1.3 * world.homes.length)
  const [youngest, oldest] = random.weighted(ages)
  const birthDate = daysAfter(
    world.today,
    -Math.round((random.whole(youngest, oldest) + random.next()) * 365.25),
  )
  const name = inventedName(random, Number(birthDate.slice(0, 4)))
  return {
    ...name,
    ...aboutMembership(random, world, world.homes[place]!, birthDate),
    number,
    birthDate: random.chance(0.93) ? birthDate : null,
    protected: random.chance(0.005),
    language: name.languages.length > 1 && random.chance(0.3) ? 'en' : 'sv',
    accessibility: random.chance(0.03) ? random.pick(accessibilityNeeds) : '',
    contacts: inventedContacts(random, world, { ...name, number, place }),
  }
}

/** Invents somebody who lives with another: the same address, often the same family name and telephone. */
export function inventHousemate(
  random: SeededRandom,
  world: InventedWorld,
  mate: InventedPerson,
  number: number,
): InventedPerson {
  // About as old, or a generation apart.
  const from = mate.birthDate ?? '1980-06-15'
  const years = random.chance(0.6) ? random.whole(-6, 6) : random.whole(17, 38)
  const youngest = daysAfter(world.today, -15 * 366)
  const turned = daysAfter(from, years * 365 + random.whole(0, 364))
  const older = daysAfter(from, -Math.abs(years) * 365 - random.whole(0, 364))
  // Some are twins.
  const birthDate = random.chance(0.03) ? from : turned < youngest ? turned : older
  const born = Number(birthDate.slice(0, 4))
  const familyName = random.chance(0.75) ? mate.familyName : inventedName(random, born).familyName
  let givenName = inventedGivenName(random, born)
  while (givenName === mate.givenName) givenName = inventedGivenName(random, born)
  const place = world.homes.indexOf(mate.homeUnitId)
  const own = inventedContacts(random, world, { givenName, familyName, number, place })
  const shared = mate.contacts.filter(
    (contact) => contact.kind === 'address' || random.chance(contact.kind === 'phone' ? 0.25 : 0.05),
  )
  const kinds = new Set(shared.map((contact) => contact.kind))
  return {
    ...aboutMembership(random, world, mate.homeUnitId, birthDate),
    number,
    givenName,
    familyName,
    languages: mate.languages,
    birthDate: random.chance(0.93) ? birthDate : null,
    protected: mate.protected,
    language: mate.language,
    accessibility: '',
    contacts: [...shared, ...own.filter((contact) => !kinds.has(contact.kind))],
  }
}

function inventedContacts(
  random: SeededRandom,
  world: InventedWorld,
  who: { givenName: string; familyName: string; number: number; place: number },
): InventedContact[] {
  const contacts: InventedContact[] = []
  if (random.chance(0.86)) contacts.push({ kind: 'email', value: emailOf(random, who), preferred: true })
  const phone = world.phoneOf(who.number, random)
  if (phone) contacts.push({ kind: 'phone', value: phone, preferred: true })
  if (random.chance(0.93)) {
    contacts.push({ kind: 'address', address: inventedAddress(random, who.place), preferred: true })
  }
  return contacts
}

/** An address of a domain that never gets mail. */
export function emailOf(
  random: SeededRandom,
  { givenName, familyName, number }: { givenName: string; familyName: string; number: number },
): string {
  const [given, family] = [givenName, familyName].map((name) =>
    searchKey(name)
      .replaceAll(/[^a-z0-9-]+/g, '.')
      .replaceAll(/^[.-]+|[.-]+$/g, ''),
  )
  const local = random.weighted([
    [6, `${given}.${family}${number}`],
    [2, `${family}${number}`],
    [1, `${given!.slice(0, 1)}${family}.${number}`],
  ])
  return `${local}@example.org`
}

function aboutMembership(random: SeededRandom, world: InventedWorld, homeUnitId: string, birthDate: string) {
  const { today, since, homes, extras } = world
  const isContact = random.chance(0.02)
  const memberships = isContact
    ? []
    : inventedMemberships(random, { today, since, birthDate, homeUnitId, homes, extras })
  const first = memberships[0]?.from ?? daysAfter(today, -random.whole(1, 400))
  const consents: InventedConsent[] = (['newsletter', 'calls'] as const)
    .filter((purpose) => isContact || random.chance(purpose === 'newsletter' ? 0.55 : 0.2))
    .map((purpose) => ({
      purpose,
      channel: purpose === 'calls' ? 'phone' : 'email',
      givenOn: first,
      withdrawnOn: random.chance(0.08) ? today : null,
    }))
  const isActive = memberships.some(({ status, to }) => status === 'active' && to === null)
  return {
    sameAs: null,
    homeUnitId,
    lawfulBasis: isContact
      ? 'consent'
      : memberships.length === 1 && memberships[0]!.status === 'applied'
        ? 'application'
        : 'membership',
    memberships,
    consents,
    tags: isActive && random.chance(0.14) ? [random.pick(inventedTags)] : [],
    note: isActive && random.chance(0.05) ? random.pick(notes) : null,
    fields: [
      ...(isActive && random.chance(0.15)
        ? [{ key: 'shirtSize' as const, value: random.pick(['S', 'M', 'L', 'XL']) }]
        : []),
      ...(isActive && random.chance(0.1) ? [{ key: 'drivesCar' as const, value: 'yes' }] : []),
    ],
  } satisfies Partial<InventedPerson>
}
