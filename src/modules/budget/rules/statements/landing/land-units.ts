import { ZERO, type Amount } from '../../amount.ts'
import { plainText } from '../../reading/words.ts'
import type { Role } from '../../roles.ts'
import type { Unit } from '../structure/add-units.ts'
import type { Changes } from './changes.ts'
import type { Effect } from '../effect.ts'
import type { Carrier } from './land-appropriation.ts'
import { landingLeaf } from './landing.ts'
import { message } from '../message.ts'
import type { PreparedBase } from '../prepare.ts'

/** A change of a fee on its way to a row of a unit's income. */
export type FeeLanding = {
  effect: Effect
  unit: Unit
  leaf: number
  /** −1 for an appropriation that makes up for a fee, 1 for a result that a fee betters. */
  sign: 1 | -1
  /** The part of the appropriation that carries it. */
  part: number | null
  /** The other income that makes up for it in a unit which only sells the tickets. */
  other: number | null
}

/**
 * Lands the public boards' adjustments in the tables of the units that receive their appropriations. The units'
 * results stay as they were: what comes in as appropriation goes out as costs, or replaces a fee no longer taken.
 * @returns the fees, which `landFees` lands when all are known
 */
export function landOnUnits(
  base: PreparedBase,
  effect: Effect,
  carrier: Carrier,
  changes: Changes,
): FeeLanding[] {
  const fees: FeeLanding[] = []
  const units = unitsOf(base, carrier)
  for (const unit of units) {
    if (unit.costsTotal === null) continue
    const leaf = feeLeaf(base, unit, effect)
    if (leaf === null) landOnCosts(base, unit, effect, carrier.part, -1, changes)
    else fees.push({ effect, unit, leaf, sign: -1, part: carrier.part, other: null })
  }
  return effect.statementRole === 'ticketRevenue'
    ? [...fees, ...ticketLandings(base, effect, carrier, units)]
    : fees
}

/**
 * Lands fees in the units' tables. A unit cannot lose more fees than it has: where a version would have it, its fee
 * changes are counted as costs instead, and that is told, because the adjustment's row of the income statement is
 * probably another one.
 */
export function landFees(base: PreparedBase, fees: readonly FeeLanding[], changes: Changes): void {
  const overdrawn = overdrawnLeaves(base, fees)
  for (const { effect, unit, leaf, sign, part, other } of fees) {
    const because = message('statements.explain.adjustment', { label: effect.label })
    if (!overdrawn.has(leaf) && (other === null || !overdrawn.has(other))) {
      changes.land(leaf, effect, sign, because)
      if (other !== null) changes.land(other, effect, sign === 1 ? -1 : 1, because)
      // The appropriation's part of the costs has grown by what the fees pay less of.
      else if (sign === -1 && isTied(unit, part)) landOnCosts(base, unit, effect, null, 1, changes)
    } else if (other === null) {
      landOnCosts(base, unit, effect, part, sign, changes)
      changes.assume(
        effect,
        message('statements.assumption.feesExhausted', { label: effect.label, unit: unit.label }),
      )
    }
  }
}

function isTied(unit: Unit, part: number | null): boolean {
  return unit.costParts.some((each) => each.part === part && each.tied)
}

function unitsOf(base: PreparedBase, carrier: Carrier): Unit[] {
  return [carrier.board, ...(carrier.part === null ? [] : [carrier.part])].flatMap(
    (each) => base.unitsByAppropriation.get(each) ?? [],
  )
}

function feeLeaf(base: PreparedBase, unit: Unit, effect: Effect): number | null {
  if (effect.statementRole === 'ticketRevenue') return unit.tickets
  return effect.statementRole === 'operatingIncome' ? otherIncome(base, unit) : null
}

/** Rows of income that would turn from something into less than nothing in some year. */
function overdrawnLeaves(base: PreparedBase, fees: readonly FeeLanding[]): ReadonlySet<number> {
  const left = new Map<number, Amount[]>()
  const take = (leaf: number, effect: Effect, sign: 1 | -1): void => {
    const before = left.get(leaf) ?? [...(base.values[leaf] ?? [])]
    left.set(
      leaf,
      before.map((each, year) => each.plus((effect.amounts[year] ?? ZERO).times(sign))),
    )
  }
  for (const { effect, leaf, sign, other } of fees) {
    take(leaf, effect, sign)
    if (other !== null) take(other, effect, sign === 1 ? -1 : 1)
  }
  const overdrawn = ([leaf, after]: [number, Amount[]]): boolean =>
    after.some((each, year) => each.lt(0) && !base.values[leaf]?.[year]?.lt(0))
  return new Set([...left].filter(overdrawn).map(([leaf]) => leaf))
}

