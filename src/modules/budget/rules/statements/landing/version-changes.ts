import { ZERO, type Amount } from '../../amount.ts'
import { roleKey } from '../structure/add-statement.ts'
import { followResult } from './cash-policy.ts'
import { Changes } from './changes.ts'
import type { Effect } from '../effect.ts'
import { exhaustedRests, landOnAppropriation } from './land-appropriation.ts'
import { landOnRequirement } from './land-requirement.ts'
import { landFees, landOnGroup, landOnUnits, type FeeLanding } from './land-units.ts'
import { landInIncomeStatement } from './landing.ts'
import type { PreparedBase } from '../prepare.ts'
import { isBoardKind, type CashPolicy } from '../version.ts'

/** Every leaf a version changes, and what that makes of all other quantities. */
export type VersionChanges = {
  changes: Changes
  /** The change of each quantity by compiled year, null for none. */
  amounts: readonly (readonly Amount[] | null)[]
}

/** Lands every effect wherever it shows, then lets cash and loans follow the changed result. */
export function changesOf(
  base: PreparedBase,
  effects: readonly Effect[],
  policy: CashPolicy,
): VersionChanges {
  const changes = new Changes()
  const fees: FeeLanding[] = []
  const exhausted = exhaustedRests(base, effects)
  for (const effect of effects) {
    landInIncomeStatement(base, effect, changes)
    if (effect.kind === 'resultRequirement') {
      fees.push(...landOnRequirement(base, effect, changes))
      continue
    }
    landOnGroup(base, effect, changes)
    if (!isBoardKind(effect.kind)) continue
    const carrier = landOnAppropriation(base, effect, exhausted, changes)
    if (carrier !== null) fees.push(...landOnUnits(base, effect, carrier, changes))
  }
  landFees(base, fees, changes)
  const before = changes.evaluate(base.structure)
  const result = base.result === null ? null : (before[base.result] ?? null)
  if (result === null) return { changes, amounts: before }
  followResult(base, policy, result, depreciationOf(base, before), changes)
  return { changes, amounts: changes.evaluate(base.structure) }
}

/** What changed depreciation does to the result, by compiled year. */
function depreciationOf(base: PreparedBase, changed: readonly (readonly Amount[] | null)[]): Amount[] {
  const landing = base.landingOf('depreciation')
  const row = base.structure.quantities.find(roleKey('depreciation'))
  const amounts =
    landing === null || landing.role !== 'depreciation' || row === null ? null : (changed[row] ?? null)
  return base.structure.settings.years.map((_, year) => (amounts?.[year] ?? ZERO).times(landing?.sign ?? 1))
}
