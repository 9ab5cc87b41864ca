import { ZERO, type Amount } from '../amount.ts'
import type { Role } from '../roles.ts'
import type { Exposure } from './exposure.ts'

/**
 * Something that turns out otherwise than the budget reckons with.
 * - `row`: one row of the income statement becomes so many per cent larger (costs too: a larger cost)
 * - `taxBase`: the tax base of the whole country grows so many per cent more, and tax revenue with it. Equalisation is
 *   left alone: it evens out what one region has more than others, not what all have.
 * - `indexation`: what purchased care and transport are indexed by
 * - `interest`: percentage points on the average debt
 * - `payAgreement`: per cent on personnel costs
 */
export type Shock = {
  id: string
  label: string
  kind: 'row' | 'taxBase' | 'indexation' | 'interest' | 'payAgreement'
  /** Per cent; percentage points for `interest`. */
  size: Amount
  /** For `row`: which row. For `indexation`: which rows, all purchased ones when not said. */
  roles?: readonly Role[]
  /**
   * `level`: the same size every year (default). `growing`: once more each year, so that the third year is hit by
   * three times the size. Counted simply, not compounded, so that twice the shock is twice the effect.
   */
  course?: 'level' | 'growing'
}

const purchased: readonly Role[] = ['purchasedCare', 'purchasedTransport', 'purchasedServices']
const taxes: readonly Role[] = ['taxRevenue']
const staff: readonly Role[] = ['personnelCosts']

/**
 * What a shock does to the result of each year, exact: + betters it. Linear in the size.
 * @returns null when the budget does not print what the shock acts on (no such row, no debt)
 */
export function effectOf(shock: Shock, exposure: Exposure): Amount[] | null {
  const acted = actedOn(shock, exposure)
  return (
    acted?.map((each, year) =>
      each
        .times(shock.size)
        .div(100)
        .times(shock.course === 'growing' ? year + 1 : 1),
    ) ?? null
  )
}

/** What 100 % of the shock would be: the rows' part of the result, or the debt's interest as a cost. */
function actedOn(shock: Shock, exposure: Exposure): Amount[] | null {
  if (shock.kind === 'interest') return exposure.averageDebt?.map((each) => each.neg()) ?? null
  const roles = rolesOf(shock)
  const rows = exposure.rows.filter((row) => roles.includes(row.role))
  if (rows.length === 0) return null
  return exposure.years.map((_, year) =>
    rows.reduce((total, row) => total.plus(row.amounts[year] ?? ZERO), ZERO),
  )
}

function rolesOf(shock: Shock): readonly Role[] {
  if (shock.kind === 'taxBase') return taxes
  if (shock.kind === 'payAgreement') return staff
  return shock.roles ?? (shock.kind === 'indexation' ? purchased : [])
}

/** What several shocks do together: the sum of what each does. What one does to another (interest on interest) is small and not counted. */
export function combinedEffect(shocks: readonly Shock[], exposure: Exposure): Amount[] {
  return shocks.reduce(
    (total, shock) => {
      const effect = effectOf(shock, exposure)
      return effect === null ? total : total.map((each, year) => each.plus(effect[year] ?? ZERO))
    },
    exposure.years.map(() => ZERO),
  )
}
