/** What somebody is recognised by. Names as search keys, an address of e-mail in small letters, a number as E.164. */
export type Recognised = {
  givenKey: string
  familyKey: string
  emails: readonly string[]
  phones: readonly string[]
  birthDate: string | null
}

export const sameSigns = ['email', 'phone', 'nameAndBirthDate', 'name'] as const
/** In what two records are alike. `name` alone is no sign; it only makes others surer. */
export type SameSign = (typeof sameSigns)[number]

/** In what two are alike; nothing when only the name is. */
export function signsOfSame(one: Recognised, other: Recognised): SameSign[] {
  const name = one.givenKey === other.givenKey && one.familyKey === other.familyKey && one.givenKey !== ''
  const signs: SameSign[] = []
  if (one.emails.some((email) => other.emails.includes(email))) signs.push('email')
  if (one.phones.some((phone) => other.phones.includes(phone))) signs.push('phone')
  if (name && one.birthDate !== null && one.birthDate === other.birthDate) signs.push('nameAndBirthDate')
  if (signs.length === 0) return []
  return name ? [...signs, 'name'] : signs
}

/**
 * Is it so likely the same person that somebody must look before another record is made? A family may share an address or a
 * telephone; with the same name on top it is hardly two people.
 */
export function mustBeLookedAt(signs: readonly SameSign[]): boolean {
  return signs.includes('nameAndBirthDate') || (signs.includes('name') && signs.length > 1)
}
