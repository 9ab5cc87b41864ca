/** What those who keep the register did by hand for the members who joined in a time. */
export type RegistryWork = {
  /** For each who was approved: how many were approved in the same stroke, themselves included. */
  approvedTogether: readonly number[]
  /** Members who were written in by hand, one by one. */
  byHand: number
  /** Changes that somebody else made in a new member's record during their first days. */
  corrections: number
}

/**
 * How many steps by hand each new member took: one approved together with nine others took a tenth of one, one written in by hand
 * took one, and what had to be put right afterwards is counted too.
 * @returns null where nobody joined
 */
export function registrySteps({ approvedTogether, byHand, corrections }: RegistryWork): {
  joined: number
  approvals: number
  perJoin: number | null
} {
  const joined = approvedTogether.length + byHand
  const shares = approvedTogether.reduce((sum, together) => sum + 1 / together, 0)
  const steps = shares + byHand + corrections
  return {
    joined,
    approvals: Math.round(shares * 10) / 10,
    perJoin: joined === 0 ? null : Math.round((steps / joined) * 100) / 100,
  }
}
