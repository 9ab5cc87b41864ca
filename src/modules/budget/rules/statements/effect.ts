import type { Amount } from '../amount.ts'
import type { Role } from '../roles.ts'
import { statementRoleOf, type RoleReason } from './statement-role.ts'
import { kronorOf } from './tax.ts'
import type { Adjustment, AdjustmentKind, AmountByYear, Version } from './version.ts'

/**
 * One difference from the base, ready to compute with: an adjustment, or a tax step with its kronor.
 * `amounts` has one place a compiled year, null where the year is blank.
 */
export type Effect = {
  id: string
  label: string
  kind: AdjustmentKind
  publicBoard: string | null
  part: string | null
  statementRole: Role
  roleReason: RoleReason
  amounts: readonly (Amount | null)[]
  /** For a tax step: its öre by compiled year. */
  öre: readonly (Amount | null)[] | null
}

/** An effect without the row of the income statement it lands on: all that counting totals needs. */
export type AmountEffect = Omit<Effect, 'statementRole' | 'roleReason'>

/** Everything a version changes, in its own order, tax steps first. */
export function effectsOf(version: Version, years: readonly number[]): Effect[] {
  const steps = stepEffects(version, years).map((step): Effect => ({
    ...step,
    statementRole: 'taxRevenue',
    roleReason: 'tax',
  }))
  return [...steps, ...version.adjustments.map((adjustment) => effectOf(adjustment, years))]
}

/** The same without where they land. */
export function amountEffectsOf(version: Version, years: readonly number[]): AmountEffect[] {
  const adjustments = version.adjustments.map((adjustment) => amountEffect(adjustment, years))
  return [...stepEffects(version, years), ...adjustments]
}

function stepEffects(version: Version, years: readonly number[]): AmountEffect[] {
  return version.tax.steps.map((step) => ({
    id: step.id,
    label: step.label,
    kind: 'financing',
    publicBoard: null,
    part: null,
    amounts: inYears(kronorOf(step, version.tax), years),
    öre: inYears(step.öre, years),
  }))
}

/** An adjustment is a value: what has been found for one is kept while somebody holds it, so that an edit finds anew only what it changed. */
const found = new WeakMap<Adjustment, { years: readonly number[]; effect: Effect }>()

function effectOf(adjustment: Adjustment, years: readonly number[]): Effect {
  const before = found.get(adjustment)
  if (before?.years === years) return before.effect
  const { role, reason } = statementRoleOf(adjustment)
  const effect = { ...amountEffect(adjustment, years), statementRole: role, roleReason: reason }
  found.set(adjustment, { years, effect })
  return effect
}

function amountEffect(
  { id, label, kind, publicBoard, part, amounts }: Adjustment,
  years: readonly number[],
): AmountEffect {
  return { id, label, kind, publicBoard, part, amounts: inYears(amounts, years), öre: null }
}

function inYears(amounts: AmountByYear, years: readonly number[]): (Amount | null)[] {
  return years.map((year) => amounts[year] ?? null)
}
