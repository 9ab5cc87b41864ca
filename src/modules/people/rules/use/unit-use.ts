import { daysBetween } from '../days.ts'

/** For how many days back somebody who signed in or did something makes a unit's workspace an active one. */
export const activeDays = 30

export const lastUses = ['week', 'month', 'quarter', 'longer', 'never'] as const
/** When a unit's own people last used the office, in steps so wide that nobody's hours can be read from them. */
export type LastUse = (typeof lastUses)[number]

/**
 * How long ago a unit was last used, roughly.
 * @param lastUsed the last day, `YYYY-MM-DD`; null for never
 */
export function lastUseOf(lastUsed: string | null, day: string): LastUse {
  if (lastUsed === null) return 'never'
  const days = daysBetween(lastUsed, day)
  if (days <= 7) return 'week'
  if (days <= activeDays) return 'month'
  return days <= 90 ? 'quarter' : 'longer'
}

export const statesOfUse = ['active', 'quiet', 'nobody'] as const
/** Is a unit's workspace used, not used although somebody could, or is nobody there trusted to? */
export type StateOfUse = (typeof statesOfUse)[number]

/**
 * How a unit's workspace stands.
 * @param trusted how many keep its register or organise there, @param active how many of them have been seen lately
 */
export function stateOfUse({ trusted, active }: { trusted: number; active: number }): StateOfUse {
  if (trusted === 0) return 'nobody'
  return active > 0 ? 'active' : 'quiet'
}
