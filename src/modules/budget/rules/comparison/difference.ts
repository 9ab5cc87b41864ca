import type { Amount } from '../amount.ts'
import type { Amounts } from './comparable.ts'

/** Two figures of one thing in one year, side by side. */
export type Difference = {
  year: number
  first: Amount | null
  second: Amount | null
  /** Second less first; null when either is not told. */
  difference: Amount | null
  /** In per cent of the first; null of nothing or when either is not told. */
  percent: Amount | null
}

/** The differences between two rows of figures, year by year. */
export function differences(years: readonly number[], first: Amounts, second: Amounts): Difference[] {
  return years.map((year, at) => {
    const one = first[at] ?? null
    const other = second[at] ?? null
    const difference = one === null || other === null ? null : other.minus(one)
    const percent =
      difference === null || one === null || one.isZero() ? null : difference.div(one.abs()).times(100)
    return { year, first: one, second: other, difference, percent }
  })
}

/** A share of a total in per cent; null when there is no total, or either is not told. */
export function shareOf(part: Amount | null | undefined, total: Amount | null | undefined): Amount | null {
  if (part === null || part === undefined || total === null || total === undefined || total.isZero())
    return null
  return part.div(total).times(100)
}
