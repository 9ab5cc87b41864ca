import type { z } from 'zod'
import type { compareVersions } from '../../operations/compare-versions.ts'

/** What every table of a comparison needs: the comparison, how amounts are printed, and what the two are called. */
export type ShownComparison = {
  comparison: z.output<typeof compareVersions.output>
  decimals: number
  unit: string
  first: string
  second: string
}
