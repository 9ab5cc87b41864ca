/**
 * A count as it may be shown: below `least`, nobody is told how many, because a small number next to a place or an age
 * points at somebody (practice for statistics about persons; membership reveals political opinion).
 * @returns null when there are some, but too few to tell; nought is nobody, and is told
 */
export function suppressedCount(count: number, least = 5): number | null {
  return count > 0 && count < least ? null : count
}