/**
 * Other units of the same section that sell the tickets (the transport company): they lose the fares, and are paid
 * as much more by the public board. Their income as a whole stays.
 */
function ticketLandings(
  base: PreparedBase,
  effect: Effect,
  carrier: Carrier,
  done: readonly Unit[],
): FeeLanding[] {
  const board = base.boards.find((each) => each.quantity === carrier.board)
  const row = board === undefined ? undefined : base.requirements[base.findRequirement(board.label)]
  const section = row?.row.row.section ?? null
  if (section === null || section === '') return []
  return base.requirements
    .filter((body) => body.row.row.section === section)
    .flatMap((body) => base.unitsByRequirement.get(body.quantity) ?? [])
    .flatMap((unit): FeeLanding[] => {
      const other = otherIncome(base, unit)
      return unit.tickets === null || other === null || done.includes(unit)
        ? []
        : [{ effect, unit, leaf: unit.tickets, sign: -1, part: carrier.part, other }]
    })
}

/** A unit's income beside its appropriation and its fares: the unprinted rest of its income. */
export function otherIncome(base: PreparedBase, unit: Unit): number | null {
  if (unit.income === null) return null
  const { quantities } = base.structure
  const formula = quantities.all[unit.income]?.formulas[0]
  if (formula === undefined) return unit.income
  return formula.find((term) => quantities.all[term.of]?.unprinted !== null)?.of ?? null
}

/** Words of the cost line that takes a change of a role, where a unit prints several. */
const costWords: Partial<Record<Role, RegExp>> = {
  purchasedCare: /kopt|vard/u,
  personnelCosts: /personal|lon|bemanning/u,
  purchasedTransport: /trafik/u,
}
const otherCosts = /ovrig/u

/**
 * Lands an effect on the row of a unit's costs that its role or part asks for, so that the unit's result gets better or
 * worse by it.
 * @param part the part of the appropriation that carries it; null for none
 */
export function landOnCosts(
  base: PreparedBase,
  unit: Unit,
  effect: Effect,
  part: number | null,
  better: 1 | -1,
  changes: Changes,
): void {
  const named = part === null ? undefined : unit.costParts.find((each) => each.part === part)
  // What is the appropriation, spent, has followed it already.
  if (named?.tied === true) return
  const leaf =
    named === undefined ? costLeaf(base, unit, effect.statementRole) : landingLeaf(base, named.quantity)
  if (leaf === null) return
  const influence = base.unitInfluence(unit).get(leaf) ?? 1
  changes.land(
    leaf,
    effect,
    influence === better ? 1 : -1,
    message('statements.explain.adjustment', { label: effect.label }),
  )
}

function costLeaf(base: PreparedBase, unit: Unit, role: Role): number | null {
  const like = (words: RegExp | undefined): Unit['costs'][number] | undefined =>
    words === undefined ? undefined : unit.costs.find((each) => words.test(plainText(each.label)))
  const size = (each: Unit['costs'][number]): Amount =>
    (base.values[each.quantity] ?? []).reduce((total, value) => total.plus(value.abs()), ZERO)
  const found =
    like(costWords[role]) ?? like(otherCosts) ?? unit.costs.toSorted((a, b) => size(b).cmp(size(a)))[0]
  return found === undefined ? null : landingLeaf(base, found.quantity)
}

/**
 * Lands financing, and the appropriations it pays for, on the group's own row: + financing, − appropriations. Where
 * the group has a unit table, financing is its income (or its costs, for a cost role) and appropriations its costs.
 */
export function landOnGroup(base: PreparedBase, effect: Effect, changes: Changes): void {
  const group = base.groupFinancing
  if (group === null) return
  const financing = effect.kind === 'financing'
  const because = financing
    ? message('statements.explain.adjustment', { label: effect.label })
    : message('statements.explain.appropriationPaid', {
        label: effect.label,
        board: effect.publicBoard ?? '',
      })
  const better = financing ? 1 : -1
  const unit = (base.unitsByRequirement.get(group.quantity) ?? []).find((each) => each.costsTotal !== null)
  if (unit === undefined) {
    changes.land(landingLeaf(base, group.quantity), effect, better, because)
    return
  }
  const income = financing && !costRoles.has(effect.statementRole) ? otherIncome(base, unit) : null
  if (income !== null) changes.land(landingLeaf(base, income), effect, 1, because)
  else landOnCosts(base, unit, effect, null, better, changes)
}

const costRoles = new Set<Role>([
  'personnelCosts',
  'pensionCosts',
  'purchasedCare',
  'purchasedTransport',
  'purchasedServices',
  'grantsGiven',
  'otherCosts',
  'depreciation',
  'interestCosts',
  'pensionFinancialCosts',
])
