import { ZERO, type Amount } from '../amount.ts'
import { balanceRule, type BalanceJudgement } from '../statements/balance-rule.ts'
import type { Exposure } from './exposure.ts'
import { combinedEffect, type Shock } from './shock.ts'

/** What becomes of the results under some shocks. */
export type ShockedOutcome = {
  effect: readonly Amount[]
  result: readonly Amount[]
  /** The budget law's balance rule on those results (KL 11:5, 11:12). */
  balance: BalanceJudgement[]
}

/** The results of all years under the given shocks together, and whether they still hold the balance rule. */
export function outcomeUnder(shocks: readonly Shock[], exposure: Exposure): ShockedOutcome {
  const effect = combinedEffect(shocks, exposure)
  const result = exposure.result.map((each, year) => each.plus(effect[year] ?? ZERO))
  return {
    effect,
    result,
    balance: balanceRule(exposure.years.map((year, at) => ({ year, result: result[at] ?? ZERO }))),
  }
}
