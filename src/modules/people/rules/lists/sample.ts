import type { Sample } from './query.ts'

/**
 * The text below which a lot (hexadecimal, small letters) is drawn, for a share in whole percent; null when everybody
 * is. A share is drawn person by person: who is drawn stays so whoever else comes or goes.
 */
export function lotLimit(percent: number): string | null {
  if (percent >= 100) return null
  return Math.floor((percent / 100) * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0')
}

/** Those drawn among those found. @param lot a person's lot: the same for the same seed and person */
export function drawnAmong(
  found: readonly string[],
  { by, size, seed }: Sample,
  lot: (seed: string, personId: string) => string,
): string[] {
  if (by === 'percent') {
    const limit = lotLimit(size)
    return limit === null ? [...found] : found.filter((id) => lot(seed, id) < limit)
  }
  const order = found.map((id) => ({ id, lot: lot(seed, id) })).toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
  return order.slice(0, size).map(({ id }) => id)
}
