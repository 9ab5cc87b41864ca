import { ZERO, type Amount } from '../amount.ts'

/** One year as the balance-requirement inquiry (balanskravsutredning) sees it, all in one unit. */
export type BalanceYear = {
  year: number
  result: Amount
  /** What the result is corrected by: gains on sales are −, allowed exceptions and unrealised losses +; 0 if none. */
  corrections?: Amount
  /** Put into the result reserve (−) or taken out of it (+), KL 11:14. */
  reserve?: Amount
  /** Special reasons not to restore this year's deficit (KL 11:13). */
  specialReasons?: boolean
}

export type BalanceJudgement = {
  year: number
  balanceResult: Amount
  /** Income above costs (KL 11:5)? A balance result of exactly 0 holds. */
  holds: boolean
  /** How much of this year's deficit no later year has restored yet; 0 for a year without deficit. */
  unrestored: Amount
  /** The last year to restore it in (KL 11:12), null when there is nothing to restore. */
  restoreBy: number | null
  /** Which later years restore how much of it. */
  restoredIn: { year: number; amount: Amount }[]
  /**
   * - `holds`: no deficit
   * - `excused`: a deficit with special reasons
   * - `restored`: a deficit, all of it restored within three years
   * - `pending`: not restored yet, but the years to do it in are not all here
   * - `broken`: the three years are here and do not restore it
   */
  status: 'holds' | 'excused' | 'restored' | 'pending' | 'broken'
}

/** KL 11:12: a negative balance result is restored within the three following years. */
const YEARS_TO_RESTORE = 3

/**
 * The balanced-budget rule (KL 11:5, 11:12–14) over the years given: each year's balance result, and for a deficit
 * which later surpluses restore it, oldest deficit first. A surplus restores only once.
 * @param years in order, one a year; earlier years' deficits may be put first
 */
export function balanceRule(years: readonly BalanceYear[]): BalanceJudgement[] {
  const results = years.map((each) => each.result.plus(each.corrections ?? ZERO).plus(each.reserve ?? ZERO))
  const surplus = results.map((each) => (each.gt(0) ? each : ZERO))
  const lastYear = years.at(-1)?.year ?? 0
  return years.map((each, at) => {
    const balanceResult = results[at] ?? ZERO
    const judgement: BalanceJudgement = {
      year: each.year,
      balanceResult,
      holds: !balanceResult.lt(0),
      unrestored: ZERO,
      restoreBy: null,
      restoredIn: [],
      status: 'holds',
    }
    if (judgement.holds) return judgement
    if (each.specialReasons === true) return { ...judgement, status: 'excused' }
    const restoreBy = each.year + YEARS_TO_RESTORE
    let left = balanceResult.neg()
    for (let later = at + 1; later < years.length && !left.isZero(); later++) {
      const year = years[later]?.year ?? 0
      const available = surplus[later] ?? ZERO
      if (year > restoreBy || available.isZero()) continue
      const used = left.lt(available) ? left : available
      surplus[later] = available.minus(used)
      left = left.minus(used)
      judgement.restoredIn.push({ year, amount: used })
    }
    const status = left.isZero() ? 'restored' : lastYear < restoreBy ? 'pending' : 'broken'
    return { ...judgement, unrestored: left, restoreBy, status }
  })
}
