/** How many there must be to be told to everybody: fewer could point at somebody (GDPR art. 9: who believes what). */
export const smallestShown = 5

/** A count as it may be shown: null when there are some, but too few to tell. Nought is nobody, and is told. */
export function shownCount(count: number): number | null {
  return count > 0 && count < smallestShown ? null : count
}

/**
 * How many a question finds, as it is told to somebody who sees figures and no names: to the nearest five, so that the
 * difference between two numbers tells no more than they do. Null when few are found, and when nobody is: whom a
 * question leaves out is told by it too.
 */
export function toldCount(count: number): number | null {
  return count < smallestShown ? null : Math.round(count / 5) * 5
}

export type UnitCount = { unitId: string; parentId: string | null; count: number }

/** Why a count is not told: it is small itself, or a small one beside it could be worked out from it. */
export type Hidden = 'small' | 'beside'

/**
 * Which counts are kept from those who do not keep the register. A count of 1 to 4 is; and where it is the only one
 * hidden under a unit, the next smallest beside it too, or the difference to the sum would tell it.
 * @param counts of units with everything below them
 */
export function hiddenCounts(counts: readonly UnitCount[]): Map<string, Hidden> {
  const hidden = new Map<string, Hidden>()
  for (const { unitId, count } of counts) if (shownCount(count) === null) hidden.set(unitId, 'small')
  const byParent = Map.groupBy(counts, ({ parentId }) => parentId)
  for (const [parentId, children] of byParent) {
    if (parentId === null) continue
    const kept = children.filter(({ unitId }) => hidden.has(unitId))
    if (kept.length !== 1) continue
    const [next] = children
      .filter(({ unitId, count }) => count > 0 && !hidden.has(unitId))
      .toSorted((one, other) => one.count - other.count)
    if (next) hidden.set(next.unitId, 'beside')
  }
  return hidden
}
