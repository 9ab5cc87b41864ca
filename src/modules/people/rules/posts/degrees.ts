import { Decimal } from 'decimal.js'
import { holdsOn, type Dated } from './holding.ts'

/** What somebody is paid for: so many per cent of a full time, exact; null when by the hour. */
export type Degree = Dated & { personId: string; degree: string | null }

/** A person's per cent on a day, everything together. */
export type DegreeSum = { personId: string; sum: string; over: boolean }

const full = new Decimal(100)

/**
 * How many per cent each person was paid for on a day, raises for a time included. More than a full time is possible
 * (a raise during an election) but always worth a look.
 */
export function degreeSumsOn(rows: readonly Degree[], day: string): DegreeSum[] {
  const then = Map.groupBy(
    rows.filter((row) => row.degree !== null && holdsOn(row, day)),
    (row) => row.personId,
  )
  return [...then].map(([personId, own]) => {
    const sum = own.reduce((total, row) => total.plus(row.degree!), new Decimal(0))
    return { personId, sum: sum.toString(), over: sum.greaterThan(full) }
  })
}
