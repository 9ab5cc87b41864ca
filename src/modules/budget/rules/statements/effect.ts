import type { Amount } from '../amount.ts'
import type { Role } from '../roles.ts'
import { statementRoleOf, type RoleReason } from './statement-role.ts'
import { kronorOf } from './tax.ts'
import type { AdjustmentKind, AmountByYear, Version } from './version.ts'

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

/** Everything a version changes, in its own order, tax steps first. */
export function effectsOf(version: Version, years: readonly number[]): Effect[] {
  const steps = version.tax.steps.map((step): Effect => ({
    id: step.id,
    label: step.label,
    kind: 'financing',
    publicBoard: null,
    part: null,
    statementRole: 'taxRevenue',
    roleReason: 'tax',
    amounts: inYears(kronorOf(step, version.tax), years),
    öre: inYears(step.öre, years),
  }))
  const adjustments = version.adjustments.map((adjustment): Effect => {
    const { role, reason } = statementRoleOf(adjustment)
    const { id, label, kind, publicBoard, part } = adjustment
    const amounts = inYears(adjustment.amounts, years)
    return { id, label, kind, publicBoard, part, statementRole: role, roleReason: reason, amounts, öre: null }
  })
  return [...steps, ...adjustments]
}

function inYears(amounts: AmountByYear, years: readonly number[]): (Amount | null)[] {
  return years.map((year) => amounts[year] ?? null)
}
