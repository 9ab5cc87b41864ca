/** A public body, as far as it makes siblings. */
export type Committee = { id: string; areaName: string; policyArea: string }

/** Committees of several municipalities that decide about the same. */
export type SiblingGroup<Body extends Committee> = { policyArea: string; committees: Body[] }

/**
 * Groups of committees with the same policy area in at least two municipalities or regions: those who sit there have
 * something to tell one another.
 */
export function siblingGroups<Body extends Committee>(bodies: readonly Body[]): SiblingGroup<Body>[] {
  const named = bodies.filter((body) => body.policyArea !== '')
  const groups = Map.groupBy(named, (body) => body.policyArea.toLocaleLowerCase('sv'))
  return [...groups.values()]
    .filter((committees) => new Set(committees.map((each) => each.areaName)).size > 1)
    .map((committees) => ({ policyArea: committees[0]!.policyArea, committees }))
    .toSorted((one, other) => one.policyArea.localeCompare(other.policyArea, 'sv'))
}
