import { Decimal } from 'decimal.js'

/** What kind of assembly is elected, and in how many constituencies. */
export type ElectedBody = { level: 'municipality' | 'region' | 'state' | 'other'; constituencies: number }

/** The first election by the rules of the act 2014:1384. */
const since2018 = '2018-09-09'

/**
 * How many per cent of the valid votes a party needs to take part in the apportionment: 4 for the Riksdag (regeringsformen
 * 3 kap. 7 §), 3 for a region; for a municipality 2, or 3 where it is divided into constituencies, since the elections of 2018
 * (vallagen 2005:837, 14 kap., by the act 2014:1384; prop. 2013/14:48). Null where the law says nothing: the method does not
 * apply there.
 */
export function thresholdOf({ level, constituencies }: ElectedBody, day: string): number | null {
  if (level === 'state') return 4
  if (level === 'region') return 3
  if (level === 'municipality') return day < since2018 ? 0 : constituencies > 1 ? 3 : 2
  return null
}

/** The first divisor in tenths: 1.2 since the elections of 2018, 1.4 before (vallagen 14 kap. 3 §, by the act 2014:1384). */
export function firstDivisorOn(day: string): 12 | 14 {
  return day < since2018 ? 14 : 12
}

/** Has a party so large a share that it takes part? A share that is exactly the threshold is enough ("minst"). */
export function reachesThreshold(votes: number, valid: number, threshold: number): boolean {
  return valid > 0 && new Decimal(votes).times(100).gte(new Decimal(valid).times(threshold))
}

/** The council of a municipality or a region has an odd number of members (kommunallagen 2017:725, 5 kap. 5 §). */
export function mayHaveSeats(level: ElectedBody['level'], seats: number): boolean {
  return (level !== 'municipality' && level !== 'region') || seats % 2 === 1
}
