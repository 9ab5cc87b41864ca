/**
 * What premises can have for those who come, in the order it is asked: for families, for getting in, for hearing and
 * seeing, for resting. The same list for every organisation, so that a search finds the same thing everywhere; what it
 * does not say is written as a remark.
 */
export const venueAttributes = [
  'childFriendly',
  'changingTable',
  'stepFree',
  'automaticDoor',
  'lift',
  'accessibleToilet',
  'accessibleParking',
  'publicTransport',
  'hearingLoop',
  'microphone',
  'tactileSigns',
  'assistanceDogs',
  'quietRoom',
  'fragranceFree',
] as const

export type VenueAttribute = (typeof venueAttributes)[number]

/** Those of some words that are attributes, each once, in the list's own order. */
export function attributesAmong(words: readonly string[]): VenueAttribute[] {
  return venueAttributes.filter((attribute) => words.includes(attribute))
}
