import { ZERO, type Amount } from '../../amount.ts'
import type { Changes } from './changes.ts'
import type { Effect } from '../effect.ts'
import { landOnCosts, otherIncome, type FeeLanding } from './land-units.ts'
import { landingLeaf } from './landing.ts'
import { message } from '../message.ts'
import type { PreparedBase, PreparedBody } from '../prepare.ts'
import { isFeeRole } from '../statement-role.ts'

/**
 * Lands a changed result requirement on a unit: its row among the requirements, its costs (or income, for an income
 * role), and those of every body it is a part of. A unit nobody knows falls to the group's own row.
 * @returns the changes of income, which `landFees` lands when all are known
 */
export function landOnRequirement(base: PreparedBase, effect: Effect, changes: Changes): FeeLanding[] {
  if (base.requirements.length === 0) return []
  const asked = base.requirements[base.findRequirement(effect.publicBoard)]
  const body = asked ?? base.groupFinancing
  if (asked === undefined) {
    changes.assume(
      effect,
      message('statements.assumption.unitUnknown', { label: effect.label, unit: effect.publicBoard ?? '' }),
    )
  }
  if (body === null) return []
  const because = message('statements.explain.adjustment', { label: effect.label })
  const fees: FeeLanding[] = []
  const { path, leaf } = descend(base, body)
  if (leaf !== null) changes.land(leaf, effect, 1, because)
  for (const each of [...path, ...wholesOf(base, body)]) {
    for (const unit of base.unitsByRequirement.get(each.quantity) ?? []) {
      if (unit.costsTotal === null) continue
      const income = isFeeRole(effect.statementRole) ? otherIncome(base, unit) : null
      if (income === null) landOnCosts(base, unit, effect, null, 1, changes)
      else fees.push({ effect, unit, leaf: landingLeaf(base, income), sign: 1, part: null, other: null })
    }
  }
  return fees
}

/**
 * From a body down to what takes the change: the rest its parts leave, else its largest part, and so on. Where a
 * unit's table computes the last one's result, its costs take the change and no leaf is needed.
 */
function descend(base: PreparedBase, body: PreparedBody): { path: PreparedBody[]; leaf: number | null } {
  const { quantities } = base.structure
  const byQuantity = new Map(base.requirements.map((each) => [each.quantity, each]))
  const path = [body]
  for (let at = body; ;) {
    const formulas = quantities.all[at.quantity]?.formulas ?? []
    const parts = formulas.find((formula) => formula.some((term) => byQuantity.has(term.of)))
    if (parts === undefined) return { path, leaf: formulas.length === 0 ? at.quantity : null }
    const rest = parts.find((term) => quantities.all[term.of]?.unprinted !== null)
    if (rest !== undefined) return { path, leaf: rest.of }
    const size = (each: PreparedBody): Amount =>
      (base.values[each.quantity] ?? []).reduce((total, value) => total.plus(value.abs()), ZERO)
    const largest = parts
      .flatMap((term) => byQuantity.get(term.of) ?? [])
      .toSorted((a, b) => size(b).cmp(size(a)))[0]
    if (largest === undefined || path.includes(largest)) return { path, leaf: null }
    path.push(largest)
    at = largest
  }
}

/** The bodies a body is a part of, innermost first. */
function wholesOf(base: PreparedBase, body: PreparedBody): PreparedBody[] {
  const found: PreparedBody[] = []
  for (let inner = body; ;) {
    const part = inner.quantity
    const whole = base.requirements.find(
      (each) => each.quantity !== part && base.structure.quantities.partsOf(each.quantity).includes(part),
    )
    if (whole === undefined || found.includes(whole)) return found
    found.push(whole)
    inner = whole
  }
}
