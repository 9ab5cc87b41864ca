import { birthDateLikeness, type BirthDateLikeness } from './birth-date-likeness.ts'
import { nameLikeness, type NameLikeness } from './name-likeness.ts'

/** What is compared of a person. */
export type PersonFacts = {
  givenName: string
  familyName: string
  /** `YYYY-MM-DD` */
  birthDate: string | null
  emails: readonly string[]
  phones: readonly string[]
  /** Each in one line. */
  addresses: readonly string[]
  personalNumberHash: string | null
}

/** What was found in one respect, and whether it speaks for one person or against it. A sentence stands in messages. */
export type DuplicateReason = {
  key:
    | `name.${NameLikeness}`
    | `birthDate.${Exclude<BirthDateLikeness, 'unknown'>}`
    | 'email.same'
    | 'email.sameName'
    | 'email.different'
    | 'phone.same'
    | 'phone.different'
    | 'address.same'
    | 'address.different'
    | 'personalNumber.same'
    | 'personalNumber.different'
  /** Positive for one person, negative for two. */
  points: number
}

/**
 * How much each finding says, about in bits: a day of birth that agrees by chance is one of some thousand, a name one of
 * some thousand, while an address or a telephone is shared by those who live together. Measured in score-pair.test.ts.
 */
const points = {
  'name.same': 12,
  'name.variant': 10,
  'name.swapped': 10,
  'name.givenSame': 3,
  'name.givenVariant': 0,
  // Those who live together: so much against that all they share cannot outweigh it, not even for twins.
  'name.familyOnly': -24,
  'name.different': -26,
  'birthDate.same': 13,
  'birthDate.swapped': 10,
  'birthDate.near': 7,
  'birthDate.different': -12,
  'email.same': 10,
  'email.sameName': 5,
  'email.different': -1,
  'phone.same': 8,
  'phone.different': -2,
  'address.same': 7,
  'address.different': -2,
  'personalNumber.same': 60,
  'personalNumber.different': -30,
} as const satisfies Record<DuplicateReason['key'], number>

/** So many points are as likely one person as two. */
const even = 16.5
/** So many more, and two persons become a third as likely. */
const slope = 3

/** From here on a pair is worth a look. */
export const worthALook = 0.5
/** From here on it is almost surely one person. */
export const almostSure = 0.9

export type PairScore = {
  /** From 0, two persons for certain, to 1, one person for certain. */
  score: number
  /** The weightiest first. */
  reasons: DuplicateReason[]
}

/**
 * How likely it is that two records are of one person, and why. It is the same whichever record comes first, and making
 * anything equal that was not never lowers it.
 */
export function scorePair(one: PersonFacts, other: PersonFacts): PairScore {
  const birthDate = birthDateLikeness(one.birthDate, other.birthDate)
  const keys: (DuplicateReason['key'] | null)[] = [
    `name.${nameLikeness(one, other)}`,
    birthDate === 'unknown' ? null : `birthDate.${birthDate}`,
    emailKey(one.emails, other.emails),
    setKey('phone', one.phones, other.phones),
    setKey('address', one.addresses, other.addresses),
    setKey('personalNumber', asSet(one.personalNumberHash), asSet(other.personalNumberHash)),
  ]
  const reasons = keys
    .filter((key) => key !== null)
    .map((key) => ({ key, points: points[key] }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const total = reasons.reduce((sum, reason) => sum + reason.points, 0)
  return { score: 1 / (1 + Math.exp((even - total) / slope)), reasons }
}

function setKey<Kind extends 'phone' | 'address' | 'personalNumber'>(
  kind: Kind,
  one: readonly string[],
  other: readonly string[],
): `${Kind}.${'same' | 'different'}` | null {
  if (one.length === 0 || other.length === 0) return null
  return one.some((value) => other.includes(value)) ? `${kind}.same` : `${kind}.different`
}

function emailKey(one: readonly string[], other: readonly string[]) {
  if (one.length === 0 || other.length === 0) return null
  if (one.some((value) => other.includes(value))) return 'email.same'
  const names = new Set(one.map(localPart))
  return other.some((value) => localPart(value).length >= 5 && names.has(localPart(value)))
    ? 'email.sameName'
    : 'email.different'
}

/** What stands before the @. */
function localPart(email: string): string {
  return email.slice(0, email.indexOf('@'))
}

function asSet(value: string | null): string[] {
  return value === null ? [] : [value]
}
