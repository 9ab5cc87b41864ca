import { amount, type Amount } from '../amount.ts'
import type { Role } from '../roles.ts'
import type { Exposure } from './exposure.ts'

/** The usual steps of a sensitivity analysis, in per cent. */
export const USUAL_STEPS: readonly Amount[] = [-3, -2, -1, 1, 2, 3].map((percent) => amount(percent))

/** What one row of the income statement does to the result when it becomes some per cent larger or smaller. */
export type RowSensitivity = {
  role: Role
  label: string
  years: { year: number; amount: Amount; effects: { percent: Amount; effect: Amount }[] }[]
}

/** Every row of the income statement moved by each step, by year: the printed analysis, for all years and exact. */
export function rowSensitivities(
  exposure: Exposure,
  steps: readonly Amount[] = USUAL_STEPS,
): RowSensitivity[] {
  return exposure.rows.map((row) => ({
    role: row.role,
    label: row.label,
    years: exposure.years.flatMap((year, at) => {
      const own = row.amounts[at]
      if (own === undefined) return []
      return [
        {
          year,
          amount: own,
          effects: steps.map((percent) => ({ percent, effect: own.times(percent).div(100) })),
        },
      ]
    }),
  }))
}
