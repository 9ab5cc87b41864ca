export const homeWays = ['set', 'chosen', 'postalCode'] as const
/** How a joiner's home unit is found: it is set, they choose it, or their postal code tells. */
export type HomeWay = (typeof homeWays)[number]

export const pageStates = ['open', 'notYet', 'ended', 'full', 'closed'] as const
export type PageState = (typeof pageStates)[number]

export type PageTerms = {
  /** First and last day, `YYYY-MM-DD`; without a last one it goes on. */
  opensOn: string
  closesOn: string | null
  maxUses: number | null
  isClosed: boolean
}

/** May somebody join by the page on this day, when so many have? */
export function pageState(
  { opensOn, closesOn, maxUses, isClosed }: PageTerms,
  uses: number,
  day: string,
): PageState {
  if (isClosed) return 'closed'
  if (day < opensOn) return 'notYet'
  if (closesOn !== null && day > closesOn) return 'ended'
  return maxUses !== null && uses >= maxUses ? 'full' : 'open'
}
