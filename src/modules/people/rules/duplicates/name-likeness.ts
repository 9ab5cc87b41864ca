import { editDistance } from './edit-distance.ts'
import { foldedParts } from './folded-name.ts'
import { areNicknames } from './nicknames.ts'

/** How two names that should be one person's are alike, the most alike first. */
export type NameLikeness =
  | 'same'
  | 'variant'
  | 'swapped'
  | 'givenSame'
  | 'givenVariant'
  | 'familyOnly'
  | 'different'

export type Name = { givenName: string; familyName: string }

type Likeness = 'same' | 'variant' | 'different'

/**
 * Compares whole names: nicknames, spellings, one of a double name, and given and family name in each other's place.
 * A family name that one of them lacks says nothing.
 */
export function nameLikeness(one: Name, other: Name): NameLikeness {
  const [given, family] = [parts(one.givenName, other.givenName), parts(one.familyName, other.familyName)]
  const givenLike = givenLikeness(...given)
  if (family[0].length === 0 || family[1].length === 0) {
    if (givenLike === 'different') return 'different'
    return givenLike === 'same' ? 'givenSame' : 'givenVariant'
  }
  const familyLike = familyLikeness(...family)
  if (givenLike === 'same' && familyLike === 'same') return 'same'
  if (givenLike !== 'different' && familyLike !== 'different') return 'variant'
  const crossed = [givenLikeness(given[0], family[1]), givenLikeness(family[0], given[1])]
  if (crossed.every((like) => like !== 'different')) return 'swapped'
  if (givenLike === 'same') return 'givenSame'
  if (givenLike === 'variant') return 'givenVariant'
  return familyLike === 'different' ? 'different' : 'familyOnly'
}

function parts(one: string, other: string): [readonly string[], readonly string[]] {
  return [foldedParts(one), foldedParts(other)]
}

function givenLikeness(one: readonly string[], other: readonly string[]): Likeness {
  if (one.join(' ') === other.join(' ')) return 'same'
  if (areSpelledAlike(one.join(''), other.join(''))) return 'variant'
  const first = [one[0] ?? '', other[0] ?? ''] as const
  const isFirst = areNicknames(...first) || areSpelledAlike(...first) || isInitial(...first)
  return isFirst || shareAPart(one, other) ? 'variant' : 'different'
}

function familyLikeness(one: readonly string[], other: readonly string[]): Likeness {
  if (one.join(' ') === other.join(' ')) return 'same'
  const isVariant = areSpelledAlike(one.join(''), other.join('')) || shareAPart(one, other)
  return isVariant ? 'variant' : 'different'
}

/** One of them has a double name, and the other only half of it. Of two double names both halves must be alike. */
function shareAPart(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one]
  if (fewer.length === 0) return false
  return fewer.every((part) => part.length > 2 && more.some((each) => areSpelledAlike(part, each)))
}

/** One slip in a word of four letters or more. */
function areSpelledAlike(one: string, other: string): boolean {
  if (one === other) return one !== ''
  const length = Math.min(one.length, other.length)
  if (length < 4 || Math.abs(one.length - other.length) > 1) return false
  return editDistance(one, other) === 1
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other))
}
