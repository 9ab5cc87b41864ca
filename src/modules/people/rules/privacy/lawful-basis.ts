/** Why a record may be kept (GDPR art. 6.1 with 9.2: a member's or former member's inside the movement, else consent). */
export const lawfulBases = [
  'membership',
  'application',
  'consent',
  'contract',
  'legalObligation',
  'publicRole',
] as const
export type LawfulBasis = (typeof lawfulBases)[number]

/** What is known of a person that a basis must rest on. */
export type BasisGrounds = {
  /** Has, or has had, a membership that was approved. */
  memberEver: boolean
  /** Waits for an answer to an application. */
  applied: boolean
  /** Has given a consent that holds. */
  consents: boolean
}

/**
 * What is missing for a record to be kept on a basis, as a message key; null when nothing is. One who has never been a
 * member is kept by consent, by an application while it waits, or for another ground that is not an opinion.
 * @param from the basis that stands
 * @param to the one that is to take its place
 */
export function basisFault(from: LawfulBasis, to: LawfulBasis, grounds: BasisGrounds): string | null {
  if (from === to) return null
  switch (to) {
    case 'membership':
      return grounds.memberEver ? null : 'basis.notAMember'
    case 'application':
      return grounds.applied ? null : 'basis.notApplied'
    case 'consent':
      // A member's record stays by membership: a consent that could be withdrawn would say something untrue.
      if (grounds.memberEver) return 'basis.memberStays'
      return grounds.consents ? null : 'basis.noConsent'
    case 'contract':
    case 'legalObligation':
    case 'publicRole':
      return null
  }
}
