import type { Dated } from '../unit-records.ts'

/** One of these periods that shares a day with another; undefined when none does. */
export function overlapping<Period extends Dated>(
  periods: readonly Period[],
  { validFrom, validTo }: Dated,
): Period | undefined {
  return periods.find(
    (period) =>
      (validTo === null || period.validFrom <= validTo) &&
      (period.validTo === null || period.validTo >= validFrom),
  )
}
