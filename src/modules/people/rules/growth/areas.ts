/** How many live in an area: postal codes that begin with the same three figures, empty for those nobody knows where. */
export type AreaCount = { area: string; members: number }

/** An area as it may be shown, with the smaller ones in it. Null: kept back. */
export type ShownArea = {
  area: string
  members: number | null
  inside: { area: string; members: number | null }[]
}

/** Fewer than so many could point at somebody: membership reveals political opinion (GDPR art. 9). */
const least = 5

/**
 * Counts by area as they may be printed: nothing under five, and nothing that could be worked out from what is shown. Those kept
 * back beside one another are two at least and five together at least, and not as many as there are of them; and where a larger
 * area is kept back, so are the smaller ones in it.
 * @param counts by the first three figures; none is 0
 * @returns areas by two figures with those by three inside; the unknown last, without any inside. None when all would be kept back
 */
export function shownAreas(counts: readonly AreaCount[]): ShownArea[] {
  const groups = Map.groupBy(counts, ({ area }) => area.slice(0, 2))
  const large = [...groups].map(([area, inside]) => ({
    area,
    members: inside.reduce((sum, each) => sum + each.members, 0),
    inside,
  }))
  const kept = keptBack(large)
  if (kept.size === large.length) return []
  return large
    .map((group) => {
      const hidden = kept.has(group.area)
      const inside = hidden || group.area === '' ? [] : parts(group.inside)
      return { area: group.area, members: hidden ? null : group.members, inside }
    })
    .toSorted((one, other) => (rank(one.area) < rank(other.area) ? -1 : 1))
}

/** The unknown after every figure. */
const rank = (area: string) => area || '~'

/** The smaller areas in one that is shown; none when all would be kept back, for then only their number would be told. */
function parts(inside: readonly AreaCount[]): { area: string; members: number | null }[] {
  const kept = keptBack(inside)
  if (kept.size === inside.length) return []
  return inside
    .map(({ area, members }) => ({ area, members: kept.has(area) ? null : members }))
    .toSorted((one, other) => one.area.localeCompare(other.area))
}

/** Which of some counts that add up to a sum that is known are kept back. */
function keptBack(counts: readonly AreaCount[]): Set<string> {
  const bySize = counts.toSorted(
    (one, other) => one.members - other.members || one.area.localeCompare(other.area),
  )
  const kept = bySize.filter(({ members }) => members < least)
  const safe = () => {
    const sum = kept.reduce((all, each) => all + each.members, 0)
    return kept.length === 0 || (kept.length > 1 && sum >= least && sum > kept.length)
  }
  for (const next of bySize.slice(kept.length)) {
    if (safe()) break
    kept.push(next)
  }
  return new Set(kept.map(({ area }) => area))
}
