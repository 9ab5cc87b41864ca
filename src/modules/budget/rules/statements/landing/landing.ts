import { ZERO, type Amount } from '../../amount.ts'
import type { Role } from '../../roles.ts'
import { roleKey } from '../structure/add-statement.ts'
import type { Changes } from './changes.ts'
import type { Effect } from '../effect.ts'
import { influenceOn } from '../structure/influence.ts'
import { message } from '../message.ts'
import { isBoardKind } from '../version.ts'
import type { PreparedBase } from '../prepare.ts'

/** What takes a change when the income statement has no row of the asked kind, best first. */
const instead: Partial<Record<Role, readonly Role[]>> = {
  ticketRevenue: ['operatingIncome'],
  purchasedCare: ['purchasedServices', 'otherCosts'],
  purchasedTransport: ['purchasedServices', 'otherCosts'],
  purchasedServices: ['otherCosts'],
  taxRevenue: ['totalTaxRevenue'],
  generalGrants: ['equalisation', 'totalTaxRevenue', 'taxRevenue'],
  equalisation: ['generalGrants', 'totalTaxRevenue', 'taxRevenue'],
  financialIncome: ['financialItems', 'operatingIncome'],
  interestCosts: ['financialItems', 'otherCosts'],
}
const anything: readonly Role[] = [
  'otherCosts',
  'operatingCosts',
  'purchasedServices',
  'personnelCosts',
  'netCost',
  'operatingResult',
]

/** Which leaf of the income statement takes a change of the given role, and which way it moves the result. */
export type RoleLanding = { leaf: number; sign: 1 | -1; role: Role }

/** Finds landings in one base; each role is looked for once. */
export function roleLandings(
  base: Pick<PreparedBase, 'structure' | 'values'>,
): (role: Role) => RoleLanding | null {
  const { quantities } = base.structure
  const result = quantities.find(roleKey('resultOfTheYear'))
  const influence = influenceOn(
    base.structure,
    result === null ? [] : (quantities.all[result]?.formulas[0] ?? []),
  )
  const known = new Map<Role, RoleLanding | null>()
  // A book without an income statement: the result itself takes every change.
  const bare: RoleLanding | null =
    result !== null && quantities.isLeaf(result) ? { leaf: result, sign: 1, role: 'resultOfTheYear' } : null
  const find = (role: Role): RoleLanding | null => {
    for (const each of [role, ...(instead[role] ?? []), ...anything]) {
      const quantity = quantities.find(roleKey(each))
      const leaf = quantity === null || !influence.has(quantity) ? null : landingLeaf(base, quantity)
      const sign = leaf === null ? undefined : influence.get(leaf)
      if (leaf !== null && sign !== undefined) return { leaf, sign, role: each }
    }
    return bare
  }
  return (role) => {
    const found = known.get(role)
    if (found !== undefined) return found
    const landing = find(role)
    known.set(role, landing)
    return landing
  }
}

/** The leaf that takes a change of a sum nobody has told the part of: its unprinted rest, else its largest part. */
export function landingLeaf(base: Pick<PreparedBase, 'structure' | 'values'>, quantity: number): number {
  let at = quantity
  for (;;) {
    const formula = base.structure.quantities.all[at]?.formulas[0]
    if (formula === undefined) return at
    const rest = formula.find((term) => base.structure.quantities.all[term.of]?.unprinted !== null)
    const largest = formula.toSorted((a, b) => sizeOf(base.values[b.of]).cmp(sizeOf(base.values[a.of])))[0]
    const next = rest ?? largest
    if (next === undefined || next.previous) return at
    at = next.of
  }
}

function sizeOf(values: readonly Amount[] | undefined): Amount {
  return (values ?? []).reduce((most, each) => (each.abs().gt(most) ? each.abs() : most), ZERO)
}

/**
 * Lands an effect in the income statement, and in the tables that print the same row of their own: what a public
 * board gets more of lowers the result by as much, financing and a higher result requirement raise it.
 */
export function landInIncomeStatement(base: PreparedBase, effect: Effect, changes: Changes): void {
  const landing = base.landingOf(effect.statementRole)
  if (landing === null) return
  const better = isBoardKind(effect.kind) ? -1 : 1
  changes.land(
    landing.leaf,
    effect,
    landing.sign === 1 ? better : better === 1 ? -1 : 1,
    message('statements.explain.adjustment', { label: effect.label }),
  )
  for (const other of base.apartOf(effect.statementRole)) {
    changes.land(other, effect, better, message('statements.explain.adjustment', { label: effect.label }))
  }
  if (effect.roleReason !== 'said') {
    changes.assume(
      effect,
      message('statements.assumption.role', {
        label: effect.label,
        row: rowLabel(base, landing.leaf),
        reason: effect.roleReason,
      }),
    )
  } else if (landing.role !== effect.statementRole) {
    changes.assume(
      effect,
      message('statements.assumption.roleMissing', {
        label: effect.label,
        row: rowLabel(base, landing.leaf),
      }),
    )
  }
}

/** What the first row that prints a quantity is called; a rest that no row prints has no name. */
function rowLabel(base: PreparedBase, quantity: number): string {
  const place = base.structure.quantities.places.find((each) => each.quantity === quantity)
  return base.structure.tables[place?.table ?? -1]?.rows[place?.row ?? -1]?.label ?? ''
}
