import type { Amount } from '../amount.ts'
import type { Exposure } from './exposure.ts'
import { effectOf, type Shock } from './shock.ts'

/** One bar of a tornado chart: what a shock does to a year's result in either direction. */
export type TornadoBar = {
  id: string
  label: string
  /** Of the shock as given, and of the same turned round. */
  forward: Amount
  backward: Amount
  /** The smaller and the larger of the two. */
  low: Amount
  high: Amount
}

/** The shocks of one year, both ways, the widest bar first; equal bars keep their order. Shocks that act on nothing are left out. */
export function tornado(shocks: readonly Shock[], exposure: Exposure, year: number): TornadoBar[] {
  const at = exposure.years.indexOf(year)
  const bars = shocks.flatMap((shock): TornadoBar[] => {
    const forward = effectOf(shock, exposure)?.[at]
    const backward = effectOf({ ...shock, size: shock.size.neg() }, exposure)?.[at]
    if (forward === undefined || backward === undefined) return []
    const turned = forward.gt(backward)
    return [
      {
        id: shock.id,
        label: shock.label,
        forward,
        backward,
        low: turned ? backward : forward,
        high: turned ? forward : backward,
      },
    ]
  })
  return bars.sort((a, b) => b.high.minus(b.low).cmp(a.high.minus(a.low)))
}
