import { Decimal } from 'decimal.js'

/** Who takes part in an apportionment, and with how many votes or members. */
export type Claim = { id: string; votes: number }

export type Apportionment = {
  /** How many each got; everybody who takes part is here, also with none. */
  seats: Map<string, number>
  /** Those with the same number for the last seats: lots decide between them, and the order they came in decided here. */
  lots: { among: string[]; seats: number } | null
}

/**
 * Gives out seats one after another to whoever has the largest number to compare: votes divided by the first divisor until the
 * first seat, then by 3, 5, 7 and so on. With the first divisor 1.2 this is the adjusted odd-number method of Swedish law
 * (jämkade uddatalsmetoden, vallagen 2005:837, 14 kap. 3 §), with 1 the odd-number method. Equal numbers are decided by lots
 * (14 kap. 2 §): nothing is drawn here, it is only said between whom. Numbers are compared exactly, as fractions.
 * @param claims who takes part; those without votes get nothing
 * @param seats how many there are to give
 * @param firstDivisor tenths: 10 is 1, 12 is 1.2, 14 is 1.4
 * @param has how many each has beforehand
 */
export function oddNumberSeats(
  claims: readonly Claim[],
  seats: number,
  firstDivisor: 10 | 12 | 14,
  has: ReadonlyMap<string, number> = new Map(),
): Apportionment {
  const given = new Map(claims.map(({ id }) => [id, has.get(id) ?? 0]))
  const divisor = (held: number) => (held === 0 ? firstDivisor : (2 * held + 1) * 10)
  const open = claims.filter(({ votes }) => votes > 0)
  if (open.length === 0) return { seats: given, lots: null }
  const larger = (one: Claim, other: Claim) =>
    new Decimal(one.votes)
      .times(divisor(given.get(other.id)!))
      .comparedTo(new Decimal(other.votes).times(divisor(given.get(one.id)!)))
  let lots: Apportionment['lots'] = null
  for (let left = seats; left > 0; left--) {
    let first = [open[0]!]
    for (const claim of open.slice(1)) {
      const compared = larger(claim, first[0]!)
      if (compared > 0) first = [claim]
      else if (compared === 0) first.push(claim)
    }
    // Where there are seats for all of them, the order does not matter.
    if (first.length > left && lots === null) lots = { among: first.map(({ id }) => id), seats: left }
    given.set(first[0]!.id, given.get(first[0]!.id)! + 1)
  }
  return { seats: given, lots }
}
