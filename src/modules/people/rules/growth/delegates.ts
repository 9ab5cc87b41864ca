import { Decimal } from 'decimal.js'
import { oddNumberSeats, type Apportionment, type Claim } from '../elections/odd-number.ts'

/** How many delegates units send: one a started number of members, or so many in all by one of two methods. */
export type DelegateRule = { least: number } & (
  | { method: 'perStarted'; membersPerSeat: number }
  | { method: 'largestRemainder' | 'oddNumber'; totalSeats: number }
)

/** A unit and how many members it had on the day. */
export type UnitMembers = { unitId: string; members: number }

export type Apportioned = {
  seats: Map<string, number>
  total: number
  /** Units that are equal for the last seats: lots decide, and the order of the units decided here. */
  lots: { among: string[]; seats: number } | null
  /** More would be needed than there are, to give every unit what it has at least. */
  tooFew: boolean
}

/**
 * How many delegates each unit sends (mandatfördelning, practice of associations): one for each started number of members and
 * never fewer than so many; or a sum of seats by the largest remainder or the odd-number method (divisors 1, 3, 5 …), where a
 * unit that its members would give fewer than the least gets the least, and the others share what is left.
 * @param units in the order that decides where lots would; a unit without members gets the least like every other
 */
export function apportion(units: readonly UnitMembers[], rule: DelegateRule): Apportioned {
  if (rule.method === 'perStarted') {
    const seats = new Map(
      units.map(({ unitId, members }) => [
        unitId,
        Math.max(rule.least, Math.ceil(members / rule.membersPerSeat)),
      ]),
    )
    return { seats, total: sumOf(seats), lots: null, tooFew: false }
  }
  const { least, totalSeats } = rule
  if (least * units.length > totalSeats) {
    const seats = new Map(units.map(({ unitId }) => [unitId, least]))
    return { seats, total: sumOf(seats), lots: null, tooFew: true }
  }
  // Those below the least get it and step aside; the others share the rest, until nobody is below.
  const aside = new Set<string>()
  for (;;) {
    const open = units.filter(({ unitId }) => !aside.has(unitId))
    const left = totalSeats - aside.size * least
    const shared = share(open, left, rule.method)
    const below = open.filter(({ unitId }) => shared.seats.get(unitId)! < least)
    if (below.length === 0) {
      const seats = new Map(units.map(({ unitId }) => [unitId, shared.seats.get(unitId) ?? least]))
      return { seats, total: sumOf(seats), lots: shared.lots, tooFew: false }
    }
    for (const { unitId } of below) aside.add(unitId)
  }
}

function share(
  units: readonly UnitMembers[],
  seats: number,
  method: 'largestRemainder' | 'oddNumber',
): Apportionment {
  const claims = units.map(({ unitId, members }) => ({ id: unitId, votes: members }))
  return method === 'oddNumber' ? oddNumberSeats(claims, seats, 10) : largestRemainder(claims, seats)
}

/**
 * Seats by the largest remainder: as many as whole quotas (members in all by seats), and what is left to those with the largest
 * remainders (Hare; valkvotsmetoden). Exact: remainders are compared as whole numbers.
 */
export function largestRemainder(claims: readonly Claim[], seats: number): Apportionment {
  const all = claims.reduce((sum, { votes }) => sum + votes, 0)
  if (all === 0) return { seats: new Map(claims.map(({ id }) => [id, 0])), lots: null }
  const quotas = claims.map(({ id, votes }) => {
    const product = new Decimal(votes).times(seats)
    return { id, whole: product.divToInt(all).toNumber(), rest: product.mod(all).toNumber() }
  })
  const given = new Map(quotas.map(({ id, whole }) => [id, whole]))
  const left = seats - quotas.reduce((sum, { whole }) => sum + whole, 0)
  const byRest = quotas.toSorted((one, other) => other.rest - one.rest)
  for (const { id } of byRest.slice(0, left)) given.set(id, given.get(id)! + 1)
  const last = byRest[left - 1]?.rest
  const equal = last === undefined ? [] : byRest.filter(({ rest }) => rest === last)
  const over = last === undefined ? 0 : left - byRest.filter(({ rest }) => rest > last).length
  const lots = equal.length > over && over > 0 ? { among: equal.map(({ id }) => id), seats: over } : null
  return { seats: given, lots }
}

function sumOf(seats: ReadonlyMap<string, number>): number {
  return [...seats.values()].reduce((sum, each) => sum + each, 0)
}
